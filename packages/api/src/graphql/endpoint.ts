import { AsyncLocalStorage } from 'node:async_hooks'
import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Context, createContext, type Given } from '../context.ts'
import type { Feed } from '../live/feed.ts'
import { addStream } from '../live/stream.ts'
import { admit } from '../security/admission.ts'
import { refuse } from '../security/faults.ts'
import { columnsAsked } from './asked.ts'
import { compiling, type Execute } from './execution.ts'
import { type KnownDocuments, spellOut } from './known-documents.ts'
import { checkNesting, DOCUMENT_BYTES_MAX, limits, TOKENS_MAX } from './limits.ts'
import { maskError } from './masking.ts'
import { createSchema } from './schema.ts'

/** Built once a process: type-graphql's metadata is global. */
const schema = await createSchema()

/** POST /graphql and its stream of changes, and for a browser that opens it GraphiQL. */
export async function addGraphql(
  app: FastifyInstance,
  given: Pick<Context, 'database' | 'door' | 'settings'>,
  feed: Feed,
  documents: KnownDocuments,
  onFault: () => void,
): Promise<void> {
  addStream(app, { schema, feed, onFault })
  // Errors are formatted without their request at hand.
  const current = new AsyncLocalStorage<FastifyRequest>()
  const report = (fault: unknown) => {
    onFault()
    current.getStore()?.log.error({ err: fault }, 'a resolver failed')
  }
  const apollo = new ApolloServer<Given>({
    gateway: executedBy(compiling(schema)),
    introspection: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    maxRecursiveSelections: true,
    parseOptions: { maxTokens: TOKENS_MAX },
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => maskError(formatted, error, current.getStore()?.id ?? '', report),
    plugins: [
      limits,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      // Nothing about our users' questions leaves the house.
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  })
  await apollo.start()
  app.addHook('onClose', () => apollo.stop())
  const answer = fastifyApolloHandler(apollo, {
    async context(request) {
      checkNesting(request.body)
      return { ...given, viewer: admit(request, 'figures', 'write'), now: new Date(), requestId: request.id }
    },
  })
  app.post('/graphql', { bodyLimit: DOCUMENT_BYTES_MAX }, function (request, reply) {
    admit(request, 'figures', 'write')
    spellOut(request.body, documents)
    return current.run(request, () => answer.call(this, request, reply))
  })
  app.get('/graphql', async (request, reply) => {
    if (request.headers.accept?.includes('text/html')) {
      return reply.redirect(request.url.replace('/graphql', '/graphiql.html'), 303)
    }
    reply.header('allow', 'POST')
    return refuse(405, 'METHOD_NOT_ALLOWED', '', 'Questions come by POST', 'Send POST /graphql with application/json')
  })
}

/** The one place where Apollo lets somebody else execute, whose errors then take the same way out as its own. */
function executedBy(execute: Execute): ApolloServerOptionsWithGateway<Given>['gateway'] {
  return {
    onSchemaLoadOrUpdate(announce) {
      queueMicrotask(() => announce({ apiSchema: schema, coreSupergraphSdl: '' }))
      return () => {}
    },
    load: async () => ({
      async executor({ source, document, operation, operationName, request, context }) {
        return execute({
          source,
          document,
          operation,
          operationName,
          variables: request.variables ?? {},
          context: createContext(context as Given, columnsAsked(schema, document)),
        })
      },
    }),
    stop: async () => {},
  }
}
