import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { BAD_REQUEST, type Fault, judgeFailure } from './security/faults.ts'

const REQUEST_TIMEOUT_MS = 300_000
const RETRY_AFTER_SECONDS = 5

/** An HTTP server without paths, that gives every answer a request id and every failure the same shape. */
export function createHttp(loggerInstance: FastifyBaseLogger): FastifyInstance {
  const app = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    // Never the caller's: it finds the line in our log.
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    requestTimeout: REQUEST_TIMEOUT_MS,
    frameworkErrors: answerFailure,
    clientErrorHandler: answerUnreadable,
  })
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    // What nobody has read of a body is let run by: the next request of this connection stands behind it.
    request.raw.resume()
    const { method, routeOptions } = request
    const tookMs = Math.round(reply.elapsedTime)
    request.log.info({ method, route: routeOptions.url, status: reply.statusCode, tookMs }, 'answered')
  })
  app.setErrorHandler(answerFailure)
  return app
}

function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, problem, ours } = judgeFailure(error)
  if (hasLeft(error, reply)) request.log.info('left before the answer')
  else if (ours) request.log.error({ err: error }, 'a request failed')
  const fault: Fault = { ...problem, requestId: request.id }
  if (status === 503) reply.header('retry-after', RETRY_AFTER_SECONDS)
  reply.status(status).header('x-request-id', request.id).send(fault)
}

/** Of an answer that is being packed the stream breaks off when nobody is there to take it. */
const hasLeft = (error: unknown, { raw }: FastifyReply) =>
  raw.destroyed && error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'

/** What came was no HTTP, or too much of it, so that there is no request to answer to. */
function answerUnreadable(error: Error & { code?: string }, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const fault: Fault = { ...BAD_REQUEST, requestId: randomUUID() }
  const body = JSON.stringify(fault)
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    `x-request-id: ${fault.requestId}`,
    'connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}

/** The port that was bound, also when the system chose it; 0 before. */
export function portOf(app: FastifyInstance): number {
  const bound = app.server.address()
  return typeof bound === 'object' && bound ? bound.port : 0
}
