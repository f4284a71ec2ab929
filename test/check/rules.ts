import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Rule } from './rule.ts'

/** The rules of the folder `rules`, in the order of their names. */
export async function readRules(): Promise<readonly Rule[]> {
  const dir = join(import.meta.dirname, 'rules')
  const files = await Array.fromAsync(glob('*.rule.ts', { cwd: dir }))
  return Promise.all(files.sort().map(async file => (await import(pathToFileURL(join(dir, file)).href)).default))
}
