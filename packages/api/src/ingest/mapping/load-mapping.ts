import type { RecordKind } from '@tweeluik/schema/records'
import { LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { allOf, cellReader, type Row, type Test, testOf } from './cells.ts'
import { columnsOf, idColumns } from './columns.ts'
import { InvalidMapping, issueFaults, type MappingFault, placeFaults } from './faults.ts'
import { type Change, compileChange, type GroupMapping } from './groups.ts'
import { judgeMapping } from './judge.ts'
import { type Lookup, lookupsOf, type Tables } from './lookups.ts'
import { keysAt, type MappingSpec, mappingSpec, type RecordSpec } from './spec.ts'
import type { ValueSpec } from './value-spec.ts'
import { compileValue, type MakeValue, type Surroundings } from './values.ts'

const MAPPING_BYTES_MAX = 262_144

/** How rows of one kind of foreign file become records. Made by {@link loadMapping}. */
export interface Mapping {
  name: string
  file: MappingSpec['file']
  /** Every column it reads. */
  columns: string[]
  /** The kind as which rows are rejected that cannot be read. */
  firstKind: RecordKind
  lookups: Lookup[]
  /** Of a Singer mapping: what it reads of each stream. */
  streams: ReadonlyMap<string, string[]>
  compile(this: void, tables: Tables, stream?: Stream): RowMapper
}

/** A Singer stream as its tap describes it. */
export interface Stream {
  name: string
  /** The columns that tell its rows apart. */
  keys: readonly string[]
}

/** A mapping with what it looks up. */
export interface RowMapper {
  skips: Test
  /** Null: each row stands alone. */
  group: GroupMapping | null
  records: RecordMapping[]
}

export interface RecordMapping {
  kind: RecordKind
  /** Null: one record of the row, or of the whole group. */
  each: Change | null
  holds: Test
  once: boolean
  occurrence: boolean
  /** Whether its id holds the whole key of its stream: it goes with the row that it is made of. */
  ownsKey: boolean
  id: MakeValue
  fields: [name: string, make: MakeValue][]
}

/** Reads a mapping; throws {@link InvalidMapping} with every fault and its line and column. `name` is for the messages. */
export function loadMapping(yamlText: string, name: string): Mapping {
  const spec = readSpec(yamlText, name)
  const columns = columnsOf(spec)
  return {
    name,
    file: spec.file,
    columns,
    firstKind: (spec.records[0] as RecordSpec).kind,
    lookups: lookupsOf(spec),
    streams: streamsOf(spec),
    compile: (tables, stream) => compileMapping(spec, columns, tables, stream),
  }
}

function compileMapping(
  { file, zone, skip, group, records }: MappingSpec,
  columns: string[],
  tables: Tables,
  stream?: Stream,
): RowMapper {
  const rawCell = cellReader(file.nulls)
  const cell = group ? (column: string) => (row: Row) => row[column] : rawCell
  const around = { cell, zone, tables }
  const skips = (skip ?? []).map(condition => testOf(condition, rawCell))
  const read = columns.map(column => [column, rawCell(column)] as const)
  return {
    skips: row => skips.some(test => test(row)),
    group: group
      ? {
          by: group.by,
          order: group.order.map((value, index) => compileOrder(value, { ...around, path: `order.${index}` })),
          cells(row) {
            const cells: Row = {}
            for (const [column, readCell] of read) cells[column] = readCell(row)
            return cells
          },
        }
      : null,
    records: records
      .filter(record => record.stream === stream?.name)
      .map(record => compileRecord(record, stream?.keys ?? [], around)),
  }
}

function streamsOf({ records, ...spec }: MappingSpec): ReadonlyMap<string, string[]> {
  const byStream = Map.groupBy(records, ({ stream }) => stream)
  return new Map(
    [...byStream].flatMap(([stream, made]) =>
      stream === undefined ? [] : [[stream, columnsOf({ ...spec, records: made })] as const],
    ),
  )
}

/** The id of a row that has this key. */
const keyOf = (keys: readonly string[]): ValueSpec => {
  const [key = '', ...more] = keys
  return more.length === 0 ? { column: key } : { columns: [...keys] }
}

/** A number as a number: as text, 10 would come before 9. */
function compileOrder(value: ValueSpec, around: Surroundings): MakeValue {
  const make = compileValue(value, around)
  if (value.decimal === undefined) return make
  return (row, faults) => {
    const made = make(row, faults)
    return made === null ? null : Number(made)
  }
}

function compileRecord(record: RecordSpec, keys: readonly string[], around: Omit<Surroundings, 'path'>): RecordMapping {
  const id = record.id ?? keyOf(keys)
  const columns = idColumns({ ...record, id })
  return {
    kind: record.kind,
    each: record.each ? compileChange(record.each) : null,
    holds: allOf(record.when, around.cell),
    once: record.once ?? false,
    occurrence: id.occurrence ?? false,
    ownsKey: keys.length > 0 && keys.every(key => columns.includes(key)),
    id: compileValue(id, { ...around, path: 'id' }),
    fields: Object.entries(record.fields).map(([path, value]) => [path, compileValue(value, { ...around, path })]),
  }
}

function readSpec(yamlText: string, name: string): MappingSpec {
  if (yamlText.length > MAPPING_BYTES_MAX) {
    throw new InvalidMapping(name, [wholeFault('TOO_LONG', `A mapping is at most ${MAPPING_BYTES_MAX} characters`)])
  }
  const lines = new LineCounter()
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) {
    const faults = document.errors.map(error => {
      const { line, col } = lines.linePos(error.pos[0])
      return { ...wholeFault('INVALID_YAML', `This is not YAML: ${error.message}`), line, column: col }
    })
    throw new InvalidMapping(name, faults)
  }
  const parsed = mappingSpec.safeParse(document.toJS(), { reportInput: true })
  const faults = parsed.success
    ? judgeMapping(parsed.data)
    : withoutConsequences(parsed.error.issues).flatMap(issue => issueFaults(issue, keysAt))
  if (faults.length > 0) throw new InvalidMapping(name, placeFaults(faults, document, lines))
  if (!parsed.success) throw parsed.error
  return parsed.data
}

/** A misspelt key is told once, not also as the missing of the one that was meant. */
function withoutConsequences(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const misspelt = issues.filter(({ code }) => code === 'unrecognized_keys').map(({ path }) => path.join('.'))
  return issues.filter(({ code, path }) => code !== 'custom' || !misspelt.includes(path.join('.')))
}

function wholeFault(code: string, message: string): MappingFault {
  return { line: 1, column: 1, path: '', code, message, fix: 'See docs/mapping.md' }
}
