import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Buyers, LifetimeFit } from './fit.ts'

/** Fits one after another, in a thread of their own: millions of customers take minutes, in which no question may wait. */
export interface Fitter {
  fit(buyers: Buyers): Promise<LifetimeFit>
  [Symbol.asyncDispose](): Promise<void>
}

export function openFitter(): Fitter {
  const worker = new Worker(new URL('./fit.worker.ts', import.meta.url), {
    execArgv: ['--import', import.meta.resolve('@oxc-node/core/register')],
  })
  return {
    async fit(buyers) {
      const columns = [buyers.repeats, buyers.lastDays, buyers.ageDays, buyers.spent, buyers.customers]
      worker.postMessage(
        buyers,
        columns.map(({ buffer }) => buffer as ArrayBuffer),
      )
      const [fit] = (await once(worker, 'message')) as [LifetimeFit]
      return fit
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate()
    },
  }
}
