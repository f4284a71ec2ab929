import { fail } from '@tweeluik/schema'
import type { Command } from 'commander'
import { settle } from '../db/settings.ts'
import { readEnvironment } from '../env.ts'
import { openAcceptor } from '../ingest/import/accept-batches.ts'
import { readMapping } from '../ingest/import/read-mappings.ts'
import type { Mapping } from '../ingest/mapping/load-mapping.ts'
import { deleteState, type Job, saveState, selectState } from '../ingest/singer/states.queries.ts'
import { type SyncResult, syncSinger } from '../ingest/singer/sync.ts'
import { endCalledWrongly, requireSource } from './import.ts'
import { complain, say, sayJson } from './output.ts'
import { progressLine } from './progress-line.ts'
import { collectRejectedRows, type RejectedRows } from './rejected-rows.ts'
import { onShutdown } from './shutdown.ts'
import { reportSync } from './sync-report.ts'
import { withDatabase } from './with-database.ts'

const NOISE_SHOWN_MAX = 3

interface SyncOptions extends Job {
  mapping: string
  rejected?: string
  json?: boolean
}

export function addSync(program: Command): void {
  const sync = program.command('sync').description('take in what another program reads from a system')
  const verb = (parent: Command, name: string, description: string) =>
    parent
      .command(name)
      .description(description)
      .requiredOption('--source <name>', 'the system that the records come from')
      .option('--job <name>', 'tells several taps of one source apart', 'default')
  verb(sync, 'singer', 'what a Singer tap sends: tap-anything | tweeluik sync singer ..')
    .requiredOption('--mapping <file>', 'a YAML mapping of its streams (docs/mapping.md)')
    .option('--rejected <file>', 'write every rejected row to this file, as NDJSON')
    .option('--json', 'tell the end in JSON, on standard error: standard output is for the states')
    .action(singer)
  const state = sync.command('state').description('how far a tap has come, as it tells it itself')
  verb(state, 'show', 'print it for the tap to go on: tap-anything --state <(tweeluik sync state show ..)')
    .option('--json', 'with the moment at which it was saved')
    .action(showState)
  verb(state, 'reset', 'forget it: the next run begins at the beginning')
    .option('--json', 'answer in JSON')
    .action(resetState)
}

async function singer(options: SyncOptions, command: Command): Promise<void> {
  const { mapping, rejected } = await prepare(options, command)
  try {
    const result = await run(mapping, options, rejected)
    reportSync(result, rejected, options)
    if (result.problem || result.stopped || result.totals.rejected > 0) process.exitCode = 1
  } finally {
    rejected.close()
  }
}

async function prepare(
  { source, mapping: path, rejected, json }: SyncOptions,
  command: Command,
): Promise<{ mapping: Mapping; rejected: RejectedRows }> {
  try {
    requireSource(source)
    const mapping = await readMapping(path)
    if (mapping.file.format !== 'singer') {
      fail(
        'NOT_SINGER',
        'mapping',
        `${path} reads a file, no tap.`,
        'Say format: singer, and of each record its stream.',
      )
    }
    if (process.stdin.isTTY) {
      fail('NO_TAP', '', 'Nothing comes from standard input.', 'Use it as: tap-anything | tweeluik sync singer ..')
    }
    return { mapping, rejected: collectRejectedRows(rejected) }
  } catch (error) {
    return endCalledWrongly(error, command, json)
  }
}

async function run(mapping: Mapping, options: SyncOptions, rejected: RejectedRows): Promise<SyncResult> {
  const signal = onShutdown()
  const environment = readEnvironment()
  let noise = 0
  return withDatabase(environment, async database => {
    const { source } = options
    const acceptor = openAcceptor(database, await settle(database.owner, environment), { source, dryRun: false })
    const progress = progressLine('records', options.json ?? false)
    try {
      return await syncSinger({
        input: process.stdin,
        mapping,
        signal,
        async accept(batch, onTurn) {
          await acceptor.awaitRoom(environment.queueRowsMax, signal, () => complain('Waiting for room in the queue.'))
          return await acceptor.accept(batch, onTurn)
        },
        saveState: (sql, state) => saveState(sql ?? database.owner, options, state),
        onState: sayJson,
        onNoise(line, text) {
          if (++noise > NOISE_SHOWN_MAX) return
          complain(`Line ${line} is no Singer message and is passed over: ${text.slice(0, 200)}`)
          if (noise === NOISE_SHOWN_MAX)
            complain('Further such lines are not shown. A tap writes its log to standard error.')
        },
        onActivateVersion: stream =>
          complain(
            `${stream}: ACTIVATE_VERSION deletes nothing here; rows that the tap no longer sends stay. Deletions come by _sdc_deleted_at.`,
          ),
        onRejected: row => rejected.add({ ...row, file: 'tap' }),
        onProgress: progress.update,
      })
    } finally {
      progress.stop()
      await acceptor.close()
    }
  })
}

async function showState({ json, ...job }: Job & { json?: boolean }): Promise<void> {
  const saved = await withDatabase(readEnvironment(), ({ owner }) => selectState(owner, job))
  if (json) sayJson(saved ?? { source: job.source, job: job.job, state: null, savedAt: null })
  else sayJson(saved?.state ?? {})
}

async function resetState({ json, ...job }: Job & { json?: boolean }): Promise<void> {
  const reset = await withDatabase(readEnvironment(), ({ owner }) => deleteState(owner, job))
  if (json) sayJson({ reset })
  else say(reset ? 'Forgotten: the next run begins at the beginning.' : 'There was no state.')
}
