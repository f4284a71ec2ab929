import { Presets, SingleBar } from 'cli-progress'

interface DemoBar {
  update(share: number): void
  stop(): void
}

/** How far the demo company is. Elsewhere than on a terminal it is a line now and then. */
export function demoBar(quiet: boolean): DemoBar {
  if (quiet) return { update: () => {}, stop: () => {} }
  if (!process.stderr.isTTY) return demoLines()
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

const LINE_EVERY_PERCENT = 5

function demoLines(): DemoBar {
  let told = 0
  return {
    update(share) {
      const percentage = Math.floor((share * 100) / LINE_EVERY_PERCENT) * LINE_EVERY_PERCENT
      if (percentage <= told) return
      told = percentage
      process.stderr.write(`Demo company ${percentage} %\n`)
    },
    stop: () => {},
  }
}
