import { join, resolve } from 'node:path'
import { mappingSchemaDrift, metricsPageDrift, migrationDrift, schemaDrift } from './drift.ts'
import { describeBreach } from './rule.ts'
import { readRules } from './rules.ts'
import { readSources } from './sources.ts'
import { complaintsOf } from './tool.ts'

const cloneDir = resolve(import.meta.dirname, '../..')
const webDir = join(cloneDir, 'packages/web')

interface Check {
  promise: string
  /** What is wrong; empty when the promise holds. */
  complaints(): Promise<string>
}

const checks: Check[] = [
  { promise: 'types', complaints: () => complaintsOf(cloneDir, 'typescript', 'tsc', ['--noEmit', '-p', '.']) },
  {
    promise: 'types of the web app',
    complaints: () => complaintsOf(webDir, 'typescript', 'tsc', ['--noEmit', '-p', '.']),
  },
  {
    promise: 'lint and format',
    complaints: () =>
      complaintsOf(cloneDir, '@biomejs/biome', 'biome', ['ci', '--colors=off', '--error-on-warnings', '.']),
  },
  { promise: 'nothing unused', complaints: () => complaintsOf(cloneDir, 'knip', 'knip', ['--no-progress']) },
  { promise: 'schema.graphql as the types', complaints: () => schemaDrift(cloneDir) },
  { promise: 'mapping.schema.json as the mapping language', complaints: () => mappingSchemaDrift(cloneDir) },
  { promise: 'docs/metrics.md as the metrics', complaints: () => metricsPageDrift(cloneDir) },
  { promise: 'migrations as the tables', complaints: () => migrationDrift(cloneDir) },
  {
    promise: 'types of the web app as schema.graphql',
    complaints: () => complaintsOf(webDir, '@graphql-codegen/cli', 'graphql-codegen', ['--check']),
  },
  ...(await houseRules()),
]

const failed = (await Promise.all(checks.map(report))).filter(holds => !holds).length
process.stdout.write(failed === 0 ? `${checks.length} checks hold\n` : `${failed} of ${checks.length} checks failed\n`)
process.exitCode = failed === 0 ? 0 : 1

async function report({ promise, complaints }: Check): Promise<boolean> {
  const found = await complaints().catch(error => String(error?.stack ?? error))
  process.stdout.write(found === '' ? `ok    ${promise}\n` : `FAIL  ${promise}\n${found.replaceAll(/^/gm, '      ')}\n`)
  return found === ''
}

async function houseRules(): Promise<Check[]> {
  const sources = readSources(cloneDir)
  return (await readRules()).map(({ promise, breaches }) => ({
    promise,
    complaints: async () =>
      sources.flatMap(source => breaches(source).map(breach => describeBreach(source, breach))).join('\n'),
  }))
}
