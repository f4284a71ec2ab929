import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type BenchPackages, benchPackages } from '../packages.ts'
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

/** Together 600 MB. */
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
  Session: new (path: string) => { query(sql: string, format: string): string; close(): void }
}

/** Both engines in this process, with the same contacts, which each keeps on disk for the next time. */
export async function openPeers(databaseUrl: string, tell: (line: string) => void) {
  const packages = await benchPackages(join(benchDir, 'packages'), PACKAGES, tell)
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
    await openDuckdb(packages, dir, isNew ? csv : null),
    await openClickhouse(packages, dir, isNew ? csv : null),
  ]
  if (isNew) {
    await rm(csv)
    await writeFile(isFilled, '')
  }
  return peers
}

async function openDuckdb(packages: BenchPackages, dir: string, csv: string | null): Promise<Peer> {
  const { DuckDBInstance } = await packages.load<Duckdb>('@duckdb/node-api')
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

async function openClickhouse(packages: BenchPackages, dir: string, csv: string | null): Promise<Peer> {
  const { Session } = await packages.load<Chdb>('chdb')
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
    close: () => session.close(),
  }
}
