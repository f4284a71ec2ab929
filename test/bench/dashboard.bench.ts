import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse, print, separateOperations } from 'graphql'
import { type Bench, median, type Result } from './bench.ts'
import { withBackend } from './contacts/contacts.queries.ts'
import { type Ground, openGround } from './contacts/ground.ts'
import { cpuMs, parentOf, residentMegabytes } from './contacts/machine.ts'
import { ask } from './contacts/ours.ts'
import { lastTwoYears, today } from './contacts/window.ts'

const DOCUMENTS = join(import.meta.dirname, '../../packages/web/src/graphql')
const WARM_UP = 20
const ROUNDS = 100
const CPU_MARK_MS = 30
const MEMORY_MARK_MB = 300

/** The document of the Overview itself, as the dashboards send it, one question after the other. */
const bench: Bench = {
  about: "the Overview's document over HTTP, 24 months by week with the period before: time, processor time and memory",
  async run(tell, { contacts }) {
    const results: Result[] = []
    let smaller: number | null = null
    for (const size of contacts) {
      await using ground = await openGround(size, tell)
      const measured = await measure(ground)
      tell(`${size} contacts: ${measured.wallMs.toFixed(1)} ms, of which ${measured.cpuMs?.toFixed(1)} ms of processor`)
      const result = (name: string, ours: number, theirs: number, peer: string, unit: string): Result => ({
        name: `dashboard: ${name}, ${size} contacts`,
        ours,
        theirs,
        peer,
        unit,
        ratio: theirs / ours,
        n: ROUNDS,
      })
      results.push(
        result('time', measured.wallMs, smaller ?? measured.wallMs, 'ourselves over the fewest contacts', 'ms'),
      )
      if (measured.cpuMs !== null) {
        results.push(result('processor', measured.cpuMs, CPU_MARK_MS, 'the mark', 'ms of processor'))
      }
      if (measured.megabytes !== null) {
        results.push(result('memory', measured.megabytes, MEMORY_MARK_MB, 'the mark', 'MB resident'))
      }
      smaller ??= measured.wallMs
    }
    return results
  },
}

export default bench

/** With the fragment that it shares with the other pages. */
async function overview(): Promise<string> {
  const [own, shared] = await Promise.all(
    ['overview', 'annotations'].map(name => readFile(join(DOCUMENTS, `${name}.graphql`), 'utf8')),
  )
  const { Overview } = separateOperations(parse(`${own}${shared}`))
  if (!Overview) throw new Error('There is no document of the Overview')
  return print(Overview)
}

async function measure({ address, databaseUrl, server }: Ground) {
  const document = await overview()
  const { from, to } = lastTwoYears(today())
  const variables = { period: { from, to }, grain: 'WEEK', comparison: 'PREVIOUS_PERIOD' }
  const once = () => ask(address, document, variables)
  for (let round = 0; round < WARM_UP; round++) await once()
  const postmaster = await withBackend(databaseUrl, parentOf)
  const spent = async () => (postmaster === null ? null : cpuMs(server, postmaster))
  const [before, times] = [await spent(), [] as number[]]
  while (times.length < ROUNDS) {
    const start = performance.now()
    await once()
    times.push(performance.now() - start)
  }
  const after = await spent()
  return {
    wallMs: median(times),
    cpuMs: before === null || after === null ? null : (after - before) / ROUNDS,
    megabytes: await residentMegabytes(server),
  }
}
