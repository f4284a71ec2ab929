import { finished } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type ExecutionArgs,
  type ExecutionResult,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  validate,
} from 'graphql'
import { createHandler } from 'graphql-sse/lib/use/fastify'
import { checkNesting, DOCUMENT_BYTES_MAX, TOKENS_MAX } from '../graphql/limits.ts'
import { maskError } from '../graphql/masking.ts'
import { admit } from '../security/admission.ts'
import { refuse } from '../security/faults.ts'
import type { Feed } from './feed.ts'
import type { Subscribed } from './figures-changed.resolver.ts'

const STREAMS_MAX = 1_000
const STREAMS_PER_VIEWER_MAX = 50
/** Then whoever listens comes again, and has to show a token that is still in force. */
const STREAM_MS_MAX = 10 * 60_000

interface StreamOptions {
  schema: GraphQLSchema
  feed: Feed
  onFault(): void
  streamMsMax?: number
  streamsPerViewerMax?: number
}

type Told = ExecutionResult['data']
type SubscriptionArgs = ExecutionArgs & { contextValue: Subscribed }

/** POST /graphql/stream: a subscription, answered for as long as it is listened to. */
export function addStream(app: FastifyInstance, options: StreamOptions): void {
  const { schema, feed, onFault, streamMsMax = STREAM_MS_MAX, streamsPerViewerMax = STREAMS_PER_VIEWER_MAX } = options
  const accepted = new WeakMap<FastifyRequest, SubscriptionArgs>()
  const open = new Map<string, number>()
  const replies = new Set<FastifyReply>()
  const answer = createHandler<Subscribed>({
    schema,
    // A stream for each subscription; none is kept for somebody to come back to.
    authenticate: () => null,
    onSubscribe: ({ raw }) => accepted.get(raw),
    onNext: (_subscribed, { raw }, { data, errors }) => errors && { data: data as Told, errors: masked(errors, raw) },
  })

  function masked(errors: readonly GraphQLError[], request: FastifyRequest): GraphQLError[] {
    const report = (fault: unknown) => {
      onFault()
      request.log.error({ err: fault }, 'a subscription failed')
    }
    return errors.map(error => {
      const { message, ...told } = maskError(error.toJSON(), error, request.id, report)
      return new GraphQLError(message, told)
    })
  }

  // A stream that is completed is not asked for again; one that is cut off is.
  app.addHook('preClose', async () => {
    for (const reply of replies) reply.raw.destroy()
  })
  app.post('/graphql/stream', { bodyLimit: DOCUMENT_BYTES_MAX }, async (request, reply) => {
    const viewer = admit(request, 'figures')
    if (!request.headers.accept?.includes('text/event-stream')) {
      refuse(406, 'NOT_A_STREAM', 'accept', 'This path answers as Server-Sent Events', 'Send accept: text/event-stream')
    }
    accepted.set(request, subscriptionOf(schema, request.body, { feed, viewer }))
    const own = open.get(viewer.id) ?? 0
    const all = open.values().reduce((sum, streams) => sum + streams, 0)
    if (own >= streamsPerViewerMax || all >= STREAMS_MAX) {
      refuse(429, 'TOO_MANY_STREAMS', '', `${own} streams of yours are open already`, 'Close one, or try again later')
    }
    open.set(viewer.id, own + 1)
    replies.add(reply)
    const ending = setTimeout(() => reply.raw.destroy(), streamMsMax)
    // Of a connection that was cut the handler never ends.
    finished(reply.raw, () => {
      clearTimeout(ending)
      replies.delete(reply)
      const left = (open.get(viewer.id) ?? 1) - 1
      if (left > 0) open.set(viewer.id, left)
      else open.delete(viewer.id)
    })
    request.headers.accept = 'text/event-stream'
    reply.hijack()
    await answer(request, reply)
  })
}

/** @throws a problem when this is no valid subscription. */
function subscriptionOf(schema: GraphQLSchema, body: unknown, subscribed: Subscribed): SubscriptionArgs {
  checkNesting(body)
  const { query, variables, operationName } = (body ?? {}) as Readonly<Record<string, unknown>>
  if (typeof query !== 'string') {
    refuse(400, 'BAD_REQUEST', 'query', 'There is no document', 'Send {"query": "subscription { .. }"}')
  }
  const document = parsed(query)
  const [fault] = validate(schema, document)
  if (fault) refuse(400, 'GRAPHQL_VALIDATION_FAILED', 'query', fault.message, 'Compare the document with the schema')
  const name = typeof operationName === 'string' ? operationName : null
  if (getOperationAST(document, name)?.operation !== OperationTypeNode.SUBSCRIPTION) {
    refuse(400, 'NOT_A_SUBSCRIPTION', 'query', 'This path takes one subscription', 'Send all else to POST /graphql')
  }
  return {
    schema,
    document,
    operationName: name,
    variableValues: typeof variables === 'object' ? (variables as ExecutionArgs['variableValues']) : null,
    contextValue: subscribed,
  }
}

function parsed(query: string) {
  try {
    return parse(query, { maxTokens: TOKENS_MAX })
  } catch (error) {
    return refuse(400, 'GRAPHQL_PARSE_FAILED', 'query', (error as Error).message, 'Correct the document')
  }
}
