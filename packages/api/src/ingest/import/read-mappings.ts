import { readdir, readFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { fail } from '@tweeluik/schema'
import { loadMapping, type Mapping } from '../mapping/load-mapping.ts'

const OWN_FOLDER = resolve(import.meta.dirname, '../../../../../mappings')

/** A mapping from its file. Throws a ProblemError when it cannot be read, and InvalidMapping when it is wrong. */
export async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch(() =>
    fail('FILE_NOT_READABLE', 'mapping', `The mapping ${path} cannot be read.`, 'Check it, or write the whole path.'),
  )
  return loadMapping(text, path)
}

/** The mappings of a folder, by default those that lie in this project, named as seen from here; read when first asked for. */
export function mappingsOf(folder = OWN_FOLDER): () => Promise<Mapping[]> {
  let read: Promise<Mapping[]> | null = null
  return () => {
    read ??= readAll(folder)
    return read
  }
}

async function readAll(folder: string): Promise<Mapping[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter(name => /\.ya?ml$/.test(name)).sort()
  return Promise.all(files.map(name => readMapping(relative(process.cwd(), join(folder, name)))))
}
