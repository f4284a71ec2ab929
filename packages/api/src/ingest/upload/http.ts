import { PassThrough } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../db/pools.ts'
import type { Settings } from '../../db/settings.ts'
import { type Fault, judgeFailure, refuse } from '../../security/faults.ts'
import type { Door } from '../door.ts'
import { limited } from '../http-body.ts'
import { admitWriter, flagOf, requireRoom, sourceOf, WORD_CHARACTERS_MAX } from '../http-delivery.ts'
import { judgeFile, type Reading } from '../import/judge-file.ts'
import type { PlannedFile } from '../import/plan-files.ts'
import { type FileOutcome, type FileTask, loadFile } from './load-file.ts'
import { previewFile } from './preview.ts'
import { knownMappings, notAlone, readingNamed, wantedOf } from './reading.ts'
import { type Spooled, spool } from './spool.ts'

const HEAD_BYTES_MAX = 1_048_576

interface FileRoute {
  Querystring: Partial<Record<'name' | 'source' | 'kind' | 'mapping' | 'dryRun' | 'cut', unknown>>
}

interface UploadOptions {
  door: Door
  database: Database
  settings: Settings
  /** Whose mappings are tried. */
  mappingsDir: string
  fileBytesMax: number
  queueRowsMax: number
}

/** A line of the answer to a file: how far it is, and at last what became of it or why it went no further. */
export type FileLine =
  | { doneBytes: number; sizeBytes: number; received: number }
  | { outcome: FileOutcome }
  | { problem: Fault }

/**
 * POST /ingest/files/preview takes the head of a file and says how it is read and what becomes of it; POST /ingest/files
 * takes the whole of it, as `tweeluik import` does, and tells as lines of JSON how far it is.
 */
export async function addUpload(server: FastifyInstance, options: UploadOptions): Promise<void> {
  const { door, database, settings, fileBytesMax, queueRowsMax } = options
  const stopping = new AbortController()
  await server.register(async app => {
    app.removeAllContentTypeParsers()
    // No form of another website can send this type.
    app.addContentTypeParser('application/octet-stream', async () => undefined)
    app.addHook('preClose', async () => stopping.abort())

    app.post<FileRoute>('/ingest/files/preview', { bodyLimit: HEAD_BYTES_MAX }, async request => {
      admitWriter(request)
      const [path, wanted, isCut] = [nameOf(request.query.name), wantedOf(request.query), flagOf(request.query.cut)]
      const head = Buffer.concat(await Array.fromAsync(limited(request.raw, HEAD_BYTES_MAX)))
      const file = { path, open: () => once(head) }
      return await previewFile({ file, isCut, wanted, mappings: knownMappings(options.mappingsDir), settings })
    })

    app.post<FileRoute>('/ingest/files', { bodyLimit: fileBytesMax }, async (request, reply) => {
      const viewer = admitWriter(request)
      const { query } = request
      const delivery = { source: sourceOf(query.source, viewer), sentBy: viewer.name, dryRun: flagOf(query.dryRun) }
      const [path, wanted] = [nameOf(query.name), wantedOf(query)]
      await requireRoom(reply, database.owner, queueRowsMax)
      const spooled = await spool(limited(request.raw, fileBytesMax))
      const file = { path, ...spooled }
      const reading = await readingOf(file, wanted).catch(closing(spooled))
      return answerInLines(request, reply, spooled, { file: { ...file, reading }, delivery, door, database })
    })
  })

  async function readingOf(file: Omit<PlannedFile, 'reading'>, wanted: ReturnType<typeof wantedOf>): Promise<Reading> {
    const mappings = knownMappings(options.mappingsDir)
    const reading = wanted
      ? await readingNamed(wanted, file.path, mappings)
      : ((await judgeFile(file, mappings)).reading ?? refuseUntold())
    const problem = notAlone(reading)
    return problem ? refuse(400, problem.code, problem.path, problem.message, problem.fix) : reading
  }

  function answerInLines(
    request: FastifyRequest,
    reply: FastifyReply,
    spooled: Spooled,
    task: Omit<FileTask, 'onProgress' | 'signal'>,
  ) {
    const gone = new AbortController()
    const lines = new PassThrough().once('close', () => gone.abort())
    const say = (line: FileLine) => void lines.write(`${JSON.stringify(line)}\n`)
    const { sizeBytes } = spooled
    const load = async () => {
      try {
        const onProgress = (doneBytes: number, received: number) => say({ doneBytes, sizeBytes, received })
        const signal = AbortSignal.any([stopping.signal, gone.signal])
        const outcome = await loadFile({ ...task, onProgress, signal })
        const { dryRun, received, stopped } = outcome
        request.log.info({ dryRun, received, stopped }, 'a file was read')
        say({ outcome })
      } catch (error) {
        const { problem, ours } = judgeFailure(error)
        if (ours) request.log.error({ err: error }, 'a file could not be loaded')
        say({ problem: { ...problem, requestId: request.id } })
      } finally {
        lines.end()
        await spooled.close()
      }
    }
    void load()
    return reply.type('application/x-ndjson').send(lines)
  }
}

async function* once(bytes: Buffer) {
  yield bytes
}

const closing = (spooled: Spooled) => async (error: unknown) => {
  await spooled.close()
  throw error
}

/** Without the folders that it was in. */
function nameOf(given: unknown): string {
  const name = typeof given === 'string' ? given.split(/[/\\]/).at(-1)?.trim() : ''
  if (name && name.length <= WORD_CHARACTERS_MAX && !/\p{C}/u.test(name)) return name
  return refuse(400, 'NAME_MISSING', 'name', 'The name of the file is not said', 'Add ?name=orders.csv')
}

const refuseUntold = () =>
  refuse(
    400,
    'KIND_UNKNOWN',
    'kind',
    'Neither the name nor the header of the file tells what it holds',
    'Add ?kind= or ?mapping=; POST /ingest/files/preview says which fit',
  )
