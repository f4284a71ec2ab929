import type { Command } from 'commander'
import { readEnvironment } from '../env.ts'
import { say, sayJson } from './output.ts'
import { readSettings } from './settings.queries.ts'
import { withDatabase } from './with-database.ts'

export function addSettings(program: Command): void {
  program
    .command('settings')
    .description('list the settings of the organisation')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const settings = await withDatabase(readEnvironment(), database => readSettings(database.owner))
      if (json) sayJson(Object.fromEntries(settings.map(({ key, value }) => [key, value])))
      else if (settings.length === 0) say('None yet: the first start takes them from the environment.')
      else for (const { key, value } of settings) say(`${key} = ${JSON.stringify(value)}`)
    })
}
