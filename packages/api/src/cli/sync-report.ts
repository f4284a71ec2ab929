import { sentences } from '@tweeluik/schema'
import type { SyncResult } from '../ingest/singer/sync.ts'
import { lineOf, sayRejections } from './import-report.ts'
import { complain } from './output.ts'
import type { RejectedRows } from './rejected-rows.ts'

/** What a sync has done, on standard error: standard output is for the states. */
export function reportSync(
  { kinds, totals, ...result }: SyncResult,
  rejected: RejectedRows,
  options: { rejected?: string; json?: boolean },
): void {
  const { states, skippedRows, problem, stopped } = result
  const unmapped = Object.fromEntries(result.unmapped)
  if (options.json) {
    const told = {
      ...totals,
      skippedRows,
      unmapped,
      states,
      stopped,
      kinds: Object.fromEntries(kinds),
      rejectedByCode: Object.fromEntries(rejected.counts),
      rejections: rejected.shown,
      problems: problem ? [problem.problem] : [],
    }
    complain(JSON.stringify(told))
    return
  }
  for (const [kind, sums] of kinds) complain(lineOf(kind, sums))
  complain(`${lineOf('total', totals)}; the state was saved ${states === 1 ? 'once' : `${states} times`}`)
  if (skippedRows > 0) complain(`${skippedRows.toLocaleString('en')} rows make no record, as the mapping says.`)
  for (const [stream, rows] of Object.entries(unmapped)) {
    complain(`${rows.toLocaleString('en')} rows of ${stream}: the mapping has no record of this stream.`)
  }
  sayRejections(rejected, totals.rejected, options.rejected)
  if (problem) complain(sentences(problem.problem))
  if (stopped) complain('Stopped. What was read is stored; give the tap the saved state to go on.')
}
