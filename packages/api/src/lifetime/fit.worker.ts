import { parentPort } from 'node:worker_threads'
import { type Buyers, fitLifetime } from './fit.ts'

parentPort?.on('message', (buyers: Buyers) => {
  parentPort?.postMessage(fitLifetime(buyers))
})
