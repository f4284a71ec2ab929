import { fail, ProblemError, sentences } from '@tweeluik/schema'
import { isRecordKind, kindNames, nearest, type RecordKind } from '@tweeluik/schema/records'
import { type Command, Option } from 'commander'
import { settle } from '../db/settings.ts'
import { readEnvironment } from '../env.ts'
import { openAcceptor } from '../ingest/import/accept-batches.ts'
import { BATCH_ROWS_MAX } from '../ingest/import/batches.ts'
import { type ImportResult, type ImportWork, importFiles } from '../ingest/import/import-files.ts'
import { type PlannedFile, planFiles } from '../ingest/import/plan-files.ts'
import { mappingsOf, readMapping } from '../ingest/import/read-mappings.ts'
import { InvalidMapping } from '../ingest/mapping/faults.ts'
import { REJECTIONS_SHOWN } from '../ingest/receipt.ts'
import { importBar } from './import-bar.ts'
import { reportImport, reportImportAsJson, sayReadings } from './import-report.ts'
import { complain, sayJson } from './output.ts'
import { collectRejectedRows, type RejectedRows } from './rejected-rows.ts'
import { onShutdown } from './shutdown.ts'
import { withDatabase } from './with-database.ts'

interface ImportOptions {
  source: string
  kind?: string
  mapping?: string
  rejected?: string
  dryRun?: boolean
  json?: boolean
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('bring records in from a file or a folder of files (CSV, NDJSON, JSON; gzip too)')
    .argument('<path>', 'a file, or a folder whose files are imported together')
    .requiredOption('--source <name>', 'the system that the records come from; with their id it tells records apart')
    .addOption(
      new Option('--kind <kind>', `what the rows are: ${kindNames.join(', ')}; else name and header of the file tell`),
    )
    .addOption(
      new Option(
        '--mapping <file>',
        'a YAML mapping for files with other columns; else the one of mappings/ whose columns the header has (docs/mapping.md)',
      ).conflicts('kind'),
    )
    .option('--rejected <file>', 'write every rejected row to this file, as NDJSON')
    .option('--dry-run', 'read and judge everything, store nothing')
    .option('--json', 'answer in JSON')
    .action(async (path: string, options: ImportOptions, command: Command) => {
      const { files, rejected } = await prepare(path, options, command)
      if (!options.json && options.mapping === undefined) sayReadings(files)
      const bar = importBar(totalBytes(files), options.json ?? false)
      try {
        const result = await run(files, options, { onProgress: bar.update, onRejected: rejected.add })
        bar.stop()
        if (options.json) reportImportAsJson(result, rejected, files, options.dryRun ?? false)
        else reportImport(result, rejected, { dryRun: options.dryRun ?? false, rejectedFile: options.rejected })
        if (result.totals.rejected > 0 || result.unreadable.length > 0 || result.stopped) process.exitCode = 1
      } finally {
        bar.stop()
        rejected.close()
      }
    })
}

/** What to read and where to write; a call that cannot work ends here with exit code 2, before anything is read. */
async function prepare(
  path: string,
  options: ImportOptions,
  command: Command,
): Promise<{ files: PlannedFile[]; rejected: RejectedRows }> {
  try {
    requireSource(options.source)
    const mapping = options.mapping === undefined ? undefined : await readMapping(options.mapping)
    const mappings = mappingsOf(readEnvironment().mappingsDir)
    const files = await planFiles(path, { kind: knownKind(options.kind), mapping, mappings })
    return { files, rejected: collectRejectedRows(options.rejected) }
  } catch (error) {
    return endCalledWrongly(error, command, options.json)
  }
}

/** Ends with exit code 2 for what was wrong before anything was read. */
export function endCalledWrongly(error: unknown, command: Command, asJson = false): never {
  if (!(error instanceof InvalidMapping || error instanceof ProblemError)) throw error
  const problems = error instanceof InvalidMapping ? error.faults : [error.problem]
  if (asJson) sayJson({ problems })
  const text = error instanceof InvalidMapping ? error.message : sentences(error.problem)
  return command.error(text, { exitCode: 2 })
}

async function run(
  files: PlannedFile[],
  { source, dryRun = false }: ImportOptions,
  seen: Pick<ImportWork, 'onProgress' | 'onRejected'>,
): Promise<ImportResult> {
  const signal = onShutdown()
  signal.addEventListener('abort', () => complain('Finishing the batch that is under way.'))
  const environment = readEnvironment()
  return withDatabase(environment, async database => {
    const acceptor = openAcceptor(database, await settle(database.owner, environment), { source, dryRun })
    const accept: ImportWork['accept'] = async (batch, onTurn) => {
      if (!dryRun) await acceptor.awaitRoom(environment.queueRowsMax, signal, sayFull)
      return await acceptor.accept(batch, onTurn)
    }
    // A dry run keeps no rejections to ask for later: its batches are as small as a receipt is.
    const batchRowsMax = dryRun ? REJECTIONS_SHOWN : BATCH_ROWS_MAX
    try {
      return await importFiles({ files, batchRowsMax, accept, ...seen, signal })
    } finally {
      await acceptor.close()
    }
  })
}

const sayFull = () => complain('Many records are still to be loaded; going on as soon as there is room.')

function knownKind(kind: string | undefined): RecordKind | undefined {
  if (kind === undefined || isRecordKind(kind)) return kind
  const near = nearest(kind, kindNames)
  return fail(
    'KIND_UNKNOWN',
    'kind',
    `There is no kind of record called ${kind}.`,
    near ? `Did you mean ${near}?` : `Use one of ${kindNames.join(', ')}.`,
  )
}

export function requireSource(source: string): void {
  if (/^[^\s\p{C}](.{0,98}[^\s\p{C}])?$/u.test(source)) return
  fail(
    'SOURCE_INVALID',
    'source',
    '--source is to be the name of a system.',
    'Use up to 100 characters, such as crm or phone.',
  )
}

const totalBytes = (files: PlannedFile[]) => files.reduce((sum, file) => sum + file.sizeBytes, 0)
