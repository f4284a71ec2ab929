import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordId } from '@tweeluik/schema'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { globalId } from '../../packages/api/src/graphql/global-id.ts'
import { testDatabase } from '../support/database.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { type Recorded, recordStatements } from '../support/statements.ts'
import { loadCompany } from './company.ts'

const directory = join(import.meta.dirname, 'records')
const names = readdirSync(directory).flatMap(file => (file.endsWith('.graphql') ? [file.replace('.graphql', '')] : []))

let recorded: Recorded
let server: TestServer

beforeAll(async () => {
  recorded = recordStatements(await testDatabase())
  server = await testServer({ database: recorded.database })
  await loadCompany(server)
})
afterAll(async () => {
  await server.close()
  await recorded.database.close()
})
beforeEach(() => {
  recorded.transactions.length = 0
})

/** In the documents the ids of the company's records stand by name. */
const ids: Record<string, string> = {
  ANJA: globalId('customer', recordId('customer', 'test', 'anja')),
  O1: globalId('order', recordId('order', 'test', 'o1')),
  C1: globalId('contact', recordId('contact', 'test', 'c1')),
}

test.each(names)('%s: the answer and its SQL are the ones that were agreed on', async name => {
  const query = readFileSync(join(directory, `${name}.graphql`), 'utf8')
  const answer = await server.graphql(query.replaceAll(/"(ANJA|O1|C1)"/g, (_, word: string) => `"${ids[word]}"`))
  expect(answer.errors).toBeUndefined()
  await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(join(directory, `${name}.json`))
  await expect(sqlText(recorded.transactions)).toMatchFileSnapshot(join(directory, `${name}.sql`))
})

/** A blank line between transactions. */
function sqlText(transactions: readonly (readonly string[])[]): string {
  return `${transactions.map(statements => statements.map(brokenUp).join('\n')).join('\n\n')}\n`
}

function brokenUp(statement: string): string {
  return `${statement.replaceAll(/ (select|from|where|and|order by|group by|cross join lateral) /g, '\n  $1 ')};`
}
