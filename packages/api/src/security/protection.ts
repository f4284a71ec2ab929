import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { addAdmission } from './admission.ts'
import type { Authenticator } from './authenticator.ts'
import { HttpProblem } from './faults.ts'

const EVENT_LOOP_DELAY_MS_MAX = 3_000

interface ProtectionOptions {
  authenticator: Authenticator
  port(): number
  requestsPerMinute: number
}

/** What stands before every path: headers for browsers, who asks, how often, and whether there is room. */
export async function addProtection(
  app: FastifyInstance,
  { authenticator, port, requestsPerMinute }: ProtectionOptions,
) {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    xFrameOptions: { action: 'deny' },
    // Whether the way here is TLS is for who ends it to say.
    strictTransportSecurity: false,
  })
  await app.register(cookie)
  addAdmission(app, authenticator, port)
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ viewer, ip }) => viewer?.id ?? ip,
    allowList: ({ viewer }) => viewer?.id === 'local',
    errorResponseBuilder: (_request, { after }) => {
      const fix = `Wait ${after}`
      return new HttpProblem(429, { code: 'TOO_MANY_REQUESTS', path: '', message: 'Too many requests', fix })
    },
  })
  await app.register(underPressure, {
    maxEventLoopDelay: EVENT_LOOP_DELAY_MS_MAX,
    // An interval in which nothing was measured counts as an endless delay, so it must not be shorter than what is too long.
    sampleInterval: EVENT_LOOP_DELAY_MS_MAX,
    customError: Busy,
  })
}

class Busy extends HttpProblem {
  constructor() {
    super(503, { code: 'BUSY', path: '', message: 'The server is too busy', fix: 'Try again in a few seconds' })
  }
}
