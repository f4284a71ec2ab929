import * as tables from '@tweeluik/schema/tables'
import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { BRANDS, fillWithTwoBrands } from '../contract/two-brands.ts'
import { testDatabase } from '../support/database.ts'
import { changePolicy, type Policy, readerPolicies, rowsByBrand } from './policies.queries.ts'

const FLIPS: readonly (readonly [pattern: RegExp, flipped: string])[] = [
  [/ = /g, ' <> '],
  [/ <> /g, ' = '],
  [/ OR /g, ' AND '],
  [/ AND /g, ' OR '],
  [/ IS NULL/g, ' IS NOT NULL'],
  [/ ANY /g, ' ALL '],
]
const READERS: readonly (readonly string[])[] = [[], ['nowhere'], ...BRANDS.map(brand => [brand]), BRANDS]

const branded = new Set<string>(
  Object.values(tables)
    .filter(table => is(table, PgTable))
    .flatMap(table => ('brand' in getTableColumns(table) ? [getTableName(table)] : [])),
)

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await fillWithTwoBrands(database)
})
afterAll(() => database.close())

function mutantsOf(condition: string): readonly string[] {
  return FLIPS.flatMap(([pattern, flipped]) =>
    [...condition.matchAll(pattern)].map(
      ({ index, 0: { length } }) => condition.slice(0, index) + flipped + condition.slice(index + length),
    ),
  )
}

type Count = { brand: string; n: number }

/** Where a reader sees more or less than the rows of its brands, and those of none if it has brands at all. */
async function wronged({ tables }: Policy): Promise<readonly string[]> {
  const wrong = await Promise.all(tables.map(table => wrongedOn(table)))
  return wrong.flat()
}

async function wrongedOn(table: string): Promise<readonly string[]> {
  const count = rowsByBrand(table, branded.has(table))
  const all = await database.owner.unsafe<Count[]>(count)
  const wrong: string[] = []
  for (const brands of READERS) {
    const [seen] = await database.asReader(brands, sql => [sql.unsafe<Count[]>(count)])
    const own = all.filter(({ brand }) => (brand === '' ? brands.length > 0 : brands.includes(brand)))
    if (JSON.stringify(seen) !== JSON.stringify(own)) wrong.push(`${table}: ${brands.join(', ')}`)
  }
  return wrong
}

test('every operator of every policy matters to some reader', async () => {
  const policies = await readerPolicies(database.owner)
  expect(policies.length).toBeGreaterThanOrEqual(3)
  for (const policy of policies) {
    expect(await wronged(policy), policy.name).toEqual([])
    const mutants = mutantsOf(policy.condition)
    expect(mutants.length).toBeGreaterThan(0)
    for (const condition of mutants) {
      await changePolicy(database.owner, { ...policy, condition })
      expect(await wronged(policy), `${policy.name} as ${condition}`).not.toEqual([])
    }
    await changePolicy(database.owner, policy)
  }
})
