import { complain } from './output.ts'

const NODE_MAJOR_MIN = 22

// The rest does not even load on an older Node, hence no static import.
if (Number.parseInt(process.versions.node, 10) < NODE_MAJOR_MIN) {
  complain(
    `Tweeluik needs Node.js ${NODE_MAJOR_MIN} or newer; this is ${process.versions.node}. Install it and start again.`,
  )
  process.exit(2)
}

const { runProgram } = await import('./program.ts')
process.exit(await runProgram(process.argv.slice(2)))
