import { Presets, SingleBar } from 'cli-progress'

/** How far the demo company is, in customers. Drawn on a terminal only. */
export function demoBar(customers: number, quiet: boolean): { update(share: number): void; stop(): void } {
  if (quiet || !process.stderr.isTTY) return { update: () => {}, stop: () => {} }
  const bar = new SingleBar(
    {
      format: 'Demo company {bar} {value} of {total} customers | {eta_formatted} left',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  )
  bar.start(customers, 0)
  return { update: share => bar.update(Math.round(share * customers)), stop: () => bar.stop() }
}
