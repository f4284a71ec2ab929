import { fail } from '@tweeluik/schema'
import { type Command, InvalidArgumentError } from 'commander'
import { settle } from '../db/settings.ts'
import { fillDemo, unfilledDemo } from '../demo/fill.ts'
import { readEnvironment } from '../env.ts'
import { openIngest } from '../ingest/open.ts'
import { compact } from '../ingest/rollup/compact.ts'
import { demoBar } from './demo-bar.ts'
import { complain, say, sayJson } from './output.ts'
import { onShutdown } from './shutdown.ts'
import { withDatabase } from './with-database.ts'

const CUSTOMERS_MAX = 10_000_000

function customersOf(text: string): number {
  const customers = Number(text)
  if (!Number.isInteger(customers) || customers < 1 || customers > CUSTOMERS_MAX) {
    throw new InvalidArgumentError(`A whole number from 1 to ${CUSTOMERS_MAX}.`)
  }
  return customers
}

export function addDemo(program: Command): void {
  program
    .command('demo')
    .description('fill an empty database with the demo company, a Dutch web shop for sports shoes')
    .option('--customers <count>', 'how many customers it has', customersOf, 20_000)
    .option('--contacts-only', 'only its contacts, for measuring')
    .option('--json', 'answer in JSON')
    .action(
      async ({
        customers,
        contactsOnly = false,
        json = false,
      }: {
        customers: number
        contactsOnly?: boolean
        json?: boolean
      }) => {
        const environment = readEnvironment()
        const signal = onShutdown()
        const finished = await withDatabase(environment, async database => {
          const settings = await settle(database.owner, environment)
          const state = await unfilledDemo(database, settings, { customers, contactsOnly })
          if (!state)
            return fail(
              'NOT_EMPTY',
              '',
              'The database is not empty.',
              'Use another one: set DATABASE_URL or TWEELUIK_DATA_DIR.',
            )
          const { batchRowsMax, waitDays } = environment
          const ingest = openIngest({
            database,
            settings,
            batchRowsMax,
            waitDays,
            onFailure: error => complain(`Tried again: ${error instanceof Error ? error.message : error}`),
          })
          // Answers for scripts go to the other stream.
          const bar = demoBar(false)
          try {
            for await (const { share } of fillDemo(database, ingest.door, settings, state)) {
              bar.update(share)
              if (signal.aborted) return false
            }
          } finally {
            bar.stop()
            await ingest.close()
          }
          await compact(database, 1)
          return true
        })
        if (json) sayJson({ filled: finished })
        else
          say(
            finished
              ? 'The demo company is complete.'
              : 'Stopped on the way; the same command goes on where this ended.',
          )
      },
    )
}
