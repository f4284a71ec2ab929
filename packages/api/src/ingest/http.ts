import { ProblemError } from '@tweeluik/schema'
import { isRecordKind, jsonSchemaOf, kindNames, nearest, type RecordKind, recordKinds } from '@tweeluik/schema/records'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Sql } from '../db/pools.ts'
import { isUuid } from '../graphql/global-id.ts'
import { admit } from '../security/admission.ts'
import { HttpProblem, refuse } from '../security/faults.ts'
import type { Door } from './door.ts'
import { limited } from './http-body.ts'
import { admitWriter, flagOf, requireRoom, sourceOf, WORD_CHARACTERS_MAX } from './http-delivery.ts'
import { batchById } from './inbox.queries.ts'
import { type RowFormat, readRows } from './read/read-rows.ts'

const WAIT_SECONDS_MAX = 60

const formats: Readonly<Record<string, RowFormat>> = {
  'application/x-ndjson': 'ndjson',
  'application/json': 'json',
  'text/csv': 'csv',
}

/** Failures of a delivery as a whole that are no plain 400. */
const statuses: Readonly<Record<string, number>> = {
  BATCH_TOO_LARGE: 413,
  IDEMPOTENCY_KEY_REUSED: 409,
  TRY_AGAIN: 409,
}

interface IngestRoute {
  Params: { records: string }
  Querystring: { source?: unknown; dryRun?: unknown }
}

interface IngestHttpOptions {
  door: Door
  owner: Sql
  bodyBytesMax: number
  /** Accepted rows that may still be to be loaded before nothing more is taken. */
  queueRowsMax: number
}

/** POST /ingest/{records}, GET /ingest/batches/{id}, GET /ingest/schema and GET /ingest/schema/{records}. */
export async function addIngest(
  server: FastifyInstance,
  { door, owner, bodyBytesMax, queueRowsMax }: IngestHttpOptions,
): Promise<void> {
  await server.register(async app => {
    app.removeAllContentTypeParsers()
    // The body stays a stream: its rows are read as they come.
    app.addContentTypeParser(Object.keys(formats), async () => undefined)

    app.post<IngestRoute>('/ingest/:records', { bodyLimit: bodyBytesMax }, async (request, reply) => {
      const viewer = admitWriter(request)
      const kind = kindOf(request.params.records)
      const format = formatOf(request)
      const delivery = {
        kind,
        source: sourceOf(request.query.source, viewer),
        textual: format === 'csv',
        idempotencyKey: keyOf(request),
        sentBy: viewer.name,
        dryRun: flagOf(request.query.dryRun),
        waitSeconds: waitOf(request),
      }
      await requireRoom(reply, owner, queueRowsMax)
      const body = limited(request.raw, bodyBytesMax)
      const receipt = await door
        .accept(delivery, readRows(body, format, { unread: true }))
        .catch(withStatus)
        .finally(() => body.return())
      return reply.status(receipt.state === 'queued' || receipt.state === 'loading' ? 202 : 200).send(receipt)
    })

    app.get('/ingest/schema', async request => {
      admit(request, 'write')
      const kinds = kindNames.map(name => ({ name, about: recordKinds[name].about, schema: `/ingest/schema/${name}` }))
      return { kinds }
    })

    app.get<{ Params: { records: string } }>('/ingest/schema/:records', async request => {
      admit(request, 'write')
      return jsonSchemaOf(kindOf(request.params.records, '/ingest/schema/'))
    })

    app.get<{ Params: { id: string } }>('/ingest/batches/:id', async request => {
      const { source } = admit(request, 'write')
      const { id } = request.params
      const batch = isUuid(id) ? await batchById(owner, id) : null
      // Another source's batch is not there either.
      const receipt = batch && (source === null || batch.source === source) ? await door.receipt(id) : null
      return receipt ?? refuse(404, 'NO_SUCH_BATCH', 'id', 'There is no such batch', 'Use the batchId of a receipt')
    })
  })
}

function withStatus(error: unknown): never {
  if (!(error instanceof ProblemError) || error instanceof HttpProblem) throw error
  throw new HttpProblem(statuses[error.problem.code] ?? 400, error.problem)
}

function kindOf(records: string, path = '/ingest/'): RecordKind {
  if (isRecordKind(records)) return records
  const near = nearest(records, kindNames)
  const fix = near ? `Did you mean ${path}${near}?` : `There are ${kindNames.join(', ')}`
  return refuse(404, 'UNKNOWN_KIND', 'records', `There are no records called ${records.slice(0, 100)}`, fix)
}

function formatOf({ headers }: FastifyRequest): RowFormat {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? ''
  const format = formats[type]
  if (format && (headers['content-encoding'] ?? 'identity') === 'identity') return format
  return refuse(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'content-type',
    'This path does not take such a content type or encoding',
    `Send ${Object.keys(formats).join(', ')}, uncompressed`,
  )
}

function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key === 'string' && key !== '' && key.length <= WORD_CHARACTERS_MAX) return key
  return refuse(400, 'BAD_KEY', 'idempotency-key', `The key has 1 to ${WORD_CHARACTERS_MAX} characters`, 'Send a UUID')
}

/** Undefined: the door's own time. A longer wait than ours is cut, as the standard allows. */
function waitOf({ headers }: FastifyRequest): number | undefined {
  const wait = /(?:^|[,;\s])wait=(\d{1,9})(?:$|[,;\s])/.exec(String(headers['prefer'] ?? ''))?.[1]
  return wait === undefined ? undefined : Math.min(Number(wait), WAIT_SECONDS_MAX)
}
