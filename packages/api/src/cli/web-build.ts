import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { stripVTControlCharacters } from 'node:util'
import { fail } from '@tweeluik/schema'
import { buildEnvironment } from '../env.ts'

/** Beside the app's own files, what decides the versions of its libraries. */
const LOCK_FILE = 'pnpm-lock.yaml'
const NOT_SOURCES = ['node_modules', 'dist']

/** Where the built app is. */
export function webDist(cloneDir: string): string {
  return join(cloneDir, 'packages/web/dist')
}

/** Whether the built app is the one of these sources: it carries their digest, since clocks and checkouts mislead. */
export async function isWebBuilt(cloneDir: string): Promise<boolean> {
  const built = await readFile(digestFile(cloneDir), 'utf8').catch(() => '')
  return built === (await digestOfSources(cloneDir))
}

/** Builds the app. @throws WEB_BUILD_FAILED with what Vite said. */
export async function buildWeb(cloneDir: string, signal: AbortSignal): Promise<void> {
  const digest = await digestOfSources(cloneDir)
  const web = join(cloneDir, 'packages/web')
  const vitePackage = createRequire(join(web, 'package.json')).resolve('vite/package.json')
  const vite = join(dirname(vitePackage), 'bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: web,
    env: buildEnvironment(),
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  })
  const [faults, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'close')])
  if (exitCode !== 0) {
    const [reason = ''] = stripVTControlCharacters(faults)
      .trim()
      .split(/\n +at /)
    fail('WEB_BUILD_FAILED', '', `The web app could not be built: ${reason}`, 'Correct it and start again.')
  }
  await writeFile(digestFile(cloneDir), digest)
}

async function digestOfSources(cloneDir: string): Promise<string> {
  const web = join(cloneDir, 'packages/web')
  const hash = createHash('sha256')
  for (const file of [join(cloneDir, LOCK_FILE), ...(await sourceFiles(web))]) {
    hash
      .update(`${relative(web, file)}\0`)
      .update(await readFile(file))
      .update('\0')
  }
  return hash.digest('hex')
}

async function sourceFiles(web: string): Promise<readonly string[]> {
  const files: string[] = []
  for (const entry of await readdir(web, { withFileTypes: true })) {
    const path = join(web, entry.name)
    if (entry.isFile()) files.push(path)
    if (!entry.isDirectory() || NOT_SOURCES.includes(entry.name)) continue
    for (const inner of await readdir(path, { recursive: true, withFileTypes: true })) {
      if (inner.isFile()) files.push(join(inner.parentPath, inner.name))
    }
  }
  return files.sort()
}

function digestFile(cloneDir: string): string {
  return join(webDist(cloneDir), '.sources')
}
