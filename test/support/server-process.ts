import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { type CliResult, resultOf, spawnCli } from './cli.ts'

export interface ServerProcess {
  child: ChildProcess
  /** Where it answers. */
  address: string
  /** When the process has ended. */
  result: Promise<CliResult>
}

/** A server as `start` gives it, in a process of its own, once it has said where it answers. */
export async function startServerProcess(environment: Record<string, string>): Promise<ServerProcess> {
  const child = spawnCli(['start', '--json'], environment)
  const result = resultOf(child)
  if (!child.stdout) throw new Error('The output of the process is not piped.')
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, address: JSON.parse(line).address, result }
  }
  throw new Error(`It ended without an address: ${(await result).stderr}`)
}
