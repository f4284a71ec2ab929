import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../../../../test/support/cli.ts'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'
import type { BatchReceipt } from '../ingest/receipt.ts'

let server: TestServer
const rejected = (...args: string[]) => runCli(['rejected', ...args], { DATABASE_URL: server.database.url })

beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const rate = (id: string) => ({ id, team: 'A', from: '2026-03-01T00:00:00Z', perHour: 30 })

async function send(...records: object[]): Promise<BatchReceipt> {
  const answer = await server.ask('/ingest/cost-rates?source=finance', {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'wait=60' },
    body: JSON.stringify(records),
  })
  return answer.json<BatchReceipt>()
}

test('where nothing is rejected, that is said, and it is no failure', async () => {
  const [list, exported, replayed] = await Promise.all([
    rejected('list'),
    rejected('export'),
    rejected('replay', '--all'),
  ])
  expect(list).toMatchObject({ exitCode: 0, stdout: 'Nothing is rejected.\n' })
  expect(exported).toMatchObject({ exitCode: 0, stdout: '' })
  expect(replayed).toMatchObject({ exitCode: 0, stdout: 'There is nothing to replay.\n' })
})

test('a rejected row is listed by its cause, exported as it was sent, and taken by a replay once nothing is in its way', async () => {
  const { batchId } = await send(rate('old'), rate('new'))
  const [list, asJson, exported, tooEarly] = await Promise.all([
    rejected('list', '--kind', 'cost-rates'),
    rejected('list', '--json'),
    rejected('export', '--batch', batchId),
    rejected('replay', '--source', 'finance'),
  ])
  const [{ code, path }] = JSON.parse(asJson.stdout).causes
  expect(list.stdout).toContain(`1  finance  cost-rates  ${code} at ${path}\n           batch ${batchId}, line 1: `)
  expect(exported.stdout).toBe(`${JSON.stringify(rate('new'))}\n`)
  expect(tooEarly).toMatchObject({ exitCode: 1, stdout: '1 replayed: 1 rejected\n' })

  await send({ id: 'old', deletedAt: '2026-04-01T00:00:00Z' })
  const replayed = await rejected('replay', '--code', code, '--json')
  expect(replayed.exitCode).toBe(0)
  expect(JSON.parse(replayed.stdout)).toEqual({
    replayed: 1,
    created: 1,
    updated: 0,
    unchanged: 0,
    waiting: 0,
    rejected: 0,
  })
  expect((await rejected('replay', '--batch', batchId)).stdout).toBe('There is nothing to replay.\n')
})

test.each([
  [['replay'], 2, 'Say which rows'],
  [['replay', '--kind', 'contact'], 2, 'Allowed choices are'],
  [['replay', '--mended', 'nowhere.ndjson'], 1, 'The file cannot be read (ENOENT).'],
  [['list', '--batch', 'nonsense'], 1, 'There is no batch nonsense'],
])('rejected %j exits %i and says what to do', async (args, exitCode, words) => {
  const result = await rejected(...args)
  expect(result.stderr).toContain(words)
  expect(result.exitCode).toBe(exitCode)
})
