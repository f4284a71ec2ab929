import type { Command } from 'commander'
import { storedSettings } from '../db/settings.queries.ts'
import { readEnvironment } from '../env.ts'
import { say, sayJson } from './output.ts'
import { withDatabase } from './with-database.ts'

export function addSettings(program: Command): void {
  program
    .command('settings')
    .description('list the settings of the organisation')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = await withDatabase(readEnvironment(), database => storedSettings(database.owner))
      const names = Object.keys(settings).sort()
      if (json) sayJson(settings)
      else if (names.length === 0) say('None yet: the first start takes them from the environment.')
      else for (const name of names) say(`${name} = ${JSON.stringify(settings[name])}`)
    })
}
