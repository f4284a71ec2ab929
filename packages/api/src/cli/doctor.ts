import { access } from 'node:fs/promises'
import { ProblemError } from '@tweeluik/schema'
import type { Command } from 'commander'
import { openPool } from '../db/connection.ts'
import { explainConnection } from '../db/connection-failure.ts'
import { findEmbedded } from '../db/embedded.ts'
import { binariesVersion, embeddedBinaries } from '../db/embedded-binaries.ts'
import { serverVersion } from '../db/migrate.queries.ts'
import { missingMigrations, refuseOldServer } from '../db/migrate.ts'
import { type Environment, readEnvironment } from '../env.ts'
import { say, sayJson } from './output.ts'
import { findRun } from './run-file.ts'
import { isWebBuilt } from './web-build.ts'

interface Finding {
  name: string
  /** A note needs no action. */
  state: 'ok' | 'note' | 'fault'
  detail: string
}

type Check = (environment: Environment) => Promise<Omit<Finding, 'name'>>

const checks: Readonly<Record<string, Check>> = {
  node: async () => ({ state: 'ok', detail: process.versions.node }),
  'data folder': checkDataDir,
  server: checkServer,
  postgres: checkPostgres,
  'web app': checkWeb,
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('look at everything a start needs, without changing anything; exit code 1 when something is wrong')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const environment = readEnvironment()
      const findings: Finding[] = []
      for (const [name, check] of Object.entries(checks))
        findings.push({ name, ...(await examine(check, environment)) })
      if (json) sayJson({ findings })
      else for (const { name, state, detail } of findings) say(`${state.padEnd(6)}${name.padEnd(13)}${detail}`)
      if (findings.some(finding => finding.state === 'fault')) process.exitCode = 1
    })
}

async function examine(check: Check, environment: Environment): Promise<Omit<Finding, 'name'>> {
  try {
    return await check(environment)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { state: 'fault', detail: `${error.problem.message} ${error.problem.fix}` }
  }
}

async function checkDataDir({ dataDir }: Environment): Promise<Omit<Finding, 'name'>> {
  const there = await access(dataDir).then(
    () => true,
    () => false,
  )
  return there ? { state: 'ok', detail: dataDir } : { state: 'note', detail: `${dataDir} is made by the first start` }
}

async function checkServer({ dataDir }: Environment): Promise<Omit<Finding, 'name'>> {
  const run = await findRun(dataDir)
  if (run === null) return { state: 'note', detail: 'not running' }
  return { state: 'ok', detail: run.address ?? `starting (process ${run.pid})` }
}

async function checkPostgres(environment: Environment): Promise<Omit<Finding, 'name'>> {
  const { databaseUrl, dataDir, cloneDir } = environment
  const url = databaseUrl ?? (await findEmbedded({ dataDir, cloneDir }))
  if (url === null)
    return { state: 'note', detail: `${await binariesVersion(embeddedBinaries())} embedded, not running` }
  const pool = openPool(url, { max: 1 })
  try {
    const version = await serverVersion(pool)
    refuseOldServer(version)
    const missing = await missingMigrations(pool)
    const state = missing === 0 ? 'ok' : 'note'
    return { state, detail: `${version.name}, ${missing === 0 ? 'every migration' : `${missing} migrations to apply`}` }
  } catch (error) {
    return explainConnection(error, url)
  } finally {
    await pool.end()
  }
}

async function checkWeb({ cloneDir }: Environment): Promise<Omit<Finding, 'name'>> {
  return (await isWebBuilt(cloneDir))
    ? { state: 'ok', detail: 'built from these sources' }
    : { state: 'note', detail: 'is built by the next start' }
}
