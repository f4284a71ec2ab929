import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import type { Command } from 'commander'
import { prepareDatabase } from '../db/migrate.ts'
import { readEnvironment } from '../env.ts'
import { say, sayJson } from './output.ts'
import { locateDatabase } from './with-database.ts'

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database to this version and give it its reader; start does so by itself')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { url, leave } = await locateDatabase(readEnvironment())
      try {
        const applied = await prepareDatabase({ url, ownerOnlyTables: OWNER_ONLY_TABLES })
        if (json) sayJson({ applied })
        else say(applied === 0 ? 'The database has every migration.' : `Applied ${applied} migrations.`)
      } finally {
        await leave()
      }
    })
}
