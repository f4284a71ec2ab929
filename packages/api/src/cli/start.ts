import { fail } from '@tweeluik/schema'
import { OWNER_ONLY_TABLES } from '@tweeluik/schema/tables'
import type { Command } from 'commander'
import { Listr } from 'listr2'
import { sqlState } from '../db/connection-failure.ts'
import { startEmbedded } from '../db/embedded.ts'
import { keepEmbedded } from '../db/embedded-keeper.ts'
import { prepareDatabase } from '../db/migrate.ts'
import { type Database, openDatabase } from '../db/pools.ts'
import { type Settings, settle } from '../db/settings.ts'
import { type Filling, fillDemo, unfilledDemo } from '../demo/fill.ts'
import { type Environment, readEnvironment } from '../env.ts'
import type { Serving } from '../server.ts'
import { demoBar } from './demo-bar.ts'
import { complain, say, sayJson } from './output.ts'
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
        const up = await bringUp(environment, shutdown, undo, json)
        if (up) {
          const { address, filling, keeping = aborted(shutdown) } = up
          await run.claim.announce(address)
          if (json) sayJson({ pid: process.pid, address, started: true })
          else say(`Tweeluik is at ${address} (Ctrl-C stops it).`)
          await Promise.all([Promise.race([aborted(shutdown), keeping]), fillBehind(filling, shutdown, json)])
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
  /** Rejects when the database is lost for good. Undefined: it is not ours to keep. */
  keeping?: Promise<void>
  database: Database
  settings: Settings
  server: Serving
  /** What is still to come of the demo company. Null: it is complete, or none is wanted. */
  filling: AsyncGenerator<Filling> | null
}

/** Begins everything in order; undefined when it was told to stop meanwhile. */
async function bringUp(
  environment: Environment,
  shutdown: AbortSignal,
  undo: Undo,
  quiet: boolean,
): Promise<{ address: string; filling: Progress['filling']; keeping?: Promise<void> } | undefined> {
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
          const keeper = keepEmbedded({ dataDir, cloneDir, url: embedded.url, tell: complain })
          undo.push(keeper.stop)
          progress.url = embedded.url
          progress.keeping = keeper.keeping
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
          progress.server = server
        },
      },
      {
        title: 'Inviting the first customers of the demo company',
        enabled: environment.demo,
        skip,
        task: async (progress, task) => {
          const { database, settings, server } = progress
          const state = await unfilledDemo(database, settings)
          if (!state) return task.skip('The database has data already')
          progress.filling = fillDemo(database, server.door, settings, state)
          for (let step = await progress.filling.next(); !step.done; step = await progress.filling.next()) {
            if (step.value.usable || shutdown.aborted) return
          }
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
  const { server, filling = null, keeping } = await tasks.run()
  return shutdown.aborted ? undefined : { address: server.address, filling, keeping }
}

/** The rest of the demo company comes in while its dashboards are looked at; what is cut off goes on at the next start. */
async function fillBehind(filling: Progress['filling'], shutdown: AbortSignal, quiet: boolean): Promise<void> {
  if (!filling) return
  const bar = demoBar(quiet)
  try {
    for await (const { share } of filling) {
      bar.update(share)
      if (shutdown.aborted) return
    }
  } finally {
    bar.stop()
  }
  if (!quiet) say('The demo company is complete.')
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
