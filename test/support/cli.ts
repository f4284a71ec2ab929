import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Account } from '../../packages/api/src/db/program.ts'

const cloneDir = join(import.meta.dirname, '../..')

export interface CliResult {
  exitCode: number | null
  stdout: string
  stderr: string
}

/** Starts the command line in a process of its own, with this environment and nothing of the caller's. */
export function spawnCli(
  args: readonly string[],
  environment: Record<string, string>,
  account?: Account,
  stdin: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const command = ['--import', '@oxc-node/core/register', 'packages/api/src/cli/main.ts', ...args]
  return spawn(process.execPath, command, {
    cwd: cloneDir,
    env: environment,
    stdio: [stdin, 'pipe', 'pipe'],
    uid: account?.uid,
    gid: account?.gid,
  })
}

/** What a process that {@link spawnCli} began printed, and how it ended. */
export async function resultOf(child: ChildProcess): Promise<CliResult> {
  if (!child.stdout || !child.stderr) throw new Error('The output of the process is not piped.')
  const [[exitCode], stdout, stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)])
  return { exitCode, stdout, stderr }
}

export function runCli(args: readonly string[], environment: Record<string, string> = {}, account?: Account) {
  return resultOf(spawnCli(args, environment, account))
}
