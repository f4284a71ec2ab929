import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../support/serving.ts'

let server: TestServer

beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const onlyPreflighted = 'A page of another site can send forms and follow links without being asked; we take neither.'
const refusedBefore = 'What cannot be executed is refused with 400, so that a program without GraphQL notices.'

/** Where we do not do what the specification of GraphQL over HTTP allows or wishes; what it demands has no place here. */
const deviations: Record<string, readonly [status: 'notice' | 'warn', why: string]> = {
  '5A70': ['notice', onlyPreflighted],
  D6D5: ['notice', onlyPreflighted],
  '6A70': ['notice', onlyPreflighted],
  '572B': ['warn', refusedBefore],
  FDE2: ['warn', refusedBefore],
  '7B9B': ['warn', refusedBefore],
}

const audits = serverAudits({ url: () => `${server.address}/graphql` })

test.each(audits)('$id $name', async ({ id, fn }) => {
  const [status, why] = deviations[id] ?? ['ok', '']
  expect((await fn()).status, why).toBe(status)
})

test('every deviation is from an audit that there is', () => {
  const ids = audits.map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining(Object.keys(deviations)))
})
