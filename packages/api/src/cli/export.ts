import { statSync } from 'node:fs'
import { extname } from 'node:path'
import { fail } from '@tweeluik/schema'
import { isRecordKind, kindNames, nearest, type RecordKind } from '@tweeluik/schema/records'
import { type Command, Option } from 'commander'
import { readEnvironment } from '../env.ts'
import { type Exported, type ExportPlan, exportAll } from '../export/export-all.ts'
import { type ExportFormat, exportFormats } from '../export/formats.ts'
import { exportWhere } from '../export/where.ts'
import { endCalledWrongly } from './import.ts'
import { complain, sayJson } from './output.ts'
import { progressLine } from './progress-line.ts'
import { onShutdown } from './shutdown.ts'
import { withDatabase } from './with-database.ts'

interface ExportOptions {
  format?: ExportFormat
  out?: string
  source?: string
  since?: string
  where?: string
  forSpreadsheet?: boolean
  json?: boolean
}

export function addExport(program: Command): void {
  program
    .command('export')
    .description('write records as they could be sent, to standard output, a file or a folder')
    .argument('<kind>', `what to write: ${kindNames.join(', ')}, or all`)
    .addOption(new Option('--format <format>', 'as the name of the file says, else ndjson').choices(exportFormats))
    .option(
      '--out <path>',
      'a file; or a folder, which gets a folder for each source. It comes to be when it is complete',
    )
    .option('--source <name>', 'only of this system; a file holds the records of one')
    .option('--since <mark>', 'only what came in after the export that told this mark, deletions too')
    .option('--where <json>', 'conditions, as the where of GraphQL takes them')
    .option('--for-spreadsheet', "CSV: put a ' before texts that a spreadsheet would run; they come back changed")
    .option('--json', 'tell in JSON what was written')
    .action(async (kind: string, options: ExportOptions, command: Command) => {
      const plan = await planOf(kind, options).catch(error => endCalledWrongly(error, command, options.json))
      const signal = onShutdown()
      const progress = progressLine('records', options.json || plan.out === null)
      const { mark, written } = await withDatabase(readEnvironment(), database =>
        exportAll(database, plan, { signal, onRecords: progress.update }),
      )
        .catch(error => stoppedOr(error, signal))
        .finally(progress.stop)
      if (options.json) sayJson({ mark, stopped: signal.aborted, files: written })
      else report(mark, written, plan)
      if (signal.aborted) process.exitCode = 1
    })
}

async function planOf(kind: string, options: ExportOptions): Promise<ExportPlan> {
  const { out, source = null, since, where, json, forSpreadsheet = false } = options
  const kinds = kind === 'all' ? kindNames : [knownKind(kind)]
  const format = options.format ?? exportFormats.find(name => extname(out ?? '') === `.${name}`) ?? 'ndjson'
  if (out === undefined && kind === 'all') {
    fail('OUT_NEEDED', 'out', 'All kinds do not fit in one file.', 'Say --out, a folder.')
  }
  if (out === undefined && json) {
    fail(
      'OUT_NEEDED',
      'out',
      'Records and summary cannot both go to standard output.',
      'Say --out, a file or a folder.',
    )
  }
  if (out === undefined && format === 'parquet' && process.stdout.isTTY) {
    fail('OUT_NEEDED', 'out', 'Parquet is nothing to read on a terminal.', 'Say --out, a file or a folder.')
  }
  if (since !== undefined && !/^\d{1,15}$/.test(since)) {
    fail('BAD_MARK', 'since', `${since} is no mark of an export.`, 'Use the mark that the export before told.')
  }
  const [only] = kinds
  if (where !== undefined && (kind === 'all' || !only)) {
    fail('WHERE_OF_ALL', 'where', 'Kinds have different fields.', 'Export one kind at a time.')
  }
  return {
    kinds,
    format,
    source,
    forSpreadsheet,
    out: placeOf(out, kind),
    chosen: {
      sinceLoad: since === undefined ? null : Number(since),
      where: where !== undefined && only ? await exportWhere(only, where) : null,
    },
  }
}

function placeOf(out: string | undefined, kind: string): ExportPlan['out'] {
  if (out === undefined) return null
  const isFolder = kind === 'all' || out.endsWith('/') || statSync(out, { throwIfNoEntry: false })?.isDirectory()
  return isFolder ? { folder: out } : { file: out }
}

function knownKind(kind: string): RecordKind {
  if (isRecordKind(kind)) return kind
  const near = nearest(kind, [...kindNames, 'all'])
  return fail(
    'KIND_UNKNOWN',
    'kind',
    `There is no kind of record called ${kind}.`,
    near ? `Did you mean ${near}?` : `Use one of ${kindNames.join(', ')}, or all.`,
  )
}

function stoppedOr(error: unknown, signal: AbortSignal): { mark: null; written: Exported[] } {
  if (!signal.aborted) throw error
  complain('Stopped. A file that was not complete is not there.')
  return { mark: null, written: [] }
}

/** Beside the records where these go to standard output. */
function report(mark: string | null, written: Exported[], { kinds, chosen }: ExportPlan): void {
  const number = (count: number) => count.toLocaleString('en')
  for (const { kind, file, records, deleted } of written) {
    const gone = chosen.sinceLoad == null ? '' : ` and ${number(deleted)} deletions`
    complain(`${number(records)} ${kind}${gone}${file ? ` in ${file}` : ''}`)
  }
  if (written.length === 0 && mark !== null) complain(`There are no ${kinds.length === 1 ? kinds[0] : 'records'}.`)
  if (mark !== null) complain(`What comes after this: --since ${mark}`)
}
