import { readdirSync } from 'node:fs'
import type { Metric } from './define.ts'

export * from './define.ts'
export { rateInto } from './exchange.ts'
export { differenceInterval, share } from './finalize.ts'
export * from './quantiles.ts'
export * from './reference.ts'
export { cohortParts } from './reference-cohorts.ts'
export { withDerived } from './reference-derived.ts'

/** A public name, as in the GraphQL enum; which ones there are is told by the files. */
export type MetricKey = string

const LENS_FOLDERS = { cx: 'CX', service: 'SERVICE', link: 'LINK' } as const

/** A file is found by where it lies, so that a metric is one file: `service/first-time-fix.metric.ts` holds FIRST_TIME_FIX. */
async function readFolder(folder: keyof typeof LENS_FOLDERS): Promise<Metric[]> {
  const place = new URL(`./${folder}/`, import.meta.url)
  const files = readdirSync(place).filter(name => name.endsWith('.metric.ts'))
  return Promise.all(
    files.sort().map(async name => {
      const { default: metric } = (await import(new URL(name, place).href)) as { default: Metric }
      const key = name.replace('.metric.ts', '').replaceAll('-', '_').toUpperCase()
      if (metric.key !== key || metric.lens !== LENS_FOLDERS[folder]) {
        throw new Error(`${folder}/${name} holds ${metric.key} of ${metric.lens}: name and folder must tell both`)
      }
      return metric
    }),
  )
}

const folders = Object.keys(LENS_FOLDERS) as (keyof typeof LENS_FOLDERS)[]
const found = (await Promise.all(folders.map(readFolder))).flat()

/** Every metric by its key. */
export const metrics: ReadonlyMap<MetricKey, Metric> = new Map(found.map(metric => [metric.key, metric]))
export const metricKeys: readonly MetricKey[] = [...metrics.keys()]
/** Of those that are told by days. */
export const metricKeysByDay = metricKeys.filter(key => !metrics.get(key)?.answeredBy)
