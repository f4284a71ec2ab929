import type { Command } from 'commander'
import { readEnvironment } from '../env.ts'
import { say, sayJson } from './output.ts'
import { onShutdown } from './shutdown.ts'
import { buildWeb, isWebBuilt } from './web-build.ts'

export function addBuild(program: Command): void {
  program
    .command('build')
    .description('build the dashboards, for an image or a machine that only serves; start does so by itself')
    .option('--json', 'answer in JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const { cloneDir } = readEnvironment()
      const built = !(await isWebBuilt(cloneDir))
      if (built) await buildWeb(cloneDir, onShutdown())
      if (json) sayJson({ built })
      else say(built ? 'Built the dashboards.' : 'The dashboards are those of these sources.')
    })
}
