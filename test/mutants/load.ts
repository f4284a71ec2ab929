import { registerHooks, stripTypeScriptTypes } from 'node:module'
import type { Metric } from '@tweeluik/schema/metrics'

const METRICS = new URL('../../packages/schema/src/metrics/', import.meta.url).href
const QUERY = '?mutant='

const mutated = new Map<string, string>()
const isOfMetrics = (url: string) =>
  url.startsWith(METRICS) && /\/(cx|service|link)\//.test(url.slice(METRICS.length - 1))

/** Programs of mutants in memory: a file on disk would be left behind by whoever stops the run. */
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const [, mutant] = (context.parentURL ?? '').split(QUERY)
    if (mutant === undefined || !isOfMetrics(found.url)) return found
    return { ...found, url: `${found.url.split('?')[0]}${QUERY}${mutant}` }
  },
  load(url, context, next) {
    const text = mutated.get(url)
    if (text === undefined) return next(url, context)
    return { format: 'module', source: stripTypeScriptTypes(text, { mode: 'strip' }), shortCircuit: true }
  },
})

let count = 0

/** The metric of a file as it is when `changed` reads `text`; a file that shares its folder may be the one that changed. */
export async function loadMutant(file: string, changed: string, text: string): Promise<Metric> {
  const query = `${QUERY}${++count}`
  mutated.set(`${changed}${query}`, text)
  try {
    return ((await import(`${file}${query}`)) as { default: Metric }).default
  } finally {
    mutated.delete(`${changed}${query}`)
  }
}
