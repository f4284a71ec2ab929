import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Buyers, LifetimeFit } from './fit.ts'

/** Fits in a thread of its own: millions of customers take minutes, in which no question may wait. */
export async function fitInThread(buyers: Buyers): Promise<LifetimeFit> {
  const worker = new Worker(new URL('./fit.worker.ts', import.meta.url), {
    execArgv: ['--import', import.meta.resolve('@oxc-node/core/register')],
  })
  try {
    const columns = [buyers.repeats, buyers.lastDays, buyers.ageDays, buyers.spent, buyers.customers]
    worker.postMessage(
      buyers,
      columns.map(({ buffer }) => buffer as ArrayBuffer),
    )
    const [fit] = (await once(worker, 'message')) as [LifetimeFit]
    return fit
  } finally {
    await worker.terminate()
  }
}
