import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { settle } from '../../packages/api/src/db/settings.ts'
import { readEnvironment } from '../../packages/api/src/env.ts'
import { openLog } from '../../packages/api/src/observability/log.ts'
import { type ServeOptions, serve } from '../../packages/api/src/server.ts'
import { testDatabase } from './database.ts'

export interface Answer {
  status: number
  headers: Readonly<Record<string, string | string[] | undefined>>
  text: string
  /** The text as JSON; throws when it is none. */
  json<T = unknown>(): T
}

export interface Asked {
  method?: string
  headers?: Readonly<Record<string, string>>
  body?: string | Buffer
}

export interface GraphqlAnswer {
  data: unknown
  errors?: readonly { message: string; path?: readonly (string | number)[]; extensions: Record<string, unknown> }[]
}

export interface TestServer {
  address: string
  database: Database
  /** Every line that was logged. */
  logged: readonly string[]
  /** Any header may be sent, Host and Origin too. */
  ask(path: string, asked?: Asked): Promise<Answer>
  /** As our web app asks. */
  graphql(query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<GraphqlAnswer>
  /** Sends records through the door; throws unless all of them were loaded. */
  ingest(kind: string, records: readonly object[], headers?: Readonly<Record<string, string>>): Promise<void>
  close(): Promise<void>
}

export interface TestServerOptions extends Partial<Omit<ServeOptions, 'environment'>> {
  /** Of the environment, as text. */
  variables?: Readonly<Record<string, string>>
}

/** The real server on a free port, with a database and a web folder of its own. */
export async function testServer({ variables = {}, ...options }: TestServerOptions = {}): Promise<TestServer> {
  const logged: string[] = []
  const database = options.database ?? (await testDatabase())
  const webDir = await mkdtemp(join(tmpdir(), 'tweeluik-web-'))
  await writeFile(join(webDir, 'index.html'), '<!doctype html><title>Tweeluik</title>')
  const environment = readEnvironment({ PORT: '0', NODE_ENV: 'test', ...variables })
  const settings = await settle(database.owner, environment)
  const log = openLog('info', { write: line => logged.push(line) })
  const server = await serve({ webDir, log, ...options, environment, database, settings })

  const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const { hostname, port } = new URL(server.address)
      // The path as it is: an URL would tidy `..` away.
      const sent = request({ hostname, port, path, method, headers }, async answer => {
        const content = await text(answer)
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          text: content,
          json: <T>() => JSON.parse(content) as T,
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  return {
    address: server.address,
    database,
    logged,
    ask,
    async graphql(query, variables, headers) {
      const answer = await ask('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      })
      return answer.json<GraphqlAnswer>()
    },
    async ingest(kind, records, headers) {
      const answer = await ask(`/ingest/${kind}?source=test`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', prefer: 'wait=60', ...headers },
        body: JSON.stringify(records),
      })
      const receipt = answer.json<{ state?: string; rejected?: number }>()
      if (receipt.state !== 'loaded' || receipt.rejected !== 0) throw new Error(answer.text)
    },
    async close() {
      await server.close()
      await rm(webDir, { recursive: true })
      if (!options.database) await database.close()
    },
  }
}
