import type { Question, Window } from './peers.queries.ts'
import type { Rows } from './peers.ts'

const point = 'points { start value { value } }'
const byWeek = 'period: $period, grain: WEEK'

/** The same questions, as a data team asks them. */
const documents: Record<Question, string> = {
  'weekly AHT and fix': `query ($period: PeriodInput!) {
    metrics(keys: [AHT, FIRST_TIME_FIX], ${byWeek}) { series { keys { value } ${point} } } }`,
  'weekly AHT and fix by channel': `query ($period: PeriodInput!) {
    metrics(keys: [AHT, FIRST_TIME_FIX], ${byWeek}, groupBy: [CHANNEL]) { series { keys { value } ${point} } } }`,
  'weekly distinct customers': `query ($period: PeriodInput!) {
    metrics(keys: [CONTACTING_CUSTOMERS], ${byWeek}) { series { keys { value } ${point} } } }`,
  'weekly AHT for two channels and three triggers': `query ($period: PeriodInput!, $where: MetricWhere) {
    metrics(keys: [AHT], ${byWeek}, where: $where) { series { keys { value } ${point} } } }`,
  'weekly median and p90 of handling time': `query ($period: PeriodInput!) {
    metrics(keys: [AHT], ${byWeek}) {
      series { keys { value } points { start value { median: percentile(p: 0.5) p90: percentile(p: 0.9) } } } } }`,
}

/** What each metric's value is called in the answers of the others. */
const NAMES: Record<Question, readonly string[]> = {
  'weekly AHT and fix': ['aht', 'fix'],
  'weekly AHT and fix by channel': ['aht', 'fix'],
  'weekly distinct customers': ['customers'],
  'weekly AHT for two channels and three triggers': ['aht'],
  'weekly median and p90 of handling time': ['aht'],
}

interface Answer {
  series: { keys: { value: string | null }[]; points: { start: string; value: Record<string, number | null> }[] }[]
}

/** @throws with what the server said, when it is anything but an answer. */
export async function ask<T>(address: string, query: string, variables: object): Promise<T> {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = (await response.json()) as { data?: T; errors?: unknown }
  if (errors || !data) throw new Error(JSON.stringify(errors))
  return data
}

/** The causes with the most contacts: as this server's GraphQL names them. */
export async function frequentCauses(address: string, period: object, count: number): Promise<readonly string[]> {
  const { metrics } = await ask<{ metrics: Answer[] }>(
    address,
    `query ($period: PeriodInput!) {
      metrics(keys: [CONTACTS], period: $period, groupBy: [TRIGGER], top: ${count + 1}) { series { keys { value } } } }`,
    { period },
  )
  return (metrics[0]?.series ?? []).flatMap(({ keys: [key] }) => (key?.value ? [key.value] : [])).slice(0, count)
}

export async function askOurs(
  address: string,
  question: Question,
  { from, to, channels }: Window,
  causes: readonly string[],
): Promise<Rows> {
  const { metrics } = await ask<{ metrics: Answer[] }>(address, documents[question], {
    period: { from, to },
    where: { channel: { in: channels }, trigger: { in: causes } },
  })
  return rowsOf(metrics, NAMES[question])
}

function rowsOf(metrics: readonly Answer[], names: readonly string[]): Rows {
  const rows = new Map<string, Record<string, unknown>>()
  for (const [index, { series }] of metrics.entries()) {
    for (const { keys, points } of series) {
      for (const { start, value } of points) {
        const channel = keys[0]?.value
        const key = `${start} ${channel ?? ''}`
        const { value: figure, ...named } = value
        const row = { week: start, ...(channel == null ? {} : { channel }), [names[index] ?? '']: figure, ...named }
        rows.set(key, { ...rows.get(key), ...row })
      }
    }
  }
  return [...rows.values()]
}
