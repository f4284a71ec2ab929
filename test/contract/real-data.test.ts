import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { settle } from '../../packages/api/src/db/settings.ts'
import { readEnvironment } from '../../packages/api/src/env.ts'
import { openAcceptor } from '../../packages/api/src/ingest/import/accept-batches.ts'
import { BATCH_ROWS_MAX } from '../../packages/api/src/ingest/import/batches.ts'
import { importFiles } from '../../packages/api/src/ingest/import/import-files.ts'
import { planFiles } from '../../packages/api/src/ingest/import/plan-files.ts'
import { mappingsOf } from '../../packages/api/src/ingest/import/read-mappings.ts'
import { audit } from '../../packages/api/src/ingest/rollup/audit.ts'
import { describeRealData, realFile } from '../support/real-data.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import {
  callCentre,
  complaints,
  type DataSet,
  market,
  purchases,
  rowsOf,
  serviceDesk,
  sessions,
  writeOtherwise,
  writeRows,
} from './data-sets.ts'

// A hundred and thirty thousand records take their time on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

const sets = [callCentre, complaints, purchases, serviceDesk, market, sessions]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-real-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A file or a folder, as the command line imports it. */
async function imported({ database }: TestServer, path: string) {
  const settings = await settle(database.owner, readEnvironment({}))
  const acceptor = openAcceptor(database, settings, { source: 'real', dryRun: false })
  try {
    const { totals, kinds, skippedRows, unreadable } = await importFiles({
      files: await planFiles(path, { mappings: mappingsOf() }),
      batchRowsMax: BATCH_ROWS_MAX,
      accept: acceptor.accept,
      onProgress: () => {},
      onRejected: () => {},
      signal: new AbortController().signal,
    })
    expect({ skippedRows, unreadable }).toEqual({ skippedRows: 0, unreadable: [] })
    return { totals, kinds: Object.fromEntries(kinds) }
  } finally {
    await acceptor.close()
  }
}

const totalsOf = (more: object) => ({
  received: 0,
  created: 0,
  updated: 0,
  unchanged: 0,
  waiting: 0,
  rejected: 0,
  ...more,
})
const recordsIn = ({ records }: DataSet) => Object.values(records).reduce((sum, count) => sum + count, 0)

interface Figure {
  value: number | null
  numerator: number | null
  denominator: number | null
  n: number
}

interface BehindFigure {
  n: number
  records: { nodes: Record<string, unknown>[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
}

interface Result {
  definition: { key: string }
  total: Figure
  series: { keys: { value: string | null }[]; total: Figure; points: { start: string; value: Figure }[] }[]
}

const FIGURES = `
  fragment Parts on MetricValue { value numerator denominator n leftOut }
  query ($keys: [MetricKey!]!, $period: PeriodInput!, $params: MetricParams, $grain: Grain, $groupBy: [Dimension!]) {
    metrics(keys: $keys, period: $period, params: $params, grain: $grain, groupBy: $groupBy) {
      definition { key }
      total { ...Parts }
      series { keys { value } total { ...Parts } points { start value { ...Parts } } }
    }
  }`

async function ask<Data>(server: TestServer, query: string, variables = {}): Promise<Data> {
  const { data, errors } = await server.graphql(query, variables)
  expect(errors).toBeUndefined()
  return data as Data
}

/** What the published metrics say about the whole period. */
async function publishedFigures(
  server: TestServer,
  { period, params, published }: DataSet,
): Promise<Record<string, Figure>> {
  const { metrics } = await ask<{ metrics: Result[] }>(server, FIGURES, {
    keys: Object.keys(published),
    period,
    params,
  })
  return Object.fromEntries(metrics.map(({ definition, total }) => [definition.key, total]))
}

/** Every record behind a figure of the whole period, page by page. */
async function recordsBehind(server: TestServer, { period }: DataSet, key: string, of: string) {
  const records: Record<string, unknown>[] = []
  for (let after: string | null = null; ; ) {
    const { metrics }: { metrics: { total: BehindFigure }[] } = await ask<{ metrics: { total: BehindFigure }[] }>(
      server,
      `query ($key: MetricKey!, $period: PeriodInput!, $after: String) {
        metrics(keys: [$key], period: $period) {
          total { n records(first: 500, after: $after) { nodes { ${of} } pageInfo { hasNextPage endCursor } } }
        }
      }`,
      { key, period, after },
    )
    const total: BehindFigure | undefined = metrics[0]?.total
    records.push(...(total?.records.nodes ?? []))
    if (!total?.records.pageInfo.hasNextPage) return { n: total?.n ?? 0, records }
    after = total.records.pageInfo.endCursor
  }
}

/** Every metric there is: month by month, and by channel where it knows one. */
async function everyFigure(server: TestServer, { period, params }: DataSet): Promise<Result[]> {
  const { metricDefinitions } = await ask<{
    metricDefinitions: { key: string; dimensions: string[]; answeredBy: string | null }[]
  }>(server, '{ metricDefinitions { key dimensions answeredBy } }')
  const byDay = metricDefinitions.filter(({ answeredBy }) => answeredBy === null)
  const byMonth = { keys: byDay.map(({ key }) => key), period, params, grain: 'MONTH' }
  const keys = byDay.flatMap(({ key, dimensions }) => (dimensions.includes('CHANNEL') ? [key] : []))
  const answers = await Promise.all(
    [byMonth, { ...byMonth, keys, groupBy: ['CHANNEL'] }].map(variables =>
      ask<{ metrics: Result[] }>(server, FIGURES, variables),
    ),
  )
  return answers.flatMap(({ metrics }) => metrics)
}

const files = sets.map(({ file }) => file)

describeRealData('records that nobody here wrote', files, () => {
  describe.each(sets)('$name', set => {
    let server: TestServer

    beforeAll(async () => {
      server = await testServer()
    })
    afterAll(() => server.close())

    test('every row comes in beside a running server', async () => {
      const { totals, kinds } = await imported(server, set.beside ? dirname(realFile(set.file)) : realFile(set.file))
      expect(totals).toEqual(totalsOf({ received: recordsIn(set), created: recordsIn(set) }))
      for (const [kind, count] of Object.entries(set.records))
        expect(kinds[kind]).toEqual(totalsOf({ received: count, created: count }))
    })

    test('the figures are the published ones', async () => {
      const found = await publishedFigures(server, set)
      for (const [key, [value, decimals]] of Object.entries(set.published))
        expect(found[key]?.value, key).toBeCloseTo(value, decimals)
    })

    test.skipIf(!set.counted)('the connections count what is published', async () => {
      for (const [what, [connection, count]] of Object.entries(set.counted ?? {})) {
        const found = await ask<Record<string, { totalCount: number }>>(server, `{ ${connection} { totalCount } }`)
        expect(Object.values(found), what).toEqual([{ totalCount: count }])
      }
    })

    test.skipIf(!set.behind)(
      'the records behind a figure are as many as its n, and give what is published',
      async () => {
        for (const { key, of, means } of set.behind ?? []) {
          const { n, records } = await recordsBehind(server, set, key, of)
          expect(records, key).toHaveLength(n)
          for (const [what, [value, published, decimals]] of Object.entries(means)) {
            const values = records.map(value).filter(each => each !== null)
            const mean = values.reduce((sum, each) => sum + each, 0) / values.length
            expect(mean, what).toBeCloseTo(published, decimals)
          }
        }
      },
    )

    test('the customers are those of the file, and nobody is made up for a record without one', async () => {
      const answer = await ask<{ customers: { totalCount: number } }>(server, '{ customers(first: 0) { totalCount } }')
      expect(answer.customers.totalCount).toBe(set.customers)
    })

    test('imported again, shuffled, renamed and split otherwise, all is unchanged and so is every figure', async () => {
      const before = await everyFigure(server, set)
      const { totals } = await imported(server, await writeOtherwise(join(folder, set.name), set))
      expect(totals).toEqual(totalsOf({ received: totals.received, unchanged: totals.received }))
      expect(await everyFigure(server, set)).toEqual(before)
    })

    const changeOne = set.changeOne ?? (rows => rows)
    test.skipIf(set.changeOne === null)(
      'one row changed is one record updated, and every figure that of a fresh import',
      async () => {
        const { header, rows } = rowsOf(set)
        const path = await writeRows(join(folder, `${set.name}.csv`), set, header, changeOne(rows))
        const before = await everyFigure(server, set)
        const { totals } = await imported(server, path)
        const { received } = totals
        expect(totals).toEqual(totalsOf({ received, updated: 1, unchanged: received - 1 }))

        const fresh = await testServer()
        await imported(fresh, path)
        const [after, asFresh] = await Promise.all([server, fresh].map(one => everyFigure(one, set)))
        await fresh.close()
        expect(after).toEqual(asFresh)
        expect(after).not.toEqual(before)
      },
    )

    test('what is stored beside the records is what they give', async () => {
      expect(await audit(server.database)).toEqual([])
    })
  })
})
