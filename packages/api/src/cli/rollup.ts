import type { Command } from 'commander'
import { settle } from '../db/settings.ts'
import { readEnvironment } from '../env.ts'
import { audit, rebuild } from '../ingest/rollup/rebuild.ts'
import { say, sayJson } from './output.ts'
import { withDatabase } from './with-database.ts'

const DIFFERENCES_SHOWN = 20

export function addRollup(program: Command): void {
  program
    .command('rollup')
    .description('compare the stored figures with what the records give, or compute them anew')
    .option('--audit', 'report every cell that differs; changes nothing (exit code 1 when one does)')
    .option('--rebuild', 'compute every cell anew')
    .option('--json', 'answer in JSON')
    .action(async (options: { audit?: boolean; rebuild?: boolean; json?: boolean }, command: Command) => {
      if (!options.audit && !options.rebuild) command.error('Say --audit, --rebuild or both.', { exitCode: 2 })
      const environment = readEnvironment()
      const differences = await withDatabase(environment, async database => {
        await settle(database.owner, environment)
        if (options.rebuild) await rebuild(database)
        return options.audit ? await audit(database) : null
      })
      if (differences && differences.length > 0) process.exitCode = 1
      if (options.json) sayJson({ rebuilt: options.rebuild ?? false, differences })
      else {
        if (options.rebuild) say('Every figure was computed anew from the records.')
        if (differences) report(differences)
      }
    })
}

function report(differences: Awaited<ReturnType<typeof audit>>): void {
  if (differences.length === 0) {
    say('Every stored figure is what its records give.')
    return
  }
  for (const { fact, dimensions, day, brand, part, stored, recomputed } of differences.slice(0, DIFFERENCES_SHOWN)) {
    say(`${fact} ${dimensions || 'all'} ${day} ${brand} part ${part}: stored ${stored}, records give ${recomputed}`)
  }
  say(`${differences.length} cells or more differ; tweeluik rollup --rebuild mends them.`)
}
