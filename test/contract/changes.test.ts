import { setImmediate } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createToken } from '../../packages/api/src/security/tokens.ts'
import { type TestServer, testServer } from '../support/serving.ts'

interface Change {
  id: string
  deleted: boolean
  at: string | null
  record: { externalId?: string; topic?: string | null; text?: string | null; name?: string | null } | null
}
interface Page {
  nodes: Change[]
  cursor: string
  hasMore: boolean
}

let server: TestServer
let tokens: Record<'admin' | 'north' | 'analyst' | 'viewer', string>

beforeAll(async () => {
  server = await testServer()
  const token = async (role: 'admin' | 'analyst' | 'service' | 'viewer', brands: string[] | null) =>
    (
      await createToken(server.database.owner, {
        name: role,
        role,
        brands,
        source: null,
        expiresAt: new Date('2100-01-01T00:00:00Z'),
      })
    ).token
  tokens = {
    admin: await token('admin', null),
    north: await token('service', ['north']),
    analyst: await token('analyst', null),
    viewer: await token('viewer', null),
  }
})
afterAll(() => server.close())

const as = (who: keyof typeof tokens) => ({ authorization: `Bearer ${tokens[who]}` })

async function page(
  kind: string,
  since: string | null,
  first = 100,
  who: keyof typeof tokens = 'admin',
): Promise<Page> {
  const { data, errors } = await server.graphql(
    `query ($kind: RecordKind!, $since: String, $first: Int!) {
      changes(kind: $kind, since: $since, first: $first) {
        cursor hasMore
        nodes { id deleted at record { __typename ... on Contact { externalId topic text } ... on Customer { name } } }
      }
    }`,
    { kind, since, first },
    as(who),
  )
  if (errors) throw new Error(JSON.stringify(errors))
  return (data as { changes: Page }).changes
}

/** Everything from a place on, page by page. */
async function follow(kind: string, since: string | null, first = 100, who: keyof typeof tokens = 'admin') {
  const nodes: Change[] = []
  for (let cursor = since; ; ) {
    const found = await page(kind, cursor, first, who)
    nodes.push(...found.nodes)
    cursor = found.cursor
    if (!found.hasMore) return { nodes, cursor }
  }
}

const contact = (id: string, more: object = {}) => ({ id, channel: 'phone', openedAt: '2026-03-01T09:00:00Z', ...more })
const send = (records: readonly object[]) => server.ingest('contacts', records, as('admin'))
const told = ({ nodes }: { nodes: Change[] }) =>
  nodes.map(({ deleted, record }) => (deleted ? 'gone' : `${record?.externalId} ${record?.topic}`))

test('a follower learns of what came, changed and went, each once and in order, and resumes where it was', async () => {
  await send([contact('a', { topic: 'one' }), contact('b', { topic: 'one' })])
  await send([contact('c', { topic: 'one' })])
  const first = await page('CONTACT', null, 2)
  expect(first.hasMore).toBe(true)
  const all = await follow('CONTACT', null, 1)
  expect(told(all).sort()).toEqual(['a one', 'b one', 'c one'])
  expect(told(all).at(-1)).toBe('c one')

  expect(await follow('CONTACT', all.cursor)).toEqual({ nodes: [], cursor: all.cursor })
  await send([contact('a', { topic: 'two' })])
  await send([contact('c', { topic: 'one' })])
  await send([{ id: 'b', deletedAt: '2026-03-02T00:00:00Z' }])
  const later = await follow('CONTACT', all.cursor, 1)
  expect(told(later)).toEqual(['a two', 'gone'])
  expect(later.nodes[1]?.id).toBe(all.nodes.find(({ record }) => record?.externalId === 'b')?.id)

  await send([contact('b', { topic: 'back', updatedAt: '2027-01-01T00:00:00Z' })])
  expect(told(await follow('CONTACT', later.cursor))).toEqual(['b back'])
})

test('nothing is missed and no end is wrong while four senders write at once', async () => {
  const begin = (await follow('CONTACT', null, 500)).cursor
  const copy = new Map<string, string>()
  let sending = true
  const sender = async (number: number) => {
    for (let batch = 0; batch < 8; batch++) {
      const records = Array.from({ length: 12 }, (_, row) => {
        const id = `s${(row * 5 + number + batch) % 25}`
        const updatedAt = new Date(Date.UTC(2026, 3, 1, 0, batch, number)).toISOString()
        return row % 7 === 6
          ? { id, updatedAt, deletedAt: updatedAt }
          : contact(id, { topic: `${number}-${batch}`, updatedAt })
      })
      await send([...new Map(records.map(record => [record.id, record])).values()])
    }
  }
  const following = (async () => {
    for (let cursor = begin, hasMore = true; sending || hasMore; ) {
      const found = await page('CONTACT', cursor, 7)
      for (const { id, deleted, record } of found.nodes) {
        if (deleted || !record) copy.delete(id)
        else copy.set(id, `${record.externalId} ${record.topic}`)
      }
      ;({ cursor, hasMore } = found)
      await setImmediate()
    }
  })()
  await Promise.all([0, 1, 2, 3].map(sender))
  sending = false
  await following
  const there = await follow('CONTACT', begin, 500)
  const wanted = there.nodes
    .filter(({ deleted }) => !deleted)
    .map(({ record }) => `${record?.externalId} ${record?.topic}`)
  expect([...copy.values()].sort()).toEqual(wanted.sort())
})

test('a brand learns that a record left it, and nothing of what never was its own', async () => {
  await send([contact('moving', { brand: 'north', topic: 'here' }), contact('other', { brand: 'south' })])
  const before = await follow('CONTACT', null, 500, 'north')
  expect(told(before)).toEqual(['moving here'])
  await send([contact('moving', { brand: 'south' }), { id: 'other', deletedAt: '2026-03-02T00:00:00Z' }])
  const after = await follow('CONTACT', before.cursor, 500, 'north')
  expect(after.nodes).toMatchObject([{ id: before.nodes[0]?.id, deleted: true, record: null }])
  await send([contact('moving', { brand: 'north', topic: 'back' })])
  expect(told(await follow('CONTACT', after.cursor, 500, 'north'))).toEqual(['back'].map(topic => `moving ${topic}`))
})

test('customers and catalogues are followed alike', async () => {
  const [customers, triggers] = [await follow('CUSTOMER', null), await follow('TRIGGER', null)]
  await server.ingest('customers', [{ id: 'anja', name: 'Anja' }], as('admin'))
  await server.ingest('triggers', [{ id: 'size', name: 'Size', department: 'product' }], as('admin'))
  expect((await follow('CUSTOMER', customers.cursor)).nodes).toMatchObject([
    { deleted: false, record: { name: 'Anja' } },
  ])
  const came = await follow('TRIGGER', triggers.cursor)
  await server.ingest('triggers', [{ id: 'size', deletedAt: '2026-03-02T00:00:00Z' }], as('admin'))
  expect((await follow('TRIGGER', came.cursor)).nodes).toMatchObject([{ id: came.nodes[0]?.id, deleted: true }])
})

test('personal data stays withheld, and whoever sees no rows follows none', async () => {
  await send([contact('spoken', { text: 'My address is ..' })])
  const { nodes } = await follow('CONTACT', null, 500, 'analyst')
  expect(nodes.find(({ record }) => record?.externalId === 'spoken')?.record?.text).toBeNull()
  await expect(page('CONTACT', null, 1, 'viewer')).rejects.toThrow('ROWS_WITHHELD')
})

test.each([
  ['nonsense', 1, 'BAD_CURSOR'],
  [Buffer.from('["order",1,"00000000-0000-0000-0000-000000000000"]').toString('base64url'), 1, 'BAD_CURSOR'],
  [null, 501, 'OUT_OF_RANGE'],
  [null, -1, 'OUT_OF_RANGE'],
])('since %j first %j is refused as %s', async (since, first, code) => {
  await expect(page('CONTACT', since, first)).rejects.toThrow(code)
})
