import type { RecordKind } from '@tweeluik/schema/records'
import { LineCounter, parseDocument } from 'yaml'
import { allOf, cellReader, type Test, testOf } from './cells.ts'
import { columnsOf } from './columns.ts'
import { InvalidMapping, issueFaults, type MappingFault, placeFaults } from './faults.ts'
import { judgeMapping } from './judge.ts'
import { keysAt, type MappingSpec, mappingSpec, type RecordSpec } from './spec.ts'
import { compileValue, type MakeValue } from './values.ts'

const MAPPING_BYTES_MAX = 262_144

/** How rows of one kind of foreign file become records. Made by {@link loadMapping}. */
export interface Mapping {
  name: string
  file: MappingSpec['file']
  /** Every column it reads. */
  columns: string[]
  skips: Test
  records: RecordMapping[]
}

export interface RecordMapping {
  kind: RecordKind
  holds: Test
  once: boolean
  occurrence: boolean
  id: MakeValue
  fields: [name: string, make: MakeValue][]
}

/** Reads a mapping; throws {@link InvalidMapping} with every fault and its line and column. `name` is for the messages. */
export function loadMapping(yamlText: string, name: string): Mapping {
  const spec = readSpec(yamlText, name)
  const cell = cellReader(spec.file.nulls)
  const skips = (spec.skip ?? []).map(condition => testOf(condition, cell))
  return {
    name,
    file: spec.file,
    columns: columnsOf(spec),
    skips: row => skips.some(test => test(row)),
    records: spec.records.map(record => compileRecord(record, spec)),
  }
}

function compileRecord(record: RecordSpec, { zone, file }: MappingSpec): RecordMapping {
  const cell = cellReader(file.nulls)
  return {
    kind: record.kind,
    holds: allOf(record.when, cell),
    once: record.once ?? false,
    occurrence: record.id.occurrence ?? false,
    id: compileValue(record.id, { cell, zone, path: 'id' }),
    fields: Object.entries(record.fields).map(([path, value]) => [path, compileValue(value, { cell, zone, path })]),
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
    : parsed.error.issues.flatMap(issue => issueFaults(issue, keysAt))
  if (faults.length > 0) throw new InvalidMapping(name, placeFaults(faults, document, lines))
  if (!parsed.success) throw parsed.error
  return parsed.data
}

function wholeFault(code: string, message: string): MappingFault {
  return { line: 1, column: 1, path: '', code, message, fix: 'See docs/mapping.md' }
}
