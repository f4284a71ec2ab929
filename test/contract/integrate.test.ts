import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestServer, testServer } from '../support/serving.ts'

const run = promisify(execFile)
const cloneDir = join(import.meta.dirname, '../..')
const FENCE = /```(sh|json)\n([\s\S]*?)```/g

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await testServer()
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-integrate-'))
  const main = join(cloneDir, 'packages/api/src/cli/main.ts')
  const oxc = import.meta.resolve('@oxc-node/core/register')
  // What `pnpm tweeluik` runs, from a folder where the reader's files may lie.
  await writeFile(
    join(folder, 'pnpm'),
    `#!/bin/sh\nshift\nexec '${process.execPath}' --import '${oxc}' '${main}' "$@"\n`,
  )
  await chmod(join(folder, 'pnpm'), 0o755)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

/** The answer as the page shows it: `..` is anything. */
function shown(value: unknown): unknown {
  if (value === '..') return expect.any(String)
  if (Array.isArray(value)) return value.map(shown)
  if (typeof value !== 'object' || value === null) return value
  return expect.objectContaining(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shown(inner)])))
}

const curl = ['/usr/local/bin', '/usr/bin', '/bin'].some(place => existsSync(join(place, 'curl')))

test.skipIf(!curl)(
  'every command of docs/integrate.md works as it stands there, and answers what it says',
  {
    timeout: 120_000,
  },
  async () => {
    const page = await readFile(join(cloneDir, 'docs/integrate.md'), 'utf8')
    const env = { PATH: `${folder}:/usr/local/bin:/usr/bin:/bin`, DATABASE_URL: server.database.url }
    let answer = ''
    for (const [, language, text = ''] of page.matchAll(FENCE)) {
      if (language === 'sh') {
        const script = text.replaceAll('http://127.0.0.1:4000', server.address)
        answer = (await run('sh', ['-e', '-c', script], { cwd: folder, env })).stdout
      } else {
        // The last command's answer is the last thing on its output.
        const last = answer.split(/(?<=[\n}])(?=\{)/).at(-1) ?? ''
        expect(JSON.parse(last), text).toEqual(shown(JSON.parse(text)))
      }
    }
    const { data } = await server.graphql('{ contacts { totalCount nodes { externalId } } customers { totalCount } }')
    expect(data).toMatchObject({ contacts: { totalCount: 4 } })
  },
)
