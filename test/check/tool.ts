import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { findPackageJSON } from 'node:module'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const manifest = z.object({ name: z.string(), bin: z.union([z.string(), z.record(z.string(), z.string())]) })

/** Runs the program `name` of a package that `dir` depends on. What it said when it did not agree, else an empty text. */
export async function complaintsOf(dir: string, packageName: string, name: string, args: string[]): Promise<string> {
  const program = await programOf(dir, packageName, name)
  const child = spawn(process.execPath, [program, ...args], { cwd: dir, stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, faults, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return exitCode === 0 ? '' : `${out}${faults}`.trim() || `${name} ended with ${exitCode}`
}

async function programOf(dir: string, packageName: string, name: string): Promise<string> {
  const file = findPackageJSON(packageName, pathToFileURL(join(dir, 'package.json')))
  if (!file) throw new Error(`${packageName} is not installed in ${dir}`)
  const { bin } = manifest.parse(JSON.parse(await readFile(file, 'utf8')))
  const path = typeof bin === 'string' ? bin : bin[name]
  if (path === undefined) throw new Error(`${packageName} has no program ${name}`)
  return join(dirname(file), path)
}
