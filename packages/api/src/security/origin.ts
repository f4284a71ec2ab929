import type { FastifyRequest } from 'fastify'
import { refuse } from './faults.ts'

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]']

/** Whether a server that listens there can only be reached from its own machine. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host) || host === '::1'
}

/**
 * Without credentials a page of any website, open in a browser on this machine, could ask us. So the name it asked
 * for must be ours (a name of its own that leads here is no way in), and the browser must not tell of another site.
 */
export function checkLocal(request: FastifyRequest, port: number): void {
  const names = LOOPBACK.flatMap(name => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]))
  if (!names.includes(request.headers.host ?? '')) {
    refuse(403, 'WRONG_HOST', 'host', 'This server is only for this machine', `Use http://127.0.0.1:${port}`)
  }
  checkOrigin(request, false)
}

/** With credentials a link from elsewhere may lead to our pages, which hold no data; nothing else may come from there. */
export function checkOrigin(request: FastifyRequest, mayBeLinked = true): void {
  const { origin, host, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = request.headers
  const isOurs = origin === undefined || URL.parse(origin)?.host === host
  const isFollowed = mode === 'navigate' && request.method === 'GET' && (mayBeLinked || site === 'same-site')
  const isNear = site === undefined || site === 'same-origin' || site === 'none'
  if (!isOurs || !(isNear || isFollowed)) {
    refuse(403, 'FOREIGN_ORIGIN', 'origin', 'Another website asked for this', 'Use the pages of this server')
  }
}
