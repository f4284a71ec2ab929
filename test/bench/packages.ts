import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

/** Packages that only a bench needs: they are installed when one runs, not with the project. */
export interface BenchPackages {
  /** A module of one of them, in the shape that the caller knows it to have. */
  load<T>(specifier: string): Promise<T>
}

/** @param versions by the name of the package */
export async function benchPackages(
  dir: string,
  versions: Readonly<Record<string, string>>,
  tell: (line: string) => void,
): Promise<BenchPackages> {
  const manifest = join(dir, 'package.json')
  if (!existsSync(manifest)) {
    tell(`installing ${Object.keys(versions).join(' and ')}`)
    await mkdir(dir, { recursive: true })
    const wanted = Object.entries(versions).map(([name, version]) => `${name}@${version}`)
    await promisify(execFile)('npm', ['install', '--prefix', dir, '--no-audit', '--no-fund', ...wanted])
  }
  const require = createRequire(manifest)
  return {
    load: async <T>(specifier: string) => (await import(pathToFileURL(require.resolve(specifier)).href)) as T,
  }
}
