import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { fail, sentences } from '@tweeluik/schema'
import { kindNames, type RecordKind } from '@tweeluik/schema/records'
import { type Command, Option } from 'commander'
import { settle } from '../db/settings.ts'
import { readEnvironment } from '../env.ts'
import { isUuid } from '../graphql/global-id.ts'
import { readMapping } from '../ingest/import/read-mappings.ts'
import { exportRejected } from '../ingest/rejected/export.ts'
import { readMended } from '../ingest/rejected/mended.ts'
import {
  type Cause,
  type Chosen,
  type FailedBatch,
  selectCauses,
  selectFailed,
} from '../ingest/rejected/rejected.queries.ts'
import { type Replayed, replayRejected } from '../ingest/rejected/replay.ts'
import { explainFailure, retryFailed } from '../ingest/rejected/retry-failed.ts'
import { endCalledWrongly } from './import.ts'
import { complain, say, sayJson } from './output.ts'
import { onShutdown } from './shutdown.ts'
import { withDatabase } from './with-database.ts'

const CAUSES_MAX = 1_000

interface Options {
  source?: string
  kind?: RecordKind
  code?: string
  batch?: string
  json?: boolean
}

export function addRejected(program: Command): void {
  const rejected = program
    .command('rejected')
    .description('rows that could not be taken: see them, mend them, send them again')
  const verb = (name: string, description: string) =>
    rejected
      .command(name)
      .description(description)
      .option('--source <name>', 'only of this system')
      .addOption(new Option('--kind <kind>', 'only records of this kind').choices(kindNames))
      .option('--code <code>', 'only with this cause, such as MISSING_FIELD')
      .option('--batch <id>', 'only of this batch')
  verb('list', 'what was rejected, by cause, and batches that failed').option('--json', 'answer in JSON').action(list)
  verb('export', 'the rows as they were sent, as NDJSON: mend them and import them again')
    .option('--reasons', 'each with why and where it came in, the row itself as `record`')
    .action(exportRows)
  verb(
    'replay',
    'load the rows again as they were sent; a row of DUPLICATE_ID only by --code; a failed batch by --batch',
  )
    .option('--all', 'every row')
    .option('--mapping <file>', 'make the rows anew by this corrected mapping, of what was sent')
    .option('--mended <file>', 'the lines of `export --reasons`, each with its `record` put right')
    .option('--json', 'answer in JSON')
    .action(replay)
}

async function list(options: Options): Promise<void> {
  const chosen = chosenBy(options)
  const { causes, failed } = await withDatabase(readEnvironment(), async ({ owner }) => ({
    causes: await selectCauses(owner, chosen, CAUSES_MAX),
    failed: await selectFailed(owner, chosen),
  }))
  if (options.json) return sayJson({ causes, failed })
  if (causes.length + failed.length === 0) say('Nothing is rejected.')
  for (const cause of causes) sayCause(cause)
  for (const batch of failed) sayFailed(batch)
}

function sayCause({ source, kind, code, path, count, example }: Cause): void {
  say(`${number(count).padStart(9)}  ${source}  ${kind}  ${code}${path ? ` at ${path}` : ''}`)
  say(`           batch ${example.batchId}, line ${example.line}: ${sentences(example)}`)
}

function sayFailed({ batchId, source, kind, received }: FailedBatch): void {
  say(
    `${number(received).padStart(9)}  ${source}  ${kind}  a batch whose load failed; the reason is in the server's log`,
  )
  say(`           pnpm tweeluik rejected replay --batch ${batchId}`)
}

async function exportRows({ reasons, ...options }: Options & { reasons?: boolean }): Promise<void> {
  const chosen = chosenBy(options)
  await withDatabase(readEnvironment(), ({ owner }) =>
    pipeline(exportRejected(owner, chosen, reasons), process.stdout, { end: false }).catch(unlessClosed),
  )
}

/** Whoever reads only the first lines has what was wanted. */
function unlessClosed(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
}

async function replay(
  { all, mended: file, mapping: yaml, ...options }: Options & { all?: boolean; mended?: string; mapping?: string },
  command: Command,
): Promise<void> {
  const chosen = chosenBy(options)
  if (!all && file === undefined && Object.values(chosen).every(choice => choice === undefined)) {
    command.error('Say which rows: --source, --kind, --code, --batch, --mended, or --all.', { exitCode: 2 })
  }
  const mapping =
    yaml === undefined
      ? undefined
      : await readMapping(yaml).catch(error => endCalledWrongly(error, command, options.json))
  const mended = file === undefined ? undefined : await readMended(createReadStream(file)).catch(unlessMissing)
  const environment = readEnvironment()
  const signal = onShutdown()
  const done = await withDatabase(environment, async database => {
    const settings = await settle(database.owner, environment)
    // A batch that failed has no rejected rows: all of it is taken up again.
    const retried = chosen.batch ? await retryFailed(database, settings, chosen.batch).catch(explainFailure) : null
    return retried ?? (await replayRejected({ database, settings, chosen, mended, mapping, signal }))
  })
  if (options.json) sayJson(done)
  else sayReplayed(done)
  if (signal.aborted && !options.json) complain('Stopped. Run the same command again to go on.')
  if (done.rejected > 0 || signal.aborted) process.exitCode = 1
}

function unlessMissing(error: unknown): never {
  if (!(error instanceof Error && 'code' in error)) throw error
  return fail('FILE_MISSING', 'mended', `The file cannot be read (${error.code}).`, 'Correct its name.')
}

function sayReplayed({ replayed, ...became }: Replayed): void {
  const parts = Object.entries(became).filter(([, count]) => count > 0)
  const told = parts.map(([name, count]) => `${number(count)} ${name}`).join(', ')
  say(replayed === 0 ? 'There is nothing to replay.' : `${number(replayed)} replayed: ${told}`)
  if (became.rejected > 0) complain('`pnpm tweeluik rejected list` says why.')
}

function chosenBy({ source, kind, code, batch }: Options): Chosen {
  if (batch !== undefined && !isUuid(batch)) {
    fail('NO_SUCH_BATCH', 'batch', `There is no batch ${batch}.`, 'Use the batchId of a receipt.')
  }
  return { source, kind, code, batch }
}

const number = (value: number) => value.toLocaleString('en')
