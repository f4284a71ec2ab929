import type { LifetimeProblem } from '@tweeluik/schema/facts'
import type { Command } from 'commander'
import type { Database } from '../db/pools.ts'
import { type Settings, settle } from '../db/settings.ts'
import { readEnvironment } from '../env.ts'
import { audit } from '../ingest/rollup/audit.ts'
import { type OnSlice, rebuild } from '../ingest/rollup/rebuild.ts'
import { forgetFits } from '../lifetime/lifetime.queries.ts'
import { dueFits, type MadeFit, makeFits } from '../lifetime/refit.ts'
import { say, sayJson } from './output.ts'
import { rollupBar } from './rollup-bar.ts'
import { withDatabase } from './with-database.ts'

const DIFFERENCES_SHOWN = 20
const DIFFERENCES_MAX = 100

export function addRollup(program: Command): void {
  program
    .command('rollup')
    .description('compare the stored figures with what the records give, or compute them anew')
    .option('--audit', 'report every cell that differs; changes nothing (exit code 1 when one does)')
    .option('--rebuild', 'compute every cell anew')
    .option('--refit', 'fit the models of lifetime value anew')
    .option('--json', 'answer in JSON')
    .action(
      async (options: { audit?: boolean; rebuild?: boolean; refit?: boolean; json?: boolean }, command: Command) => {
        const { refit = false } = options
        if (!options.audit && !options.rebuild && !refit) {
          command.error('Say --audit, --rebuild, --refit or several.', { exitCode: 2 })
        }
        const environment = readEnvironment()
        const { differences, fits } = await withDatabase(environment, async database => {
          const settings = await settle(database.owner, environment)
          const quiet = options.json ?? false
          if (options.rebuild) await withBar('Rebuilding', quiet, update => rebuild(database, update))
          const fits = refit ? await refitAll(database, settings) : null
          if (!options.audit) return { fits, differences: null }
          const differences = await withBar('Auditing', quiet, update => audit(database, DIFFERENCES_MAX, update))
          return { fits, differences }
        })
        if (differences && differences.length > 0) process.exitCode = 1
        if (options.json) sayJson({ rebuilt: options.rebuild ?? false, differences, fits })
        else {
          if (options.rebuild) say('Every figure was computed anew from the records.')
          if (fits) reportFits(fits)
          if (differences) report(differences)
        }
      },
    )
}

async function refitAll(database: Database, settings: Settings): Promise<MadeFit[]> {
  await forgetFits(database.owner)
  return await Array.fromAsync(makeFits(database, settings, await dueFits(database, settings)))
}

const PROBLEMS: Record<LifetimeProblem, string> = {
  TOO_FEW_REPEATERS: 'fewer than 100 customers who came back',
  NO_MARGIN: 'no order whose margin is known',
  NOT_FITTED: 'the model does not fit these orders',
}

function reportFits(fits: readonly MadeFit[]): void {
  if (fits.length === 0) say('There are no orders to fit a lifetime value on.')
  for (const { brands, day, customers, problem } of fits) {
    say(`${day} ${brands.join(', ')}: ${problem ? `no figure, ${PROBLEMS[problem]}` : `${customers} customers`}`)
  }
}

async function withBar<Done>(what: string, quiet: boolean, work: (update: OnSlice) => Promise<Done>): Promise<Done> {
  const bar = rollupBar(what, quiet)
  try {
    return await work(bar.update)
  } finally {
    bar.stop()
  }
}

function report(differences: Awaited<ReturnType<typeof audit>>): void {
  if (differences.length === 0) {
    say('Every stored figure is what its records give.')
    return
  }
  for (const { fact, dimensions, day, brand, part, stored, recomputed } of differences.slice(0, DIFFERENCES_SHOWN)) {
    say(`${fact} ${dimensions || 'all'} ${day} ${brand} ${part}: stored ${stored}, records give ${recomputed}`)
  }
  say(`${differences.length} cells or more differ; tweeluik rollup --rebuild mends them.`)
}
