import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import iconv from 'iconv-lite'
import { z } from 'zod'
import { rowFormats } from '../read/read-rows.ts'
import {
  type ConditionSpec,
  column,
  condition,
  conditionShape,
  lookupUseShape,
  many,
  requireOne,
  type Scalar,
  scalar,
  type ValueSpec,
  value,
  valueShape,
  zone,
} from './value-spec.ts'

/** Holds for a row of a group when its cell differs in this way from the one of the row before it. */
export interface ChangeSpec {
  column: string
  rises?: true
  becomes?: Scalar[]
  changes?: true
}

export interface RecordSpec {
  stream?: string
  kind: RecordKind
  each?: ChangeSpec
  when?: ConditionSpec[]
  once?: boolean
  /** Left out only of a Singer stream, which names its key itself. */
  id?: ValueSpec
  fields: Record<string, ValueSpec>
}

export type MappingSpec = z.output<typeof mappingSpec>

const changeShape = {
  column: column.describe('The column that is compared with the row before'),
  rises: z.literal(true).optional().describe('Its number is higher than in the row before'),
  becomes: many(scalar).optional().describe('It is one of these words, and was none of them in the row before'),
  changes: z.literal(true).optional().describe('It differs from the row before'),
}

const change = z
  .strictObject(changeShape)
  .superRefine((spec, context) =>
    requireOne(spec, ['rises', 'becomes', 'changes'], ['INVALID_CHANGE', 'A change is told by one test'], context),
  )

const recordShape = {
  stream: column.optional().describe('The Singer stream of whose records it is made'),
  kind: z.enum(kindNames).describe('What is made'),
  each: change.optional().describe('One record for each row of a group at which this happens'),
  when: many(condition).optional().describe('Made only when all of these hold'),
  once: z.boolean().optional().describe('One record per id in one import'),
  id: value.optional().describe("The sender's id; of a Singer stream its key when left out"),
  fields: z.record(z.string(), value).describe('The fields of the record'),
}

const record: z.ZodType<RecordSpec> = z.strictObject(recordShape)

const singleCharacter = z.string().regex(/^[\t -~]$/, 'Is not one ASCII character')

const file = z.strictObject({
  format: z
    .enum([...rowFormats, 'singer'])
    .describe('csv, ndjson (one JSON object per line), json (one array) or singer (the messages of a tap)'),
  separator: z
    .union([z.literal('whitespace'), z.literal('tab').transform(() => '\t'), singleCharacter], {
      error: 'Is neither one ASCII character, tab nor whitespace',
    })
    .optional()
    .describe('One ASCII character, tab or whitespace; told from the header when left out'),
  quote: z
    .union([z.literal('none').transform(() => null), singleCharacter], {
      error: 'Is neither one ASCII character nor none',
    })
    .optional()
    .describe('One ASCII character or none'),
  encoding: z
    .string()
    .refine(name => iconv.encodingExists(name), 'Is no known encoding')
    .optional()
    .describe('As iconv-lite names it; utf-8 when left out'),
  columns: z.array(column).min(1).max(2_000).optional().describe('Names for a file without a header row'),
  skipLines: z.int().min(0).max(10_000).optional().describe('Lines above the header that are no data'),
  nulls: z.array(z.string()).max(100).default([]).describe('Cells that mean nothing'),
})

const group = z.strictObject({
  by: column.describe('Rows with the same cell here tell one matter together'),
  order: z.array(value).min(1).max(10).describe('What tells the order in which the rows of a group were written'),
})

const lookup = z.strictObject({
  file: z
    .string()
    .regex(/^[^/\\]+$/, 'Is no name of a file in the same folder')
    .describe('The name of the file, in the same folder as the one that is imported'),
  key: column.describe('The column by which its rows are found'),
  when: many(condition).optional().describe('Its other rows are passed over'),
})

export const mappingSpec = z.strictObject({
  about: z.string().max(10_000).optional().describe('What the file is, and what to mind'),
  file: file.describe('How the file is written'),
  zone: zone.optional().describe('The zone of times that are written without one'),
  skip: many(condition).optional().describe('Rows of which nothing is made: any of these holds'),
  group: group.optional().describe('Several rows tell one matter'),
  lookups: z.record(z.string(), lookup).optional().describe('Other files of the folder in which values are sought'),
  records: z.array(record).min(1).max(50).describe('What is made of each row or group'),
})

const keysOf = (shape: object) => Object.keys(shape)

/** The keys that a mapping may have at a place, for suggestions. */
export function keysAt(path: PropertyKey[]): string[] {
  const steps = path.map(String).filter(step => !/^\d+$/.test(step))
  const [place, ...below] = steps
  const owner = steps.at(-1)
  if (owner === undefined) return keysOf(mappingSpec.shape)
  if (owner === 'when' || owner === 'skip') return keysOf(conditionShape)
  if (owner === 'lookup') return keysOf(lookupUseShape)
  if (place === 'lookups') return keysOf(lookup.shape)
  if (below.length === 1 && owner === 'each') return keysOf(changeShape)
  if (below.length > 0) return keysOf(valueShape)
  if (place === 'file') return keysOf(file.shape)
  return place === 'group' ? keysOf(group.shape) : keysOf(recordShape)
}
