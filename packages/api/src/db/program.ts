import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'

/** The operating system's user that a program runs as. */
export interface Account {
  name: string
  uid: number
  gid: number
}

interface ProgramResult {
  /** Null when it was ended by a signal. */
  exitCode: number | null
  /** Standard output and standard error, in that order. */
  output: string
}

/** Locale and PG* variables of the caller must not reach PostgreSQL; Windows programs cannot run without theirs. */
const environment =
  process.platform === 'win32'
    ? undefined
    : { LC_ALL: 'C', PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' }

/** Runs a program to its end; what it prints is returned, its exit code is the caller's to judge. */
export async function runProgram(
  file: string,
  args: readonly string[],
  options: { cwd: string; account?: Account },
): Promise<ProgramResult> {
  const child = spawn(file, args, {
    cwd: options.cwd,
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
    uid: options.account?.uid,
    gid: options.account?.gid,
  })
  const exit = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  const [exitCode, out, faults] = await Promise.all([exit, text(child.stdout), text(child.stderr)])
  return { exitCode, output: out + faults }
}
