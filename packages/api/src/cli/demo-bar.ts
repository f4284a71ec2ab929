import { Presets, SingleBar } from 'cli-progress'

/** How far the demo company is. Drawn on a terminal only. */
export function demoBar(quiet: boolean): { update(share: number): void; stop(): void } {
  if (quiet || !process.stderr.isTTY) return { update: () => {}, stop: () => {} }
  const bar = new SingleBar(
    {
      format: 'Demo company {bar} {percentage} % | {eta_formatted} left',
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: true,
    },
    Presets.shades_classic,
  )
  bar.start(100, 0)
  return { update: share => bar.update(Math.round(share * 100)), stop: () => bar.stop() }
}
