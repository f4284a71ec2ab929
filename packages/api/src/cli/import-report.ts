import { basename } from 'node:path'
import { sentences } from '@tweeluik/schema'
import type { ImportResult } from '../ingest/import/import-files.ts'
import type { PlannedFile } from '../ingest/import/plan-files.ts'
import type { Totals } from '../ingest/import/totals.ts'
import { complain, say, sayJson } from './output.ts'
import type { RejectedRows } from './rejected-rows.ts'

const counts = ['received', 'created', 'updated', 'unchanged', 'waiting', 'rejected'] as const

/** What was done, for a person: totals first, then what was wrong. */
export function reportImport(
  result: ImportResult,
  rejected: RejectedRows,
  how: { dryRun: boolean; rejectedFile?: string },
): void {
  if (how.dryRun) say('A dry run: nothing was stored.')
  for (const [kind, totals] of result.kinds) say(lineOf(kind, totals))
  if (result.kinds.size !== 1) say(lineOf('total', result.totals))
  if (result.skippedRows > 0) say(`${number(result.skippedRows)} rows make no record, as the mapping says.`)
  sayRejections(rejected, result.totals.rejected, how.rejectedFile)
  for (const problem of result.unreadable) complain(`${problem.file}: ${sentences(problem)}`)
  if (result.stopped)
    complain('Stopped between two batches. Run the same command again to go on: what is in stays as it is.')
}

const FILES_SHOWN_MAX = 5

/** Which mapping was found for which files, before they are read. */
export function sayReadings(files: PlannedFile[]): void {
  for (const [reading, read] of Map.groupBy(files, file => file.reading)) {
    if ('kind' in reading) continue
    const names = read.slice(0, FILES_SHOWN_MAX).map(({ path }) => basename(path))
    const more = read.length - names.length
    say(`${reading.name} reads ${names.join(', ')}${more > 0 ? ` and ${number(more)} more` : ''}`)
  }
}

/** The same as one JSON value. */
export function reportImportAsJson(
  result: ImportResult,
  rejected: RejectedRows,
  files: PlannedFile[],
  dryRun: boolean,
): void {
  const { kinds, totals, skippedRows, unreadable, stopped } = result
  sayJson({
    dryRun,
    stopped,
    ...totals,
    skippedRows,
    files: files.map(({ path, reading }) =>
      'kind' in reading ? { path, kind: reading.kind } : { path, mapping: reading.name },
    ),
    kinds: Object.fromEntries(kinds),
    rejectedByCode: Object.fromEntries(rejected.counts),
    rejections: rejected.shown,
    unreadable,
  })
}

export function lineOf(name: string, totals: Totals): string {
  const parts = counts
    .filter(count => count === 'received' || totals[count] > 0)
    .map(count => `${number(totals[count])} ${count}`)
  return `${name.padEnd(12)} ${parts.join(', ')}`
}

export function sayRejections({ counts: byCode, shown }: RejectedRows, total: number, file: string | undefined): void {
  for (const [code, count] of [...byCode].sort((a, b) => b[1] - a[1])) {
    complain(`\n${code}: ${number(count)} ${count === 1 ? 'row' : 'rows'} rejected`)
    for (const row of shown) {
      if (row.code === code) complain(`  ${row.file}:${row.line} ${row.path ? `${row.path}: ` : ''}${sentences(row)}`)
    }
  }
  if (file !== undefined) complain(`\nAll ${number(total)} are in ${file}.`)
  else if (total > shown.length)
    complain(`\nThese are the first ${shown.length} of ${number(total)}. --rejected rows.ndjson writes them all.`)
}

const number = (value: number) => value.toLocaleString('en')
