import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { startEmbedded } from '../../packages/api/src/db/embedded.ts'
import { realFile } from '../support/real-data.ts'
import type { Bench, Result } from './bench.ts'
import { residentMegabytes } from './contacts/machine.ts'
import { bodiesOf, contacts } from './ingest/contacts.ts'
import { freshDatabase, ingestDir } from './ingest/ground.ts'
import { tweeluik } from './processes.ts'

const cloneDir = join(import.meta.dirname, '../..')
const MEMORY_MARK_MB = 400
const BETWEEN_LOOKS_MS = 500

const SERVICE_DESK = 'service-desk/incident_event_log.csv.gz'
const SERVICE_DESK_ROWS = 141_712
const SERVICE_DESK_MARK = 12_000

/** The command as anybody calls it, in a process of its own and on an empty database. */
const bench: Bench = {
  about: 'tweeluik import: the service desk set in rows/s, and the memory that a file of so many contacts takes',
  async run(tell, { contacts: sizes }) {
    await using embedded = await embeddedServer()
    const results: Result[] = []
    const desk = realFile(SERVICE_DESK)
    if (existsSync(desk)) {
      const { seconds, megabytes } = await imported(embedded.url, desk)
      tell(`the service desk set: ${seconds.toFixed(1)} s, at most ${Math.round(Math.max(...megabytes))} MB`)
      const ours = SERVICE_DESK_ROWS / seconds
      results.push({
        name: 'import: the service desk set',
        ours,
        ...mark(SERVICE_DESK_MARK, 'rows/s', ours / SERVICE_DESK_MARK),
      })
    }
    for (const size of sizes) {
      const file = await contactsFile(size, tell)
      try {
        const { seconds, megabytes } = await imported(embedded.url, file)
        const ours = Math.max(...megabytes)
        tell(
          `${size} contacts: ${Math.round(size / seconds)} rows/s; ${inTenths(megabytes)} MB in each tenth of the time`,
        )
        results.push({
          name: `import: memory, ${size} contacts`,
          ours,
          ...mark(MEMORY_MARK_MB, 'MB resident', MEMORY_MARK_MB / ours),
        })
      } finally {
        await rm(file)
      }
    }
    return results
  },
}

export default bench

const mark = (theirs: number, unit: string, ratio: number) => ({ theirs, peer: 'the mark', unit, ratio, n: 1 })

/** The most that was held in each tenth of the time, so that a growth is seen. */
const inTenths = (megabytes: readonly number[]) =>
  Array.from({ length: 10 }, (_, tenth) => {
    const [from, to] = [tenth, tenth + 1].map(at => Math.floor((megabytes.length * at) / 10))
    return Math.round(Math.max(...megabytes.slice(from, to), 0))
  }).join(', ')

async function embeddedServer() {
  const { url, stop } = await startEmbedded({ dataDir: ingestDir, cloneDir })
  return { url, [Symbol.asyncDispose]: stop }
}

/** How long a file takes, and how much memory the process holds meanwhile. */
async function imported(ownerUrl: string, file: string): Promise<{ seconds: number; megabytes: number[] }> {
  await using database = await freshDatabase(ownerUrl)
  const start = performance.now()
  const child = spawn(process.execPath, [...tweeluik, 'import', file, '--source', 'bench', '--json'], {
    cwd: cloneDir,
    env: { NODE_ENV: 'production', DATABASE_URL: database.url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit') as Promise<[number | null]>
  const said = text(child.stdout)
  const megabytes: number[] = []
  while (child.exitCode === null) {
    megabytes.push((await residentMegabytes(child.pid ?? 0)) ?? 0)
    await Promise.race([ended, setTimeout(BETWEEN_LOOKS_MS)])
  }
  const [code] = await ended
  if (code !== 0) throw new Error(`The import ended with ${code}: ${(await said).slice(0, 1_000)}`)
  return { seconds: (performance.now() - start) / 1_000, megabytes }
}

async function contactsFile(size: number, tell: (line: string) => void): Promise<string> {
  const file = join(ingestDir, `contacts-${size}.ndjson`)
  tell(`writing ${size} contacts to ${file}`)
  await mkdir(ingestDir, { recursive: true })
  const bodies = bodiesOf(contacts(size), 1_000)
  await pipeline(Readable.from(bodies.map(body => `${body}\n`)), createWriteStream(file))
  return file
}
