import { randomUUID } from 'node:crypto'
import { recordId } from '@tweeluik/schema'
import { kindNames, recordKinds } from '@tweeluik/schema/records'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sources } from '../../packages/api/src/entities/sources.ts'
import { globalId } from '../../packages/api/src/graphql/global-id.ts'
import type { Role } from '../../packages/api/src/security/roles.ts'
import { createToken } from '../../packages/api/src/security/tokens.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { wholeRecords } from './whole-records.ts'

type Headers = Readonly<Record<string, string>>

interface Payload {
  id: string | null
  record: Record<string, unknown> | null
  problems: { code: string; path: string; message: string; fix: string }[]
  notices: { code: string }[]
}

let server: TestServer
let admin: Headers
/** Writes source `test` in brand north. */
let integrator: Headers

beforeAll(async () => {
  server = await testServer()
  admin = await bearer('admin')
  integrator = await bearer('integrator', ['north'], 'test')
  for (const kind of Object.keys(wholeRecords)) {
    await server.ingest(kind, [wholeRecords[kind as keyof typeof wholeRecords]], admin)
  }
})
afterAll(() => server.close())

async function bearer(role: Role, brands: readonly string[] | null = null, source: string | null = null) {
  const expiresAt = new Date('2100-01-01T00:00:00Z')
  const given = { name: role, role, brands, source, expiresAt }
  return { authorization: `Bearer ${(await createToken(server.database.owner, given)).token}` }
}

const ANSWER = 'id problems { code path message fix } notices { code }'

/** One mutation; its arguments are variables `$id`, `$input`, `$patch`. */
async function change(
  name: string,
  given: { id?: string | undefined; input?: object; patch?: object },
  { headers = admin, read = '' }: { headers?: Headers; read?: string } = {},
): Promise<Payload> {
  const [verb = '', type = ''] = name.split(/(?<=^[a-z]+)(?=[A-Z])/)
  const parts = { create: ['input', `${type}Input!`], update: ['patch', `${type}Patch!`] }[verb]
  const variables = [...(verb === 'create' ? [] : [['id', 'ID!']]), ...(parts ? [parts] : [])]
  const signature = variables.map(([variable, of]) => `$${variable}: ${of}`).join(', ')
  const args = variables.map(([variable]) => `${variable}: $${variable}`).join(', ')
  const record = read && `record { ${read} }`
  const query = `mutation (${signature}) { ${name}(${args}) { ${ANSWER} ${record} } }`
  const { data, errors } = await server.graphql(query, given, headers)
  expect(errors).toBeUndefined()
  return (data as Record<string, Payload>)[name] as Payload
}

const idOf = (kind: keyof typeof recordKinds, externalId: string, source = 'test') => {
  const { singular } = recordKinds[kind]
  return globalId(singular, recordId(singular, source, externalId))
}

/** Another id of the customer that is sent; it is known by the least. */
const anjaElsewhere = idOf('customers', 'a-1', 'elsewhere')

const contact = <Fields extends object>(fields: Fields) => ({
  channel: 'phone',
  openedAt: '2026-03-05T10:00:00Z',
  brand: 'north',
  ...fields,
})

/** A contact of its own, by the ingest door. */
async function contactOf(fields: object = {}, headers = admin): Promise<string> {
  const id = randomUUID()
  await server.ingest('contacts', [{ ...contact(fields), id }], headers)
  return idOf('contacts', id)
}

async function receiptOfLast() {
  const [batch] = await server.database.owner`
    select kind, source, created, updated, unchanged, waiting, rejected from ingest_batches order by sequence desc limit 1`
  return batch
}

describe('of every kind', () => {
  test('the records here hold every field there is', () => {
    const stamps = ['updatedAt', 'deletedAt']
    for (const kind of kindNames) {
      const fields = Object.keys(recordKinds[kind].schema.shape).filter(field => !stamps.includes(field))
      expect(Object.keys(wholeRecords[kind]).sort(), kind).toEqual(fields.sort())
    }
  })

  test.each(kindNames)('a patch of nothing sends %s again exactly as they were sent', async kind => {
    const { singular } = recordKinds[kind]
    const payload = await change(`update${sources[singular].typeName}`, {
      id: idOf(kind, String(wholeRecords[kind]['id'])),
      patch: {},
    })
    const ids = [idOf(kind, String(wholeRecords[kind]['id'])), ...(kind === 'customers' ? [anjaElsewhere] : [])]
    expect(payload).toEqual({
      id: ids.sort()[0],
      problems: [],
      notices: expect.anything(),
    })
    expect(await receiptOfLast()).toEqual({
      kind,
      source: 'test',
      created: 0,
      updated: 0,
      unchanged: 1,
      waiting: 0,
      rejected: 0,
    })
  })
})

describe('creating', () => {
  test('makes a record of source graphql, which is given back as it is read', async () => {
    const input = contact({ customer: { source: 'test', id: 'anja' }, outcome: 'RESOLVED', talkSeconds: 60 })
    const read = 'id source externalId channel openedAt outcome handled handleSeconds customer { name }'
    const { id, record, problems } = await change('createContact', { input }, { read })
    expect(problems).toEqual([])
    expect(record).toEqual({
      id,
      source: 'graphql',
      externalId: expect.any(String),
      channel: 'phone',
      openedAt: '2026-03-05T10:00:00.000Z',
      outcome: 'RESOLVED',
      handled: true,
      handleSeconds: 60,
      customer: { name: 'Anja Bakker' },
    })
  })

  test('takes the id that is given, and leaves alone what has it already', async () => {
    const id = randomUUID()
    expect((await change('createContact', { input: contact({ id, team: 'first' }) })).problems).toEqual([])
    const again = await change('createContact', { input: contact({ id, team: 'second' }) }, { read: 'team' })
    expect(again).toMatchObject({ id: null, record: null, problems: [{ code: 'ALREADY_EXISTS', path: 'input.id' }] })
    const { record } = await change(
      'updateContact',
      { id: idOf('contacts', id, 'graphql'), patch: {} },
      { read: 'team' },
    )
    expect(record).toEqual({ team: 'first' })
  })

  test('makes a customer whom others had only named', async () => {
    const named = randomUUID()
    await contactOf({ customer: named })
    const input = { id: named, name: 'Bram', brand: 'north' }
    const { id, problems } = await change('createCustomer', { input }, { headers: integrator })
    expect({ id, problems }).toEqual({ id: idOf('customers', named), problems: [] })
  })

  test('takes attributes of any shape, also written in the document', async () => {
    const query = `mutation { createInteraction(input: {
      customer: {source: "test", id: "anja"}, touchpoint: {source: "test", id: "chat"}, brand: "north",
      at: "2026-03-05T10:00:00Z", attributes: {page: {path: "/shoes", seen: [1, 2.5, null, true]}}
    }) { record { attributes touchpoint { name } } problems { code } } }`
    const attributes = { page: { path: '/shoes', seen: [1, 2.5, null, true] } }
    expect((await server.graphql(query, {}, admin)).data).toEqual({
      createInteraction: { record: { attributes, touchpoint: { name: 'Chat' } }, problems: [] },
    })
  })

  test('tells what the door would not take, where in the input, and leaves no trace of it', async () => {
    const before = await receiptOfLast()
    const input = contact({ answeredAt: '2026-03-05T09:00:00Z' })
    const { id, problems } = await change('createContact', { input })
    expect({ id, problems }).toEqual({
      id: null,
      problems: [
        { code: 'BEFORE_OPENED', path: 'input.answeredAt', message: expect.any(String), fix: expect.any(String) },
      ],
    })
    expect(await receiptOfLast()).toEqual(before)
  })

  test('tells what stands in the way beside the records that are there', async () => {
    const rate = { brand: 'north', team: 'fitters', channel: 'chat', from: '2026-06-01T00:00:00Z', perHour: '40' }
    const { problems } = await change('createCostRate', { input: rate })
    expect(problems).toMatchObject([{ code: 'RATE_OVERLAPS', path: 'input.from' }])
  })

  test('of what lives with a contact wants the contact first', async () => {
    const event = { contact: { source: 'test', id: randomUUID() }, at: '2026-03-05T10:00:00Z', type: 'RESOLVED' }
    const { id, problems } = await change('createContactEvent', { input: event })
    expect({ id, problems }).toMatchObject({ id: null, problems: [{ code: 'CONTACT_MISSING', path: 'input.contact' }] })
  })

  test('is seen in the figures at once', async () => {
    const topic = randomUUID()
    const count = async () => {
      const figures = `{ metrics(keys: [CONTACTS], period: {from: "2026-03-01", to: "2026-04-01"},
        where: {topic: {eq: "${topic}"}}) { total { value } } }`
      return (await server.graphql(figures, {}, admin)).data
    }
    await change('createContact', { input: contact({ topic }) })
    expect(await count()).toEqual({ metrics: [{ total: { value: 1 } }] })
  })
})

describe('a patch', () => {
  test('changes what it holds, clears what it holds as null, and leaves the rest', async () => {
    const id = await contactOf({ team: 'a', topic: 'size', subject: 'Which?', order: 'o1', customer: 'anja' })
    const patch = { team: 'b', topic: null, trigger: { id: 'sizing' } }
    const read = 'team topic subject order { externalId } customer { name } trigger { name }'
    expect((await change('updateContact', { id, patch }, { read })).record).toEqual({
      team: 'b',
      topic: null,
      subject: 'Which?',
      order: { externalId: 'o1' },
      customer: { name: 'Anja Bakker' },
      trigger: { name: 'Which size' },
    })
  })

  test('of a list or an object takes the place of the whole', async () => {
    const id = idOf('touchpoints', 'chat')
    const read = 'ideal { csat ces maxSeconds } awareness'
    expect((await change('updateTouchpoint', { id, patch: { ideal: { ces: 6 } } }, { read })).record).toEqual({
      ideal: { csat: null, ces: 6, maxSeconds: null },
      awareness: 'CONSCIOUS',
    })
  })

  test('reaches what is sent in another shape than it is read', async () => {
    const order = await change(
      'updateOrder',
      { id: idOf('orders', 'o1'), patch: { amount: '99.5', refunds: [{ at: '2026-03-08T12:00:00Z', amount: '9.5' }] } },
      { read: 'amount { amount currency } refunds { at amount { amount } } late' },
    )
    expect(order.record).toEqual({
      amount: { amount: '99.5', currency: 'EUR' },
      refunds: [{ at: '2026-03-08T12:00:00.000Z', amount: { amount: '9.5' } }],
      late: true,
    })
    const hours = [{ weekday: 'SATURDAY', opens: '10:00', closes: '16:00' }]
    const calendar = await change(
      'updateCalendar',
      { id: idOf('calendars', 'hours'), patch: { hours, holidays: { country: 'NL' } } },
      { read: 'hours { weekday opens closes } holidays holidayCountry zone' },
    )
    expect(calendar.record).toEqual({ hours, holidays: null, holidayCountry: 'NL', zone: 'Europe/Amsterdam' })
    const map = await change(
      'updateJourneyMap',
      { id: idOf('journey-maps', 'shop'), patch: { steps: [{ touchpoint: { id: 'chat' }, stage: 'orient' }] } },
      { read: 'steps { stage touchpoint { name } } completedBy { name }' },
    )
    expect(map.record).toEqual({
      steps: [{ stage: 'orient', touchpoint: { name: 'Chat' } }],
      completedBy: { name: 'Chat' },
    })
  })

  test('leaves what the sender of a contact said where events decide', async () => {
    const id = randomUUID()
    await server.ingest('contacts', [contact({ id, outcome: 'unresolved', transfers: 3 })], admin)
    const event = { id: randomUUID(), contact: id, at: '2026-03-05T11:00:00Z' }
    await server.ingest('contact-events', [{ ...event, type: 'resolved' }], admin)
    const read = 'outcome transfers team sent { outcome transfers }'
    const { record } = await change('updateContact', { id: idOf('contacts', id), patch: { team: 'b' } }, { read })
    expect(record).toEqual({
      outcome: 'RESOLVED',
      transfers: 3,
      team: 'b',
      sent: { outcome: 'UNRESOLVED', transfers: 3 },
    })
  })

  test('that clears what must be there is refused', async () => {
    const { problems } = await change('updateContact', { id: await contactOf(), patch: { openedAt: null } })
    expect(problems).toMatchObject([{ code: 'MISSING_FIELD', path: 'patch.openedAt' }])
  })

  test('counts also when the clock of the sender runs ahead', async () => {
    const id = await contactOf({ updatedAt: '2199-01-01T00:00:00Z' })
    expect((await change('updateContact', { id, patch: { team: 'b' } }, { read: 'team' })).record).toEqual({
      team: 'b',
    })
  })

  test('loses nothing of another at the same time', async () => {
    const id = await contactOf()
    const patches = [
      { team: 'b' },
      { topic: 'size' },
      { subject: 'Which?' },
      { talkSeconds: 60 },
      { wrapSeconds: 5 },
      { agent: 'Alfredo' },
    ]
    await Promise.all(patches.map(patch => change('updateContact', { id, patch })))
    const read = 'team topic subject talkSeconds wrapSeconds agent'
    const { record } = await change('updateContact', { id, patch: {} }, { read })
    expect(record).toEqual(Object.assign({}, ...patches))
  })

  test('after another in one document is read anew', async () => {
    const id = await contactOf({ customer: 'anja' })
    const query = `mutation ($id: ID!) {
      first: updateContact(id: $id, patch: {team: "b"}) { record { team customer { contacts(where: {id: {eq: $id}}) { nodes { team } } } } }
      second: updateContact(id: $id, patch: {team: "c"}) { record { team customer { contacts(where: {id: {eq: $id}}) { nodes { team } } } } }
    }`
    const record = (team: string) => ({ record: { team, customer: { contacts: { nodes: [{ team }] } } } })
    expect(await server.graphql(query, { id }, admin)).toEqual({ data: { first: record('b'), second: record('c') } })
  })
})

describe('deleting', () => {
  test('takes a record away, which may be made again', async () => {
    const external = randomUUID()
    await change('createContact', { input: contact({ id: external }) })
    const id = idOf('contacts', external, 'graphql')
    expect(await change('deleteContact', { id }, { read: 'id' })).toEqual({
      id,
      record: null,
      problems: [],
      notices: [],
    })
    expect((await change('updateContact', { id, patch: {} })).problems).toMatchObject([{ code: 'NOT_FOUND' }])
    expect((await change('deleteContact', { id })).problems).toMatchObject([{ code: 'NOT_FOUND' }])
    expect((await change('createContact', { input: contact({ id: external }) })).id).toBe(id)
  })

  test('forgets a customer and keeps what happened', async () => {
    const customer = randomUUID()
    await server.ingest('customers', [{ id: customer, name: 'Cor', brand: 'north' }], admin)
    await contactOf({ customer })
    const read = 'name contacts { totalCount }'
    const { record } = await change('deleteCustomer', { id: idOf('customers', customer) }, { read })
    expect(record).toEqual({ name: null, contacts: { totalCount: 1 } })
  })
})

describe('whoever may not', () => {
  test.each(['viewer', 'analyst', 'service'] as const)('write, as a %s, is told so and nothing else', async role => {
    const headers = await bearer(role)
    const known = idOf('contacts', 'c1')
    const answers = [
      await change('createContact', { input: contact({}) }, { headers }),
      await change('updateContact', { id: known, patch: { team: 'b' } }, { headers }),
      await change('deleteContact', { id: idOf('contacts', 'nowhere') }, { headers }),
    ]
    const problem = { code: 'ROLE_WITHOUT_RIGHT', path: '', message: expect.any(String), fix: expect.any(String) }
    for (const answer of answers) expect(answer).toEqual({ id: null, problems: [problem], notices: [] })
  })

  test('read, as an integrator, changes records without being shown any', async () => {
    const input = contact({ id: randomUUID(), customer: { id: 'anja' } })
    const { id, record, problems } = await change(
      'createContact',
      { input },
      { headers: integrator, read: 'customer { name }' },
    )
    expect({ id, record, problems }).toEqual({ id: idOf('contacts', input.id), record: null, problems: [] })
    const { data, errors } = await server.graphql('{ contacts { totalCount } }', {}, integrator)
    expect(data).toBeUndefined()
    expect(errors).toMatchObject([{ extensions: { code: 'ROLE_WITHOUT_RIGHT' } }])
  })

  test('see a record finds none, whatever the reason', async () => {
    const hidden = [
      idOf('contacts', randomUUID()),
      await contactOf({ brand: 'south' }),
      (await change('createContact', { input: contact({}) })).id ?? '',
      idOf('touchpoints', 'chat'),
      'nonsense',
    ]
    await server.ingest('touchpoints', [{ id: 'everywhere', name: 'Everywhere', channel: 'web' }], admin)
    const problem = { code: 'NOT_FOUND', path: 'id', message: expect.any(String), fix: expect.any(String) }
    const seen = new Set()
    for (const id of hidden) {
      for (const name of ['updateContact', 'deleteContact'] as const) {
        const answer = await change(name, { id, patch: { team: 'b' } }, { headers: integrator })
        expect(answer).toEqual({ id: null, problems: [problem], notices: [] })
        seen.add(JSON.stringify(answer))
      }
    }
    expect(seen.size).toBe(1)
    const shared = { id: idOf('touchpoints', 'everywhere'), patch: { name: 'Mine' } }
    expect((await change('updateTouchpoint', shared, { headers: integrator })).problems).toEqual([problem])
  })

  test('write a brand neither makes a record there nor moves one to it', async () => {
    const refused = [{ code: 'BRAND_WITHHELD' }]
    for (const brand of ['south', 'new', undefined]) {
      const input = contact({ id: randomUUID(), brand })
      const { problems } = await change('createContact', { input }, { headers: integrator })
      expect(problems).toMatchObject(refused)
      expect((await change('updateContact', { id: idOf('contacts', input.id), patch: {} })).problems).toMatchObject([
        { code: 'NOT_FOUND' },
      ])
    }
    const id = await contactOf()
    for (const brand of ['south', null]) {
      expect((await change('updateContact', { id, patch: { brand } }, { headers: integrator })).problems).toMatchObject(
        refused,
      )
    }
    expect((await change('updateContact', { id, patch: {} }, { read: 'brand' })).record).toEqual({ brand: 'north' })
  })

  test('see a contact adds nothing to it, and learns as little as of one that is not there', async () => {
    const hidden = randomUUID()
    await server.ingest('contacts', [contact({ id: hidden, brand: 'south' })], admin)
    const answers = []
    for (const id of [hidden, randomUUID()]) {
      const event = { id: randomUUID(), contact: { id }, at: '2026-03-05T11:00:00Z', type: 'RESOLVED', brand: 'north' }
      answers.push(await change('createContactEvent', { input: event }, { headers: integrator }))
    }
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.problems).toMatchObject([{ code: 'CONTACT_MISSING' }])
    const read = 'events { totalCount } resolved'
    const { record } = await change('updateContact', { id: idOf('contacts', hidden), patch: {} }, { read })
    expect(record).toEqual({ events: { totalCount: 0 }, resolved: false })
  })
})

describe('who changed what', () => {
  const LAST = `{ lastChanges(kinds: [TRIGGER, TOUCHPOINT], first: 2) { kind count deleted at source by record { ... on Trigger { externalId updatedBy } } } }`

  test('and when is told to the administrator, of a change and of a deletion', async () => {
    const { id, record } = await change(
      'createTrigger',
      { input: { id: 'who', name: 'Who', department: 'Shop' } },
      { read: 'updatedAt updatedBy' },
    )
    expect(record).toEqual({ updatedAt: expect.any(String), updatedBy: 'admin' })
    const changed = {
      kind: 'TRIGGER',
      count: 1,
      deleted: false,
      at: expect.any(String),
      source: 'graphql',
      by: 'admin',
    }
    const { data } = await server.graphql(LAST, {}, admin)
    expect((data as { lastChanges: object[] }).lastChanges[0]).toEqual({
      ...changed,
      record: { externalId: 'who', updatedBy: 'admin' },
    })
    await change('deleteTrigger', { id: id ?? '' })
    const after = await server.graphql(LAST, {}, admin)
    expect((after.data as { lastChanges: object[] }).lastChanges[0]).toEqual({
      ...changed,
      deleted: true,
      record: null,
    })
  })

  test('is for no other role', async () => {
    const headers = await bearer('service')
    const { errors } = await server.graphql(LAST, {}, headers)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'ROLE_WITHOUT_RIGHT' })
    const { data } = await server.graphql(
      '{ me { role brands source } triggers(first: 1) { nodes { updatedBy } } }',
      {},
      headers,
    )
    expect(data).toEqual({
      me: { role: 'SERVICE', brands: null, source: null },
      triggers: { nodes: [{ updatedBy: null }] },
    })
  })

  test('is told without names to an administrator of some brands, who gives out no tokens', async () => {
    await change('createTrigger', { input: { id: 'narrow', brand: 'north', name: 'Narrow', department: 'Shop' } })
    const { data } = await server.graphql(LAST, {}, await bearer('admin', ['north']))
    expect((data as { lastChanges: object[] }).lastChanges[0]).toMatchObject({
      source: 'graphql',
      by: null,
      record: { externalId: 'narrow', updatedBy: null },
    })
  })

  test('since it was read is not overwritten', async () => {
    const made = await change('createTrigger', { input: { name: 'Seen', department: 'Shop' } }, { read: 'updatedAt' })
    await change('updateTrigger', { id: made.id ?? '', patch: { department: 'Depot' } })
    const UPDATE = `mutation ($id: ID!, $at: DateTime) { updateTrigger(id: $id, patch: {department: "Store"}, ifUpdatedAt: $at) { record { department updatedAt } problems { code path } } }`
    const late = await server.graphql(UPDATE, { id: made.id, at: made.record?.['updatedAt'] }, admin)
    expect(late.data).toEqual({
      updateTrigger: { record: null, problems: [{ code: 'CHANGED_MEANWHILE', path: 'ifUpdatedAt' }] },
    })
    const read = await server.graphql(
      'query ($id: ID!) { node(id: $id) { ... on Trigger { department updatedAt } } }',
      { id: made.id },
      admin,
    )
    const { node } = read.data as { node: { department: string; updatedAt: string } }
    expect(node.department).toBe('Depot')
    const inTime = await server.graphql(UPDATE, { id: made.id, at: node.updatedAt }, admin)
    expect(inTime.data).toMatchObject({ updateTrigger: { record: { department: 'Store' }, problems: [] } })
  })
})
