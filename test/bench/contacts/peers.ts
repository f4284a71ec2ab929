import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { writeContacts } from './contacts.queries.ts'
import { benchDir } from './ground.ts'
import {
  clickhouse,
  duckdb,
  fillClickhouse,
  fillDuckdb,
  type Question,
  questions,
  type Window,
} from './peers.queries.ts'

/** 600 MB that only a bench needs: installed when one runs, not with the project. */
const PACKAGES = { '@duckdb/node-api': '1.5.6-r.1', chdb: '3.4.0' }

export type Rows = readonly Readonly<Record<string, unknown>>[]

export interface Peer {
  name: string
  ask(question: Question, window: Window): Promise<Rows>
  close(): void
}

interface Duckdb {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckdbConnection> }> }
}
interface DuckdbConnection {
  runAndReadAll(sql: string): Promise<{ getRowObjectsJson(): Rows }>
  closeSync(): void
}
interface Chdb {
  Session: new (path: string) => { query(sql: string, format: string): string; cleanup(): void }
}

/** Both engines in this process, with the same contacts, which each keeps on disk for the next time. */
export async function openPeers(databaseUrl: string, tell: (line: string) => void) {
  const require = await installed(tell)
  const dir = join(benchDir, `peers-${new URL(databaseUrl).pathname.slice(1)}`)
  const isFilled = join(dir, 'filled')
  const csv = join(dir, 'contacts.csv')
  const isNew = !existsSync(isFilled)
  if (isNew) {
    tell('writing the contacts for the other engines')
    await rm(dir, { recursive: true, force: true })
    await mkdir(dir, { recursive: true })
    await writeContacts(databaseUrl, csv)
  }
  const peers = [
    await openDuckdb(require, dir, isNew ? csv : null),
    await openClickhouse(require, dir, isNew ? csv : null),
  ]
  if (isNew) {
    await rm(csv)
    await writeFile(isFilled, '')
  }
  return peers
}

async function installed(tell: (line: string) => void): Promise<NodeJS.Require> {
  const dir = join(benchDir, 'packages')
  await mkdir(dir, { recursive: true })
  const manifest = join(dir, 'package.json')
  if (!existsSync(manifest)) {
    tell('installing DuckDB and ClickHouse')
    const wanted = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`)
    await promisify(execFile)('npm', ['install', '--prefix', dir, '--no-audit', '--no-fund', ...wanted])
  }
  return createRequire(manifest)
}

const load = async <T>(require: NodeJS.Require, name: string) =>
  (await import(pathToFileURL(require.resolve(name)).href)) as T

async function openDuckdb(require: NodeJS.Require, dir: string, csv: string | null): Promise<Peer> {
  const { DuckDBInstance } = await load<Duckdb>(require, '@duckdb/node-api')
  const instance = await DuckDBInstance.create(join(dir, 'contacts.duckdb'))
  const connection = await instance.connect()
  if (csv) await connection.runAndReadAll(fillDuckdb(csv))
  const [version] = (await connection.runAndReadAll('/* version */ select version() as name')).getRowObjectsJson()
  return {
    name: `DuckDB ${version?.['name']}`,
    ask: async (question, window) =>
      (await connection.runAndReadAll(questions[question](duckdb, window))).getRowObjectsJson(),
    close: () => connection.closeSync(),
  }
}

async function openClickhouse(require: NodeJS.Require, dir: string, csv: string | null): Promise<Peer> {
  const { Session } = await load<Chdb>(require, 'chdb')
  const session = new Session(join(dir, 'clickhouse'))
  const query = (sql: string) => session.query(sql, 'JSONEachRow')
  if (csv) for (const statement of fillClickhouse(csv)) query(statement)
  const rowsOf = (text: string): Rows =>
    text
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
  const [version] = rowsOf(query('/* version */ select version() as name'))
  return {
    name: `ClickHouse ${version?.['name']}`,
    ask: async (question, window) => rowsOf(query(questions[question](clickhouse, window))),
    close: () => {},
  }
}
