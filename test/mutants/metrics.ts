import { glob, readFile } from 'node:fs/promises'
import { deviations, exampleAnswer } from '@tweeluik/schema/metrics'
import { loadMutant } from './load.ts'
import { type Mutant, mutantsOf } from './mutate.ts'

const FOLDER = new URL('../../packages/schema/src/metrics/', import.meta.url)

export interface Verdict extends Mutant {
  file: string
  caught: boolean
}

/** Every mutant of every metric, and of what metrics of a folder share but their examples, with whether an example notices it. */
export async function* tryMetrics(only: string | undefined): AsyncGenerator<Verdict> {
  const files = await Array.fromAsync(glob('{cx,service,link}/*.ts', { cwd: FOLDER, exclude: ['**/*.example.ts'] }))
  const texts = new Map<string, string>()
  for (const file of files.sort()) texts.set(file, await readFile(new URL(file, FOLDER), 'utf8'))
  for (const [file, text] of texts) {
    if (only !== undefined && !file.includes(only)) continue
    const metrics = file.endsWith('.metric.ts') ? [file] : sharers(file, texts)
    if (await anyCatches(metrics, file, text)) throw new Error(`${file}: an example does not hold as it is`)
    for (const mutant of mutantsOf(file, text)) {
      yield { ...mutant, file, caught: await anyCatches(metrics, file, mutant.text) }
    }
  }
}

/** The metrics of the same folder that import a file. */
function sharers(file: string, texts: ReadonlyMap<string, string>): readonly string[] {
  const [folder, name] = file.split('/')
  return [...texts].flatMap(([path, text]) =>
    path.startsWith(`${folder}/`) && path.endsWith('.metric.ts') && text.includes(`'./${name}'`) ? [path] : [],
  )
}

async function anyCatches(metrics: readonly string[], changed: string, text: string): Promise<boolean> {
  for (const metric of metrics) if (await catches(metric, changed, text)) return true
  return false
}

/** A mutant that does not even load is caught; else its examples must give another value, or another n. */
async function catches(file: string, changed: string, text: string): Promise<boolean> {
  const url = (path: string) => new URL(path, FOLDER).href
  try {
    const metric = await loadMutant(url(file), url(changed), text)
    return metric.examples.some(example => deviations(example, exampleAnswer(metric, example)).length > 0)
  } catch {
    return true
  }
}
