import { ProblemError } from '@tweeluik/schema'
import { Command, CommanderError } from 'commander'
import { EnvironmentError } from '../env.ts'
import { addBuild } from './build.ts'
import { addDemo } from './demo.ts'
import { addDoctor } from './doctor.ts'
import { addExport } from './export.ts'
import { addImport } from './import.ts'
import { addMigrate } from './migrate.ts'
import { complain, sayJson } from './output.ts'
import { addRejected } from './rejected.ts'
import { addRollup } from './rollup.ts'
import { addSettings } from './settings.ts'
import { addStart } from './start.ts'
import { addStop } from './stop.ts'
import { addSync } from './sync.ts'
import { addToken } from './token.ts'

/** Each adds one verb to the command line. */
const verbs: readonly ((program: Command) => void)[] = [
  addStart,
  addStop,
  addImport,
  addSync,
  addExport,
  addDemo,
  addMigrate,
  addBuild,
  addRejected,
  addRollup,
  addSettings,
  addToken,
  addDoctor,
]

/** Runs one verb. Returns the exit code: 0 done, 1 failed, 2 called wrongly or in a wrong environment. */
export async function runProgram(args: readonly string[]): Promise<number> {
  const program = new Command('tweeluik')
    .description('Customer experience and customer service on one hinge.')
    .helpCommand(false)
    .showHelpAfterError('(tweeluik --help tells what there is)')
    .exitOverride()
  for (const add of verbs) add(program)
  try {
    await program.parseAsync(args, { from: 'user' })
    return process.exitCode === 1 ? 1 : 0
  } catch (error) {
    return report(error, args.includes('--json'))
  }
}

function report(error: unknown, asJson: boolean): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof EnvironmentError) {
    if (asJson) sayJson({ problems: error.problems })
    else complain(error.message)
    return 2
  }
  if (error instanceof ProblemError) {
    const { problem } = error
    if (asJson) sayJson({ problems: [problem] })
    else complain(`${problem.message} ${problem.fix}`)
    return 1
  }
  complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 1
}
