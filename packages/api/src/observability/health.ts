import type { FastifyInstance } from 'fastify'
import type { Database } from '../db/pools.ts'
import { refuse } from '../security/faults.ts'
import { ping } from './health.queries.ts'

/** live: the process answers. ready: it can also ask the database. */
export function addHealth(app: FastifyInstance, database: Database): void {
  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async request => {
    try {
      await database.asReader([], sql => [ping(sql)])
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
      refuse(503, 'NOT_READY', '', 'The database does not answer', 'Look at the log of the server')
    }
    return { status: 'ready' }
  })
}
