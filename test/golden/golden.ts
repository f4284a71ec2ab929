import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { testDatabase } from '../support/database.ts'
import { openEngines } from '../support/engines.ts'
import { type TestServer, testServer } from '../support/serving.ts'
import { type Recorded, recordStatements } from '../support/statements.ts'
import { loadCompany } from './company.ts'

/** What a process reads only once is then read. */
const ANYTHING = '{ metrics(keys: [CONTACTS], period: { from: "2026-03-01", to: "2026-04-01" }) { total { n } } }'

/**
 * A test for each document of a folder: its answer about the small company, and the SQL that gave it, stand beside it.
 *
 * @param ids of records, by the names under which documents hold them
 */
export function goldenTests(folder: string, ids: Readonly<Record<string, string>> = {}): void {
  const directory = join(import.meta.dirname, folder)
  const names = readdirSync(directory).flatMap(file =>
    file.endsWith('.graphql') ? [file.replace('.graphql', '')] : [],
  )

  let recorded: Recorded
  let server: TestServer
  beforeAll(async () => {
    recorded = recordStatements(await testDatabase())
    server = await testServer({ database: recorded.database })
    await loadCompany(server)
    await server.graphql(ANYTHING)
    // Cohorts grow older, and their SQL says the day.
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-22T12:00:00Z') })
  })
  afterAll(async () => {
    vi.useRealTimers()
    await server.close()
    await recorded.database.close()
  })
  beforeEach(() => {
    recorded.transactions.length = 0
  })

  const queryOf = (name: string) =>
    readFileSync(join(directory, `${name}.graphql`), 'utf8').replaceAll(
      /"([A-Z]+\d?)"/g,
      (_, word: string) => `"${ids[word] ?? word}"`,
    )

  test.each(names)('%s: the answer and its SQL are the ones that were agreed on', async name => {
    const answer = await server.graphql(queryOf(name))
    expect(answer.errors).toBeUndefined()
    await expect(`${JSON.stringify(answer, null, 2)}\n`).toMatchFileSnapshot(join(directory, `${name}.json`))
    await expect(sqlText(recorded.transactions)).toMatchFileSnapshot(join(directory, `${name}.sql`))
  })

  test.each(names)(
    '%s: compiled, and with only the columns that are asked, the answer has the same bytes',
    async name => {
      const ask = await openEngines(server.database)
      const { isCompiled, compiled, interpreted } = await ask(queryOf(name))
      expect(isCompiled).toBe(true)
      expect(compiled).toBe(interpreted)
    },
  )
}

/**
 * A blank line between transactions, which two fields of one document begin in any order. Where a part stands in its cell
 * hangs on which other metrics there are.
 */
function sqlText(transactions: readonly (readonly string[])[]): string {
  const told = transactions.map(statements => statements.map(brokenUp).join('\n'))
  return `${told.sort().join('\n\n')}\n`
}

function brokenUp(statement: string): string {
  return `${statement.replaceAll(/sums\[\d+\]/g, 'sums[n]').replaceAll(/ (select|from|where|and|order by|group by|cross join lateral) /g, '\n  $1 ')};`
}
