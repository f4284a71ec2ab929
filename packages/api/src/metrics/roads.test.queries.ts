import type { Sql } from '../db/pools.ts'

/** As a database is to which this part is new. */
export async function forgetPart(owner: Sql, fact: string, part: string): Promise<void> {
  const gone = await owner`/* forgetPart */ delete from rollup_parts where fact = ${fact} and part = ${part}`
  if (gone.count !== 1) throw new Error(`${fact} keeps no ${part}`)
}

/** As a database is to which this dimension set is new. */
export async function forgetSet(owner: Sql, fact: string, dimensions: string): Promise<void> {
  await forgetPart(owner, fact, `{${dimensions}}`)
  await owner`/* forgetCells */ delete from rollup where fact = ${fact} and dimensions = ${dimensions}`
  await owner`/* forgetGapCells */ delete from rollup_gaps where fact = ${fact} and dimensions = ${dimensions}`
}

/** As if nothing had ever come before: to see who reads them. */
export async function forgetGaps(owner: Sql, fact: string, gap: string): Promise<void> {
  const gone = await owner`/* forgetGaps */ delete from rollup_gaps where fact = ${fact} and part = ${gap}`
  if (gone.count === 0) throw new Error(`${fact} keeps no gaps ${gap}`)
}

/** As a database is that was filled by a version with another definition. */
export async function keepGapsByAnotherRule(owner: Sql, fact: string, gap: string): Promise<void> {
  await owner`/* anotherRule */
    update rollup_parts set definition = 'another' where fact = ${fact} and part = ${gap} and store = 'gaps'`
  const cells = await owner`/* otherGaps */
    update rollup_gaps set survivors = array[7, 7] where fact = ${fact} and part = ${gap}`
  if (cells.count === 0) throw new Error(`${fact} keeps no gaps ${gap}`)
}

/** Where sums stand. */
export async function keptPositions(owner: Sql, fact: string): Promise<number[]> {
  const rows = await owner<{ position: number }[]>`/* keptPositions */
    select position from rollup_parts where fact = ${fact} and store = 'sums'`
  return rows.map(({ position }) => position)
}
