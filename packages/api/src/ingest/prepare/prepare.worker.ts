import { parentPort } from 'node:worker_threads'
import { copyText, stageColumns } from './copy-text.ts'
import { type PrepareTask, pack, prepare } from './prepare.ts'

export interface WorkerTask extends PrepareTask {
  number: number
}

parentPort?.on('message', (task: WorkerTask) => {
  try {
    const { rows, rejections, superseded } = prepare(task)
    const packed = pack(task.rows)
    const result = {
      copy: copyText(rows, stageColumns[task.kind]),
      staged: rows.length,
      rejections,
      superseded,
      ...packed,
    }
    parentPort?.postMessage({ number: task.number, result })
  } catch (error) {
    parentPort?.postMessage({
      number: task.number,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  }
})
