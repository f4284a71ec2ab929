import { type FactName, factNames } from '@tweeluik/schema/facts'
import type { Database, TransactionSql } from '../../db/pools.ts'
import { isAnyGapUnready, type StoredPart, storedParts, storedSketches } from '../../db/rollup-parts.queries.ts'
import { sumParts } from '../../db/rollup-parts.ts'
import {
  appendedGaps,
  appendedSums,
  createGivenGaps,
  differentSums,
  foldedGaps,
  givenGaps,
  noteGivenGaps,
  recomputedGaps,
  recomputedSums,
} from './audit.queries.ts'
import { lockRollups } from './compact.queries.ts'
import { hasGaps } from './delta.queries.ts'
import { addToCounts, type DenseCounts } from './dense-counts.ts'
import { extentOf } from './rebuild.queries.ts'
import type { OnSlice } from './rebuild.ts'
import {
  createValueChanges,
  forgetValueChanges,
  noteValuesOf,
  type SketchChange,
  sketchCells,
  sketchChanges,
  sketchesOf,
} from './sketches.queries.ts'
import { monthsOf, ROWS_PER_SLICE, type Slice, slicesOf, withWeeksOf } from './slices.ts'
import { addToSurvivors } from './survivors.ts'

/** A cell whose stored value, with what was appended to it since, is not what its records give. */
export interface CellDifference {
  fact: string
  dimensions: string
  day: string
  brand: string
  /** What is added up; of gaps by how many days they are longer, of values in which bucket they lie. */
  part: string
  stored: number
  recomputed: number
}

interface Auditing {
  sql: TransactionSql
  fact: FactName
  slice: Slice
  /** The slice's days in pieces, where it may hold more than is held at once. */
  days: readonly Slice[]
  parts: readonly StoredPart[]
  limit: number
}

/**
 * Cells that differ from what their records give, at most `limit`; none is the only good answer. Changes nothing, and
 * goes on beside loads: each slice is compared as it was at one moment.
 */
export async function audit(
  { owner }: Database,
  limit = 100,
  onSlice: OnSlice = () => {},
  rowsPerSlice = ROWS_PER_SLICE,
): Promise<CellDifference[]> {
  const differences: CellDifference[] = []
  for (const fact of factNames) {
    const extent = await extentOf(owner, fact)
    const slices = slicesOf(extent, rowsPerSlice)
    for (const [index, slice] of slices.entries()) {
      const days = slices.length > 1 ? [slice] : monthsOf(extent)
      const found = await owner.begin('isolation level repeatable read', async sql => {
        await lockRollups(sql)
        const auditing = { sql, fact, slice, days, parts: await storedParts(sql), limit: limit - differences.length }
        return [...(await auditSums(auditing)), ...(await auditGaps(auditing)), ...(await auditSketches(auditing))]
      })
      differences.push(...found.slice(0, limit - differences.length))
      if (differences.length === limit) return differences
      onSlice(fact, index + 1, slices.length)
    }
  }
  return differences
}

/** Parts that are ready and that this version of the program knows: of others nothing can be said. */
async function auditSums({ sql, fact, slice, parts, limit }: Auditing): Promise<CellDifference[]> {
  const audited = parts.filter(part => part.fact === fact && part.ready && sumParts.get(fact)?.has(part.key))
  if (audited.length === 0) return []
  const cells = await differentSums(sql, fact, slice, { parts, audited, limit })
  return cells.flatMap(({ dimensions, day, brand, stored, recomputed }) =>
    audited.flatMap(({ key }, at): CellDifference[] => {
      const [is = 0, should = 0] = [stored[at], recomputed[at]]
      return is === should ? [] : [{ fact, dimensions, day, brand, part: key, stored: is, recomputed: should }]
    }),
  )
}

/** As stored and as it should be, by the address of a cell. */
type Compared<Value> = Map<string, { is: Value; should: Value }>

const addressOf = (cell: object, names: readonly string[]) =>
  JSON.stringify(names.map(name => (cell as Record<string, unknown>)[name]))

const GAP_CELL = ['dimensions', 'day', 'brand', 'part', 'currency', 'd1', 'd2', 'd3']

async function auditGaps({ sql, fact, slice, days }: Auditing): Promise<CellDifference[]> {
  if (!hasGaps(fact) || (await isAnyGapUnready(sql, fact))) return []
  await createGivenGaps(sql)
  await noteGivenGaps(sql, fact, appendedGaps(fact, slice), true)
  await noteGivenGaps(sql, fact, recomputedGaps(fact, slice), false)
  const differences: CellDifference[] = []
  for (const part of days) differences.push(...(await differentGaps(sql, fact, part)))
  return differences
}

async function differentGaps(sql: TransactionSql, fact: FactName, slice: Slice): Promise<CellDifference[]> {
  const compared: Compared<readonly number[]> = new Map()
  for (const cell of await foldedGaps(sql, fact, slice)) {
    compared.set(addressOf(cell, GAP_CELL), { is: cell.survivors, should: [] })
  }
  for (const given of await givenGaps(sql, slice)) {
    const address = addressOf(given, GAP_CELL)
    const known = compared.get(address) ?? { is: [], should: [] }
    const side = given.stored ? 'is' : 'should'
    compared.set(address, { ...known, [side]: addToSurvivors(known[side], given) })
  }
  return [...compared].flatMap(([address, { is, should }]): CellDifference[] => {
    const beyond = (survivors: readonly number[], days: number) => survivors[days] ?? survivors.at(-1) ?? 0
    const length = Math.max(is.length, should.length)
    for (let at = 0; at < length; at += 1) {
      const told = { stored: beyond(is, at), recomputed: beyond(should, at) }
      if (told.stored === told.recomputed) continue
      const [dimensions, day, brand, part] = JSON.parse(address) as [string, string, string, string]
      return [{ fact, dimensions, day, brand, part: `${part} > ${at}`, ...told }]
    }
    return []
  })
}

const SKETCH_CELL = ['dimensions', 'day', 'brand', 'grain', 'd1', 'd2']
const NOTHING: DenseCounts = { lowest: 0, counts: [] }

async function auditSketches(auditing: Auditing): Promise<CellDifference[]> {
  const { sql, fact, slice, parts } = auditing
  const stored = sketchesOf(fact, await storedSketches(sql)).filter(sketch => sketch.ready)
  if (stored.length === 0) return []
  const days = withWeeksOf(slice)
  const compared = new Map<string, Compared<DenseCounts>>()
  for (const sketch of stored) {
    const cells = await sketchCells(sql, sketch, slice)
    const folded = cells.map(({ lowest, counts, ...cell }): [string, { is: DenseCounts; should: DenseCounts }] => [
      addressOf(cell, SKETCH_CELL),
      { is: { lowest: lowest ?? 0, counts: counts ?? [] }, should: NOTHING },
    ])
    compared.set(sketch.key, new Map(folded))
  }
  await createValueChanges(sql)
  for (const [side, rows] of [
    ['is', appendedSums(fact, days, parts)],
    ['should', recomputedSums(fact, days, parts)],
  ] as const) {
    await forgetValueChanges(sql)
    await noteValuesOf(sql, fact, rows, parts, stored)
    for (const [place, sketch] of stored.entries()) {
      addChanges(compared.get(sketch.key) ?? new Map(), side, await sketchChanges(sql, sketch, place, slice))
    }
  }
  return [...compared].flatMap(([key, cells]) =>
    [...cells].flatMap(([address, { is, should }]): CellDifference[] => {
      const bucket = firstDifference(is, should)
      if (bucket === null) return []
      const [dimensions, day, brand, grain] = JSON.parse(address) as [string, string, string, string]
      const told = { stored: countIn(is, bucket), recomputed: countIn(should, bucket) }
      return [{ fact, dimensions, day, brand, part: `${key} by ${grain} in ${bucket}`, ...told }]
    }),
  )
}

function addChanges(compared: Compared<DenseCounts>, side: 'is' | 'should', changes: readonly SketchChange[]): void {
  for (const change of changes) {
    const address = addressOf(change, SKETCH_CELL)
    const known = compared.get(address) ?? { is: NOTHING, should: NOTHING }
    compared.set(address, { ...known, [side]: addToCounts(known[side], change.buckets, change.changes) })
  }
}

const countIn = ({ lowest, counts }: DenseCounts, bucket: number) => counts[bucket - lowest] ?? 0

function firstDifference(one: DenseCounts, other: DenseCounts): number | null {
  const buckets = [one, other].flatMap(({ lowest, counts }) => counts.map((_, at) => lowest + at))
  return buckets.find(bucket => countIn(one, bucket) !== countIn(other, bucket)) ?? null
}
