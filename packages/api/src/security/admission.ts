import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Authenticator } from './authenticator.ts'
import { refuse } from './faults.ts'
import { checkLocal, checkOrigin } from './origin.ts'
import { may, type Viewer } from './roles.ts'

const COOKIE = 'tweeluik'
const COOKIE_DAYS = 30

declare module 'fastify' {
  interface FastifyRequest {
    /** Null: nobody we know. */
    viewer: Viewer | null
  }
}

/** The same whether it is missing, wrong, expired or revoked. */
function refuseStranger(): never {
  refuse(
    401,
    'TOKEN_NEEDED',
    'authorization',
    'This server needs a token in force',
    'Send `Authorization: Bearer twl_..`, or log in at /login',
  )
}

/** Finds out who asks, on every path, before anything else is done. */
export function addAdmission(app: FastifyInstance, authenticator: Authenticator, port: () => number): void {
  app.decorateRequest('viewer', null)
  app.addHook('onRequest', async request => {
    const isNeeded = await authenticator.needsToken()
    if (isNeeded) checkOrigin(request)
    else checkLocal(request, port())
    const token = shownToken(request) ?? (isNeeded ? request.cookies[COOKIE] : undefined)
    if (token !== undefined) request.viewer = await authenticator.viewerOf(token)
    else if (!isNeeded) request.viewer = await authenticator.local()
  })
}

/** A token that is shown decides alone: neither a cookie nor being on this machine makes up for it. */
function shownToken({ headers: { authorization } }: FastifyRequest): string | undefined {
  return authorization?.replace(/^Bearer +/i, '')
}

/** @throws 401 when nobody came whom we know, 403 when the role has none of these rights. */
export function admit(request: FastifyRequest, ...rights: Parameters<typeof may>[1][]): Viewer {
  const { viewer } = request
  if (!viewer) refuseStranger()
  if (!rights.some(right => may(viewer, right))) {
    refuse(
      403,
      'ROLE_WITHOUT_RIGHT',
      'authorization',
      `The role ${viewer.role} is not for this`,
      'Use a token of another role',
    )
  }
  return viewer
}

/** A token pasted by a person becomes a cookie that no script reads and no other site sends along. */
export function addLogin(app: FastifyInstance, authenticator: Authenticator, attemptsPerMinute: number): void {
  const rateLimit = {
    max: attemptsPerMinute,
    timeWindow: '1 minute',
    allowList: [],
    keyGenerator: ({ ip }: FastifyRequest) => ip,
  }
  app.post('/login', { bodyLimit: 4_096, config: { rateLimit } }, async (request, reply) => {
    const token = tokenIn(request.body)
    const viewer = await authenticator.viewerOf(token)
    if (!viewer || !may(viewer, 'figures')) refuseStranger()
    reply.setCookie(COOKIE, token, { ...cookieOptions(request), maxAge: COOKIE_DAYS * 86_400 })
    return { role: viewer.role }
  })
  app.post('/logout', { bodyLimit: 4_096 }, async (request, reply) => {
    reply.clearCookie(COOKIE, cookieOptions(request))
    return {}
  })
}

/** Behind a proxy that ends TLS only the browser knows that the way is safe; it says so in the origin. */
function cookieOptions({ headers }: FastifyRequest) {
  const secure = headers.origin?.startsWith('https://') ?? false
  return { httpOnly: true, sameSite: 'strict', path: '/', secure } as const
}

function tokenIn(body: unknown): string {
  if (typeof body === 'object' && body !== null && 'token' in body && typeof body.token === 'string') {
    return body.token.trim()
  }
  return refuse(400, 'TOKEN_MISSING', 'token', 'There is no token in the body', 'Send {"token": "twl_.."}')
}
