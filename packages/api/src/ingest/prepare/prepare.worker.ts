import { parentPort } from 'node:worker_threads'
import { pack } from './packed.ts'
import { type PrepareTask, prepare } from './prepare.ts'

export interface WorkerTask extends PrepareTask {
  number: number
}

parentPort?.on('message', (task: WorkerTask) => {
  try {
    const result = { ...prepare(task), ...pack(task.rows) }
    // Moved, not copied: batches that wait for their turn weigh nothing on the main thread's heap.
    parentPort?.postMessage({ number: task.number, result }, [result.copy.buffer, result.records.buffer])
  } catch (error) {
    parentPort?.postMessage({
      number: task.number,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
})
