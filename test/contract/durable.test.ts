import { expect, test } from 'vitest'
import { openDatabase } from '../../packages/api/src/db/pools.ts'
import { openDoor } from '../../packages/api/src/ingest/door.ts'
import { testDatabase } from '../support/database.ts'
import { commitSetting } from './durable.queries.ts'

test('a record that is changed by a mutation is on disk when its answer comes, since no inbox holds it', async () => {
  const own = await testDatabase()
  // The server of the tests waits for no disk; one that people use does.
  const database = await openDatabase({ url: `${own.url}?synchronous_commit=on` })
  const settings = { timeZone: 'Europe/Amsterdam', currency: 'EUR', defaultBrand: 'north', contactedDays: 30 }
  const onFailure = () => {}
  const door = openDoor({ database, ...settings, batchRowsMax: 10, onFailure })
  try {
    const contact = { id: 'one', channel: 'phone', openedAt: '2026-03-01T09:00:00Z' }
    const atTheEnd = await door.inOneTurn(async (sql, load) => {
      await load({ kind: 'contacts', source: 'graphql' }, contact)
      return await commitSetting(sql)
    })
    expect(atTheEnd).toBe('on')
  } finally {
    await door.close()
    await database.close()
    await own.close()
  }
})
