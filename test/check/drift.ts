import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as tables from '@tweeluik/schema/tables'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { printedSchema } from '../../packages/api/src/graphql/schema.ts'
import { printedMappingSchema } from '../../packages/api/src/ingest/mapping/editor-schema.ts'
import { catalogueOfMetrics } from '../../packages/api/src/metrics/catalogue-page.ts'
import drizzleConfig from '../../packages/schema/drizzle.config.ts'

const FIX = 'run `pnpm generate` and commit what it writes'

/** What the types say against the committed `schema.graphql`. */
export async function schemaDrift(cloneDir: string): Promise<string> {
  const committed = await readFile(join(cloneDir, 'packages/api/schema.graphql'), 'utf8')
  return committed === (await printedSchema()) ? '' : `packages/api/schema.graphql is not what the types say: ${FIX}`
}

/** What the mapping language says against the schema that editors read. */
export async function mappingSchemaDrift(cloneDir: string): Promise<string> {
  const committed = await readFile(join(cloneDir, 'mappings/mapping.schema.json'), 'utf8')
  return committed === printedMappingSchema() ? '' : `mappings/mapping.schema.json is not what spec.ts says: ${FIX}`
}

/** What the metrics say of themselves against the page that people read. */
export async function metricsPageDrift(cloneDir: string): Promise<string> {
  const committed = await readFile(join(cloneDir, 'docs/metrics.md'), 'utf8')
  return committed === catalogueOfMetrics() ? '' : `docs/metrics.md is not what the metrics say: ${FIX}`
}

/** The statements that would still be needed to bring a migrated database to what the tables say. */
export async function migrationDrift(cloneDir: string): Promise<string> {
  const snapshot = await lastSnapshot(join(cloneDir, 'packages/schema/migrations/meta'))
  const wanted = generateDrizzleJson(tables, snapshot.id, ['public'], drizzleConfig.casing)
  const missing = await generateMigration(snapshot, wanted)
  return missing.length === 0 ? '' : [`The migrations lack this: ${FIX}`, ...missing].join('\n')
}

async function lastSnapshot(dir: string): Promise<Parameters<typeof generateMigration>[0]> {
  const snapshots = (await readdir(dir)).filter(name => name.endsWith('_snapshot.json')).sort()
  return JSON.parse(await readFile(join(dir, snapshots.at(-1) ?? ''), 'utf8'))
}
