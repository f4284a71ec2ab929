import { isObjectType } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sources } from '../../packages/api/src/entities/sources.ts'
import { createSchema } from '../../packages/api/src/graphql/schema.ts'
import type { Role } from '../../packages/api/src/security/roles.ts'
import { createToken } from '../../packages/api/src/security/tokens.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { wholeRecords } from './whole-records.ts'

const schema = await createSchema()
const withPersonalData = Object.values(sources).filter(({ personal }) => personal.length > 0)

let server: TestServer
let analyst: Readonly<Record<string, string>>
let service: Readonly<Record<string, string>>

beforeAll(async () => {
  server = await testServer()
  for (const [kind, record] of Object.entries(wholeRecords)) await server.ingest(kind, [record])
  analyst = await bearer('analyst')
  service = await bearer('service')
})
afterAll(() => server.close())

async function bearer(role: Role) {
  const expiresAt = new Date('2100-01-01T00:00:00Z')
  const given = { name: role, role, brands: null, source: null, expiresAt }
  return { authorization: `Bearer ${(await createToken(server.database.owner, given)).token}` }
}

test('is what names people, tells what they said, or is kept of them without our knowing what', () => {
  const columns = withPersonalData.map(({ name, personal }) => [name, personal])
  expect(Object.fromEntries(columns)).toEqual({
    customers: ['name', 'email', 'phone', 'attributes', 'nameSearch', 'emailSearch'],
    interactions: ['attributes'],
    contacts: ['subject', 'text', 'agent'],
    contactEvents: ['agent'],
    feedback: ['comment'],
    qualityReviews: ['reviewer'],
  })
})

describe.each(withPersonalData)('of $name', ({ name, typeName, personal }) => {
  const type = schema.getType(typeName)
  const fields = personal.filter(column => isObjectType(type) && column in type.getFields())

  async function read(headers: Readonly<Record<string, string>>): Promise<Record<string, unknown>> {
    const { data } = await server.graphql(`{ ${name} { nodes { ${fields.join(' ')} } } }`, {}, headers)
    const [record] = (data as Record<string, { nodes: Record<string, unknown>[] }>)[name]?.nodes ?? []
    return record ?? {}
  }

  test('is seen by service and by no analyst', async () => {
    const [whole, masked] = [await read(service), await read(analyst)]
    for (const field of fields) expect([field, whole[field]]).not.toEqual([field, null])
    expect(masked).toEqual(Object.fromEntries(fields.map(field => [field, null])))
  })
})

test('is the id by which a sender knows a customer, which may be their address', async () => {
  const asked = '{ customers { nodes { identities { source externalId } } } }'
  const idsFor = async (headers: Readonly<Record<string, string>>) => {
    const { data } = await server.graphql(asked, {}, headers)
    const { nodes } = (data as { customers: { nodes: { identities: { externalId: string | null }[] }[] } }).customers
    return nodes.flatMap(({ identities }) => identities.map(({ externalId }) => externalId))
  }
  expect(await idsFor(service)).toContain('anja')
  expect(new Set(await idsFor(analyst))).toEqual(new Set([null]))
})

const questions = withPersonalData.flatMap(({ name, personal, filters, orders }) => {
  const conditions = Object.entries(filters).filter(([, filter]) =>
    'column' in filter ? personal.includes(filter.column) : filter.personal,
  )
  const places = Object.entries(orders).filter(([, { column }]) => personal.includes(column))
  return [
    ...conditions.map(([field]) => ({ asked: `${name}(where: {${field}: {isNull: true}})`, path: `where.${field}` })),
    ...places.map(([word]) => ({ asked: `${name}(orderBy: {field: ${word}})`, path: 'orderBy.field' })),
  ]
})

test.each(questions)('cannot be guessed at by an analyst through $asked', async ({ asked, path }) => {
  const { errors } = await server.graphql(`{ ${asked} { totalCount } }`, {}, analyst)
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'PERSONAL_DATA', path })
  expect((await server.graphql(`{ ${asked} { totalCount } }`, {}, service)).errors).toBeUndefined()
})
