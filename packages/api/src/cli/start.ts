import { fail } from '@tweeluik/schema'
import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import type { Command } from 'commander'
import { Listr } from 'listr2'
import { sqlState } from '../db/connection-failure.ts'
import { startEmbedded } from '../db/embedded.ts'
import { prepareDatabase } from '../db/migrate.ts'
import { type Database, openDatabase } from '../db/pools.ts'
import { type Settings, settle } from '../db/settings.ts'
import { type Environment, readEnvironment } from '../env.ts'
import { say, sayJson } from './output.ts'
import { claimRun } from './run-file.ts'
import { aborted, onShutdown } from './shutdown.ts'
import { buildWeb, isWebBuilt, webDist } from './web-build.ts'

export function addStart(program: Command): void {
  program
    .command('start')
    .description('start PostgreSQL and the server, and serve the dashboards until Ctrl-C')
    .option('--json', 'answer in JSON')
    .action(async ({ json = false }: { json?: boolean }) => {
      const environment = readEnvironment()
      const run = await claimRun(environment.dataDir)
      if ('running' in run) {
        const { pid, address } = run.running
        if (json) sayJson({ pid, address, started: false })
        else say(`Tweeluik runs already: ${address}`)
        return
      }
      const shutdown = onShutdown()
      const undo: Undo = [run.claim.release]
      try {
        const address = await bringUp(environment, shutdown, undo, json)
        if (address !== undefined) {
          await run.claim.announce(address)
          if (json) sayJson({ pid: process.pid, address, started: true })
          else say(`Tweeluik is at ${address} (Ctrl-C stops it).`)
          await aborted(shutdown)
        }
        if (!json) say('Finishing what is under way; Ctrl-C once more ends it at once.')
      } finally {
        await undoAll(undo)
      }
    })
}

/** What ends each thing that was begun, the first begun first; carried out backwards. */
type Undo = (() => Promise<unknown>)[]

/** Every step is taken, also after one that failed; the first failure is thrown at the end. */
async function undoAll(undo: Undo): Promise<void> {
  const failures: unknown[] = []
  for (const step of undo.reverse()) await step().catch(error => failures.push(error))
  if (failures.length > 0) throw failures[0]
}

interface Progress {
  url: string
  database: Database
  settings: Settings
  address: string
}

/** Begins everything in order and returns the address; undefined when it was told to stop meanwhile. */
async function bringUp(
  environment: Environment,
  shutdown: AbortSignal,
  undo: Undo,
  quiet: boolean,
): Promise<string | undefined> {
  const { cloneDir, dataDir, databaseUrl } = environment
  const skip = () => shutdown.aborted
  const tasks = new Listr<Progress>(
    [
      {
        title: databaseUrl === undefined ? 'Starting the embedded PostgreSQL' : 'Using the PostgreSQL of DATABASE_URL',
        skip,
        task: async progress => {
          if (databaseUrl !== undefined) {
            progress.url = databaseUrl
            return
          }
          const embedded = await startEmbedded({ dataDir, cloneDir })
          undo.push(embedded.stop)
          progress.url = embedded.url
        },
      },
      {
        title: 'Bringing the database to this version',
        skip,
        task: async progress => {
          await prepareDatabase({ url: progress.url, ownerOnlyTables: OWNER_ONLY_TABLES })
          const database = await openDatabase({ url: progress.url })
          undo.push(() => database.close())
          progress.database = database
          progress.settings = await settle(database.owner, environment)
        },
      },
      {
        title: 'Building the dashboards',
        enabled: !(await isWebBuilt(cloneDir)),
        skip,
        task: () => buildWeb(cloneDir, shutdown),
      },
      {
        title: 'Opening the door',
        skip,
        task: async progress => {
          // The server is large, and no other verb needs it.
          const { serve } = await import('../server.ts')
          const { database, settings } = progress
          const opening = serve({ environment, database, settings, webDir: webDist(cloneDir) })
          const server = await orPortTaken(environment, opening)
          undo.push(() => server.close())
          progress.address = server.address
        },
      },
    ],
    {
      renderer: 'default',
      fallbackRenderer: 'simple',
      silentRendererCondition: quiet,
      registerSignalListeners: false,
      // The sentence is printed once, with its fix, by the program.
      rendererOptions: { showErrorMessage: false },
    },
  )
  const progress = await tasks.run()
  return shutdown.aborted ? undefined : progress.address
}

async function orPortTaken<T>({ host, port }: Environment, opening: Promise<T>): Promise<T> {
  try {
    return await opening
  } catch (error) {
    const code = sqlState(error)
    if (code === 'EADDRINUSE') {
      fail(
        'PORT_TAKEN',
        'PORT',
        `Port ${port} on ${host} is taken by another program.`,
        `Set PORT=${port + 1}, or PORT=0 for any free one.`,
      )
    }
    throw error
  }
}
