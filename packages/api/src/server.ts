import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Database } from './db/pools.ts'
import type { Settings } from './db/settings.ts'
import type { Environment } from './env.ts'
import { addGraphql } from './graphql/endpoint.ts'
import { addHealth } from './observability/health.ts'
import { type Logger, openLog } from './observability/log.ts'
import { addMeasurements } from './observability/measurements.ts'
import { addAdmission, addLogin } from './security/admission.ts'
import { openAuthenticator } from './security/authenticator.ts'
import { type BrandCatalogue, brandCatalogue } from './security/brands.ts'
import { type Fault, HttpProblem, judgeFailure } from './security/faults.ts'
import { addWebApp } from './web-app.ts'

const REQUEST_TIMEOUT_MS = 300_000
const EVENT_LOOP_DELAY_MS_MAX = 3_000
const BROTLI_QUALITY = 4

export interface ServeOptions {
  environment: Environment
  database: Database
  settings: Settings
  /** To be told of brands that this process adds. */
  brands?: BrandCatalogue
  log?: Logger
  /** The built web app. */
  webDir?: string
  /** Of one token, or of one address without a token; local use has no limit. */
  requestsPerMinute?: number
  loginsPerMinute?: number
}

export interface Serving {
  /** `http://127.0.0.1:4000` */
  address: string
  /** Takes no new requests, and resolves when the running ones are answered. */
  close(): Promise<void>
}

/** @throws ProblemError when others than this machine could come in without a token, or the port is taken. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { environment, database, settings, requestsPerMinute = 6_000, loginsPerMinute = 10 } = options
  const { host, port, adminTokenFile, cloneDir } = environment
  const { webDir = join(cloneDir, 'packages/web/dist'), log = openLog(environment.logLevel) } = options
  const { brands = brandCatalogue(database.owner, settings.defaultBrand) } = options
  const authenticator = await openAuthenticator({ owner: database.owner, brands, host, adminTokenFile })

  const app = createApp(log)
  await addProtection(app, requestsPerMinute, () =>
    addAdmission(app, authenticator, () => portOf(app)),
  )
  const { faults } = addMeasurements(app)
  addHealth(app, database)
  addLogin(app, authenticator, loginsPerMinute)
  await addGraphql(app, { database, settings }, () => faults.inc())
  await addWebApp(app, webDir)

  const address = await app.listen({ host, port })
  return { address, close: () => app.close() }
}

/** Also when the environment left it to the system. */
function portOf(app: FastifyInstance): number {
  const bound = app.server.address()
  return typeof bound === 'object' && bound ? bound.port : 0
}

function createApp(loggerInstance: FastifyBaseLogger): FastifyInstance {
  const app = Fastify({
    loggerInstance,
    disableRequestLogging: true,
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    requestIdLogLabel: 'requestId',
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    frameworkErrors: answerFailure,
  })
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request
    const took = Math.round(reply.elapsedTime)
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, tookMs: took }, 'answered')
  })
  app.setErrorHandler(answerFailure)
  return app
}

function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, problem, ours } = judgeFailure(error)
  if (ours) request.log.error({ err: error }, 'a request failed')
  const fault: Fault = { ...problem, requestId: request.id }
  reply.status(status).header('x-request-id', request.id).send(fault)
}

async function addProtection(app: FastifyInstance, requestsPerMinute: number, admission: () => void): Promise<void> {
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
    // Whether the way here is TLS is for who ends it to say.
    strictTransportSecurity: false,
  })
  await app.register(cookie)
  admission()
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: '1 minute',
    keyGenerator: ({ viewer, ip }) => viewer?.id ?? ip,
    allowList: ({ viewer }) => viewer?.id === 'local',
    errorResponseBuilder: (_request, { after }) =>
      new HttpProblem(429, { code: 'TOO_MANY_REQUESTS', path: '', message: 'Too many requests', fix: `Wait ${after}` }),
  })
  await app.register(underPressure, {
    maxEventLoopDelay: EVENT_LOOP_DELAY_MS_MAX,
    customError: class extends HttpProblem {
      constructor() {
        super(503, { code: 'BUSY', path: '', message: 'The server is too busy', fix: 'Try again in a few seconds' })
      }
    },
  })
  await app.register(compress, { brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } } })
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, () => {
    throw new HttpProblem(404, {
      code: 'NOT_FOUND',
      path: '',
      message: 'There is nothing here',
      fix: 'Check the address',
    })
  })
}
