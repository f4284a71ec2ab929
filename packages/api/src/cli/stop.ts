import { fail } from '@tweeluik/schema'
import type { Command } from 'commander'
import { stopEmbedded } from '../db/embedded.ts'
import { readEnvironment } from '../env.ts'
import { say, sayJson } from './output.ts'
import { endRun } from './run-file.ts'

const DRAIN_TIMEOUT_MS = 60_000

export function addStop(program: Command): void {
  program
    .command('stop')
    .description('end the server of this folder, then its embedded PostgreSQL')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { dataDir, cloneDir } = readEnvironment()
      const server = await endRun(dataDir, DRAIN_TIMEOUT_MS)
      if (server === 'stuck') {
        fail(
          'SERVER_STUCK',
          '',
          'The server is still at work after a minute.',
          'Wait, or end the process named in run.json.',
        )
      }
      const postgres = await stopEmbedded({ dataDir, cloneDir })
      if (json) sayJson({ server: server === 'ended', postgres })
      else say(server === 'ended' || postgres ? 'Stopped.' : 'Nothing is running.')
    })
}
