import { getTableName } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sources } from '../../packages/api/src/entities/sources.ts'
import { globalId } from '../../packages/api/src/graphql/global-id.ts'
import { createToken } from '../../packages/api/src/security/tokens.ts'
import { testDatabase } from '../support/database.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { BRANDS, fillWithTwoBrands } from './two-brands.ts'

interface Listed {
  totalCount: number
  nodes: { id: string; brand: string | null }[]
}

let server: TestServer

beforeAll(async () => {
  const database = await testDatabase()
  await fillWithTwoBrands(database)
  server = await testServer({ database })
})
afterAll(async () => {
  await server.close()
  await server.database.close()
})

async function readerOf(brand: string) {
  const expiresAt = new Date('2100-01-01T00:00:00Z')
  const given = { name: brand, role: 'service', brands: [brand], source: null, expiresAt } as const
  return { authorization: `Bearer ${(await createToken(server.database.owner, given)).token}` }
}

describe.each(Object.values(sources))('$name', ({ kind, name, typeName, table }) => {
  const rows = async () =>
    await server.database.owner<{ id: string; brand: string | null }[]>`
      select id, brand from ${server.database.owner(getTableName(table))}`

  test.each(BRANDS)('shows a reader of %s the records of this brand and those that all share', async brand => {
    const visible = (await rows()).filter(row => row.brand === brand || row.brand === null)
    const { data } = await server.graphql(
      `{ ${name}(first: 500) { totalCount nodes { id brand } } }`,
      {},
      await readerOf(brand),
    )
    const { totalCount, nodes } = (data as Record<string, Listed>)[name] as Listed
    expect(visible.some(row => row.brand === brand)).toBe(true)
    expect(nodes.map(({ id }) => id).sort()).toEqual(visible.map(({ id }) => globalId(kind, id)).sort())
    expect(totalCount).toBe(visible.length)
  })

  test('gives a record by its id to whoever sees its brand, and to others nothing', async () => {
    const query = 'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }'
    const all = await rows()
    const ids = all.map(({ id }) => globalId(kind, id))
    const { data } = await server.graphql(query, { ids }, await readerOf('north'))
    expect(data).toEqual({
      nodes: all.map(({ id, brand }) =>
        brand === 'north' || brand === null ? { __typename: typeName, id: globalId(kind, id) } : null,
      ),
    })
  })
})
