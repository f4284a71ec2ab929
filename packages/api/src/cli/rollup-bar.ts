import { factNames } from '@tweeluik/schema/facts'
import { Presets, SingleBar } from 'cli-progress'
import type { OnSlice } from '../ingest/rollup/rebuild.ts'

/** How far an audit or a rebuild is, fact by fact. Drawn on a terminal only. */
export function rollupBar(what: string, quiet: boolean): { update: OnSlice; stop(): void } {
  if (quiet || !process.stderr.isTTY) return { update: () => {}, stop: () => {} }
  const bar = new SingleBar(
    {
      format: `${what} {fact} {bar} {percentage} % | {eta_formatted} left`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  )
  bar.start(factNames.length, 0, { fact: '' })
  return {
    update: (fact, done, all) => bar.update(factNames.indexOf(fact) + done / all, { fact }),
    stop: () => bar.stop(),
  }
}
