import { join } from 'node:path'
import { fail } from '@tweeluik/schema'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { openPool, type Sql } from './connection.ts'
import { explainConnection } from './connection-failure.ts'
import { appliedMigrations, lockPreparation, serverVersion } from './migrate.queries.ts'
import { prepareReader } from './roles.ts'
import { keepGapsUnpacked } from './rollup-parts.queries.ts'
import { registerParts } from './rollup-parts.ts'

const VERSION_MIN = 15

/** The migrations that this Tweeluik brings. */
const MIGRATIONS_DIR = join(import.meta.dirname, '../../../schema/migrations')

interface PrepareOptions {
  /** Of the owner. */
  url: string
  /** Tables that readers get no right on. */
  ownerOnlyTables: readonly string[]
  migrationsDir?: string
}

/**
 * Brings a database to this version: applies the missing migrations, then gives it its reader. Processes that do so at
 * the same time wait for each other; on a database that is ready it changes nothing.
 *
 * @returns the number of migrations applied.
 * @throws ProblemError, one sentence, when the server is not there, refuses, is too old or holds a newer schema.
 */
export async function prepareDatabase(options: PrepareOptions): Promise<number> {
  const { url, ownerOnlyTables, migrationsDir = MIGRATIONS_DIR } = options
  const owner = openPool(url, { max: 1 })
  try {
    refuseOldServer(await serverVersion(owner))
    await lockPreparation(owner)
    const missing = await missingMigrations(owner, migrationsDir)
    if (missing > 0) await applyMigrations(url, migrationsDir)
    await keepGapsUnpacked(owner)
    await registerParts(owner)
    await prepareReader(owner, url, ownerOnlyTables)
    return missing
  } catch (error) {
    return explainConnection(error, url)
  } finally {
    await owner.end()
  }
}

async function applyMigrations(url: string, migrationsFolder: string): Promise<void> {
  const pool = openPool(url, { max: 1 })
  try {
    await migrate(drizzle(pool), { migrationsFolder })
  } finally {
    await pool.end()
  }
}

/** @throws DATABASE_TOO_OLD */
export function refuseOldServer(version: { number: number; name: string }): void {
  if (version.number >= VERSION_MIN * 10_000) return
  fail(
    'DATABASE_TOO_OLD',
    'DATABASE_URL',
    `This server is PostgreSQL ${version.name}; Tweeluik needs ${VERSION_MIN} or newer.`,
    'Upgrade the server, or leave DATABASE_URL out to use the embedded one.',
  )
}

/** How many of our migrations the database lacks. @throws DATABASE_TOO_NEW */
export async function missingMigrations(owner: Sql, migrationsFolder = MIGRATIONS_DIR): Promise<number> {
  const ours = new Set(readMigrationFiles({ migrationsFolder }).map(migration => migration.folderMillis))
  const applied = await appliedMigrations(owner)
  const unknown = applied.filter(madeAt => !ours.has(madeAt))
  if (unknown.length > 0) {
    fail(
      'DATABASE_TOO_NEW',
      'DATABASE_URL',
      `A newer Tweeluik has changed this database (${unknown.length} migration${unknown.length === 1 ? '' : 's'} that this one does not know).`,
      'Update Tweeluik, or use another database.',
    )
  }
  return ours.size - applied.length
}
