import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testServer } from '../support/serving.ts'
import { deliver, NDJSON, receiptIn } from './delivery.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const AT = '2026-03-02T10:00:00Z'

async function ask<T>(query: string, variables: object = {}): Promise<T> {
  const answer = await server.ask('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = answer.json<{ data: T; errors?: unknown }>()
  expect(errors).toBeUndefined()
  return data
}

const send = async (source: string, kind: 'contacts' | 'contact-events', ...records: object[]) =>
  receiptIn(await deliver(server, kind, NDJSON, records.map(record => JSON.stringify(record)).join('\n'), '', source))

const contact = (id: number, more: object = {}) => ({ id, channel: 'phone', openedAt: AT, ...more })

interface Cause {
  source: string
  kind: string
  code: string
  path: string
  count: number
}

describe('the books of the door', () => {
  test('every system’s records add up, by kind, with what waits and what was refused', async () => {
    await send('centre', 'contacts', contact(1), contact(2), contact(3, { openedAt: 'soon' }))
    await send('centre', 'contacts', contact(1), contact(4))
    await send('centre', 'contact-events', { id: 1, contact: 99, at: AT, type: 'closed' })
    const { sources, waiting } = await ask<{ sources: object[]; waiting: object[] }>(`{
      sources { source kind batches received created updated unchanged waiting rejected queued failedBatches }
      waiting { source kind count }
    }`)
    expect(sources).toEqual([
      {
        source: 'centre',
        kind: 'contact-events',
        batches: 1,
        received: 1,
        created: 0,
        updated: 0,
        unchanged: 0,
        waiting: 1,
        rejected: 0,
        queued: 0,
        failedBatches: 0,
      },
      {
        source: 'centre',
        kind: 'contacts',
        batches: 2,
        received: 5,
        created: 3,
        updated: 0,
        unchanged: 1,
        waiting: 0,
        rejected: 1,
        queued: 0,
        failedBatches: 0,
      },
    ])
    expect(waiting).toEqual([{ source: 'centre', kind: 'contact-events', count: 1 }])
  })

  test('deliveries are listed page by page, the newest first, each once', async () => {
    const sent: string[] = []
    for (const id of [1, 2, 3, 4, 5]) sent.unshift((await send('paged', 'contacts', contact(id))).batchId)
    const seen: string[] = []
    for (let after: string | null = null; ; ) {
      const page: { batches: Page } = await ask(
        `query ($after: String) {
          batches(first: 2, after: $after, source: "paged", state: LOADED) { nodes { id } pageInfo { hasNextPage endCursor } }
        }`,
        { after },
      )
      seen.push(...page.batches.nodes.map(({ id }) => id))
      if (!page.batches.pageInfo.hasNextPage) break
      after = page.batches.pageInfo.endCursor
    }
    expect(seen).toEqual(sent)
  })

  test('a reason opens into its rows, each once, which can be loaded again', async () => {
    await send('refused', 'contacts', ...[1, 2, 3].map(id => contact(id, { channel: 4 })), contact(4, { openedAt: '' }))
    const { rejections } = await ask<{ rejections: Cause[] }>(
      '{ rejections(source: "refused") { source kind code path count } }',
    )
    expect(rejections.map(({ path, count }) => [path, count])).toEqual([
      ['channel', 3],
      ['openedAt', 1],
    ])
    const [{ count, ...cause }] = rejections as [Cause]
    const lines: number[] = []
    for (let after: string | null = null; ; ) {
      const page: { rejectedRows: Page & { nodes: { line: number; text: string }[] } } = await ask(
        `query ($source: String!, $kind: String!, $code: String!, $path: String!, $after: String) {
          rejectedRows(source: $source, kind: $kind, code: $code, path: $path, first: 2, after: $after) {
            nodes { line text } pageInfo { hasNextPage endCursor }
          }
        }`,
        { ...cause, after },
      )
      for (const { line, text } of page.rejectedRows.nodes) {
        expect(JSON.parse(text)).toMatchObject({ id: line })
        lines.push(line)
      }
      if (!page.rejectedRows.pageInfo.hasNextPage) break
      after = page.rejectedRows.pageInfo.endCursor
    }
    expect(lines).toEqual([1, 2, 3])
    expect(lines).toHaveLength(count)
    const { replayRejected } = await ask<{ replayRejected: object }>(
      'mutation { replayRejected(source: "refused") { replayed created rejected finished } }',
    )
    expect(replayRejected).toEqual({ replayed: 4, created: 0, rejected: 4, finished: true })
  })
})

interface Page {
  nodes: { id: string }[]
  pageInfo: { hasNextPage: boolean; endCursor: string }
}
