import { Presets, SingleBar } from 'cli-progress'

/** How far an import is: by bytes of the files, since nobody knows how many rows lie ahead. */
export interface ImportBar {
  update(doneBytes: number, receivedRows: number): void
  stop(): void
}

/** Drawn on a terminal only; scripts and logs get nothing. */
export function importBar(totalBytes: number, quiet: boolean): ImportBar {
  if (quiet || !process.stderr.isTTY) return { update: () => {}, stop: () => {} }
  const startedMs = Date.now()
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} % | {rows} rows | {rate} rows/s | {eta_formatted} left',
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  )
  bar.start(Math.max(totalBytes, 1), 0, { rows: 0, rate: 0 })
  return {
    update(doneBytes, receivedRows) {
      const rate = Math.round((receivedRows * 1_000) / Math.max(1, Date.now() - startedMs))
      bar.update(doneBytes, { rows: receivedRows.toLocaleString('en'), rate: rate.toLocaleString('en') })
    },
    stop: () => bar.stop(),
  }
}
