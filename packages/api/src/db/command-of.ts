import { readFile } from 'node:fs/promises'
import { runProgram } from './program.ts'

/**
 * The command line of a running process, on Windows only its name; undefined when there is no such process. Process
 * numbers are used again, so a number that was written down proves nothing by itself.
 */
export async function commandOf(pid: number): Promise<string | undefined> {
  if (!Number.isSafeInteger(pid) || pid <= 0) return undefined
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
    return command.replaceAll('\0', ' ') || undefined
  }
  if (process.platform === 'win32') return lineOf('tasklist', ['/NH', '/FO', 'CSV', '/FI', `PID eq ${pid}`])
  return lineOf('ps', ['-ww', '-o', 'command=', '-p', String(pid)])
}

async function lineOf(program: string, args: readonly string[]): Promise<string | undefined> {
  const { exitCode, output } = await runProgram(program, args, { cwd: process.cwd() })
  return exitCode === 0 ? output.trim() || undefined : undefined
}
