import { join } from 'node:path'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import type { Database } from './db/pools.ts'
import type { Settings } from './db/settings.ts'
import type { Environment } from './env.ts'
import { addGraphql } from './graphql/endpoint.ts'
import { readKnownDocuments } from './graphql/known-documents.ts'
import { createHttp, portOf } from './http.ts'
import type { Door } from './ingest/door.ts'
import { addIngest } from './ingest/http.ts'
import { openIngest } from './ingest/open.ts'
import { addUpload } from './ingest/upload/http.ts'
import { openFeed } from './live/feed.ts'
import { addHealth } from './observability/health.ts'
import { type Logger, openLog } from './observability/log.ts'
import { addMeasurements } from './observability/measurements.ts'
import { addLogin } from './security/admission.ts'
import { openAuthenticator } from './security/authenticator.ts'
import { brandCatalogue } from './security/brands.ts'
import { addProtection } from './security/protection.ts'
import { addWebApp } from './web-app.ts'

const BROTLI_QUALITY = 4

export interface ServeOptions {
  environment: Environment
  database: Database
  settings: Settings
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
  /** What comes in by it is seen at once, a new brand too. */
  door: Door
  /** Takes no new requests, and resolves when the running ones are answered. */
  close(): Promise<void>
}

/** @throws ProblemError when others than this machine could come in without a token. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const { environment, database, settings, requestsPerMinute = 6_000, loginsPerMinute = 10 } = options
  const { host, port, adminTokenFile, bodyBytesMax, batchRowsMax, queueRowsMax, waitDays } = environment
  const { log = openLog(environment.logLevel), webDir = join(environment.cloneDir, 'packages/web/dist') } = options
  const { owner } = database
  const brands = brandCatalogue(owner, settings.defaultBrand)
  const authenticator = await openAuthenticator({ owner, brands, host, adminTokenFile })
  const feed = await openFeed({ owner, onFailure: error => log.error({ err: error }, 'a change was not told') })
  const ingest = openIngest({
    database,
    settings,
    batchRowsMax,
    waitDays,
    onFailure: (error, batchId) => log.error({ err: error, batchId }, 'a load failed'),
    onNewBrand: () => brands.refresh(),
  })

  const app = createHttp(log)
  const close = async () => {
    await app.close()
    await feed.close()
    await ingest.close()
  }
  try {
    await addProtection(app, { authenticator, port: () => portOf(app), requestsPerMinute })
    await app.register(compress, {
      // A body that is refused unread would else stay in its unpacker, and what the connection brings next behind it.
      globalDecompression: false,
      brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
    })
    const { faults } = addMeasurements(app)
    addHealth(app, database)
    addLogin(app, authenticator, loginsPerMinute)
    await addIngest(app, { door: ingest.door, owner, bodyBytesMax, queueRowsMax })
    const { fileBytesMax, mappingsDir } = environment
    await addUpload(app, { door: ingest.door, database, settings, mappingsDir, fileBytesMax, queueRowsMax })
    await addGraphql(app, { database, door: ingest.door, settings }, feed, await readKnownDocuments(webDir), () =>
      faults.inc(),
    )
    await addWebApp(app, webDir)
    return { address: await app.listen({ host, port }), door: ingest.door, close }
  } catch (error) {
    await close()
    throw error
  }
}
