import { tryMetrics } from './metrics.ts'

const [only] = process.argv.slice(2)
let [all, caught] = [0, 0]
for await (const { file, line, was, is, caught: isCaught } of tryMetrics(only)) {
  all += 1
  if (isCaught) caught += 1
  else
    process.stdout.write(
      `${file}:${line}  ${was.replaceAll(/\s+/g, ' ')}  ->  ${is.replaceAll(/\s+/g, ' ') || 'nothing'}\n`,
    )
}
process.stdout.write(`${caught} of ${all} mutants are caught.\n`)
if (all === 0 || caught < all) process.exitCode = 1
