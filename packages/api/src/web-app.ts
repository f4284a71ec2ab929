import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from './security/faults.ts'

/** Addresses that the web app shows a page for. */
const PAGES = [
  '/login',
  '/customers',
  '/customers/:id',
  '/journeys',
  '/service',
  '/voice',
  '/explore',
  '/data',
  '/settings',
]

/** The built web app, and what is answered where there is nothing. It holds no data, so that whoever must still log in can load it. */
export async function addWebApp(app: FastifyInstance, directory: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: directory,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders(reply, path) {
      // Vite names what it puts there by its content.
      const lasts = path.startsWith(join(directory, 'assets'))
      reply.header('cache-control', lasts ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  for (const page of PAGES) app.get(page, (_request, reply) => reply.sendFile('index.html'))
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    // The app has a page for it, in the reader's language and with a way on.
    if (request.method === 'GET' && request.headers.accept?.includes('text/html')) {
      return reply.status(404).sendFile('index.html')
    }
    return refuse(404, 'NOT_FOUND', '', 'There is nothing here', 'Check the address')
  })
}
