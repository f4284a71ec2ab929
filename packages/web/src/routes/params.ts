import type { MetricParams } from '../graphql/generated/graphql.ts'

/** Params of a question as text, by name; only those that differ from the organisation's own. */
export type Params = Readonly<Record<string, string>>

/** `windowDays:14,clock:BUSINESS`. What cannot be read is left out, and makes it `broken`. */
export function readParams(text: string | undefined): { params: Params; broken: boolean } {
  const pairs = text ? text.split(',').map(pair => pair.split(':')) : []
  const readable = pairs.flatMap(([name, value]): [string, string][] =>
    name !== undefined && /^[a-zA-Z]{1,40}$/.test(name) && value ? [[name, value]] : [],
  )
  return { params: Object.fromEntries(readable), broken: readable.length < pairs.length }
}

/** Undefined for none: what is usual does not stand in an address. */
export const writeParams = (params: Params): string | undefined =>
  Object.entries(params)
    .map(([name, value]) => `${name}:${value}`)
    .join() || undefined

/** As the server takes them: numbers as numbers. No word of a param reads as one. */
export const askedParams = (params: Params): MetricParams | null =>
  Object.keys(params).length === 0
    ? null
    : Object.fromEntries(
        Object.entries(params).map(([name, value]) => [name, Number.isFinite(Number(value)) ? Number(value) : value]),
      )
