import type { FastifyInstance } from 'fastify'
import { Counter, collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { admit } from '../security/admission.ts'

export interface Measurements {
  /** Operations whose answer held a fault of ours. */
  faults: Counter
}

/** Measures every request by route and status, and shows it for Prometheus to who may operate the server. */
export function addMeasurements(app: FastifyInstance): Measurements {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'tweeluik_' })
  const duration = new Histogram({
    name: 'tweeluik_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  const faults = new Counter({
    name: 'tweeluik_faults_total',
    help: 'Answers that failed by our doing; each has a line in the log.',
    registers: [registry],
  })
  app.addHook('onResponse', async (request, reply) => {
    // The pattern, not the address: addresses are endless.
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: reply.statusCode }
    duration.observe(labels, reply.elapsedTime / 1_000)
  })
  app.get('/metrics', async (request, reply) => {
    admit(request, 'operate')
    return reply.type(registry.contentType).send(await registry.metrics())
  })
  return { faults }
}
