import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type GraphqlAnswer, type TestServer, testServer } from '../../../../test/support/serving.ts'

const document = 'query Contacts($first: Int) { contacts(first: $first) { totalCount } }'
const deep = `{ contacts { ${'nodes { customer { contacts { '.repeat(6)}totalCount${' } } }'.repeat(6)} } }`
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

let server: TestServer
let webDir: string

beforeAll(async () => {
  webDir = await mkdtemp(join(tmpdir(), 'tweeluik-web-'))
  await writeFile(join(webDir, 'index.html'), '<!doctype html>')
  const documents = Object.fromEntries([document, deep].map(text => [hashOf(text), text]))
  await writeFile(join(webDir, '.documents.json'), JSON.stringify(documents))
  server = await testServer({ webDir })
})
afterAll(async () => {
  await server.close()
  await rm(webDir, { recursive: true })
})

async function ask(body: object): Promise<GraphqlAnswer> {
  const headers = { 'content-type': 'application/json' }
  return (await server.ask('/graphql', { method: 'POST', headers, body: JSON.stringify(body) })).json()
}

const byHash = (sha256Hash: unknown) => ({ extensions: { persistedQuery: { version: 1, sha256Hash } } })

it('answers a document of the web app by its hash as it answers the document', async () => {
  const variables = { first: 1 }
  const answer = await ask({ ...byHash(hashOf(document)), variables })
  expect(answer).toEqual({ data: { contacts: { totalCount: 0 } } })
  expect(await ask({ query: document, variables })).toEqual(answer)
})

it('says of any other hash that the document itself is wanted, and takes it', async () => {
  for (const hash of [hashOf('{ __typename }'), '', '__proto__', null, 7, { a: 1 }, [hashOf(document)]]) {
    expect((await ask(byHash(hash))).errors).toMatchObject([
      { extensions: { code: 'PERSISTED_QUERY_NOT_SUPPORTED', fix: 'Send the document itself' } },
    ])
  }
  expect(await ask({ query: '{ __typename }' })).toEqual({ data: { __typename: 'Query' } })
})

it('holds what is asked by hash to the limits of every document', async () => {
  expect((await ask(byHash(hashOf(deep)))).errors).toMatchObject([{ extensions: { code: 'TOO_DEEP' } }])
})

it('keeps the documents to itself', async () => {
  expect((await server.ask('/.documents.json')).status).toBe(404)
})
