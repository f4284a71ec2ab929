import { Worker } from 'node:worker_threads'
import type { Packed } from './packed.ts'
import { SLOTS } from './places.ts'
import type { Prepared, PrepareTask } from './prepare.ts'

/** A batch that is ready to be stored and loaded. */
export interface PreparedBatch extends Prepared, Packed {}

/** Prepares batches off the main thread, so that no dashboard waits for somebody's upload. */
export interface Preparer extends AsyncDisposable {
  prepare(task: Omit<PrepareTask, 'slot'>): Promise<PreparedBatch>
}

interface Waiting {
  resolve(batch: PreparedBatch): void
  reject(error: Error): void
}

/** One worker thread; it is started with the first task. */
export function openPreparer(): Preparer {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let number = 0

  function giveUp(error: Error): void {
    worker = null
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }

  function start(): Worker {
    const started = new Worker(new URL('./prepare.worker.ts', import.meta.url), {
      execArgv: ['--import', import.meta.resolve('@oxc-node/core/register')],
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    })
    started.on('message', (message: { number: number; result?: PreparedBatch; error?: string }) => {
      const { resolve, reject } = waiting.get(message.number) ?? {}
      waiting.delete(message.number)
      if (message.result) resolve?.({ ...message.result, bytes: Buffer.from(message.result.bytes) })
      else reject?.(new Error(`Preparing a batch failed: ${message.error}`))
      if (waiting.size === 0) started.unref()
    })
    started.on('error', giveUp)
    started.on('exit', () => giveUp(new Error('The thread that prepares batches has ended')))
    return started
  }

  return {
    prepare(task) {
      worker ??= start()
      worker.ref()
      number += 1
      worker.postMessage({ ...task, number, slot: number % SLOTS })
      return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }))
    },
    async [Symbol.asyncDispose]() {
      await worker?.terminate()
    },
  }
}
