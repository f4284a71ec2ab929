import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openProxy, type PostgresProxy } from '../../../../test/faults/postgres-proxy.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { openPool, type Sql } from './connection.ts'
import { addLetters, copyNumbers } from './pools.test.queries.ts'
import { type Database, openDatabase } from './pools.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
  await addLetters(database.owner)
})
afterAll(() => database.close())

const letters = (brands: readonly string[]) =>
  database.asReader(brands, sql => [sql<{ letter: string }[]>`select letter from letters order by letter`])

describe('a reader', () => {
  test('sees the rows of the brands it names, and no other', async () => {
    const [both] = await letters(['north', 'south'])
    const [north] = await letters(['north'])
    expect(both.map(row => row.letter)).toEqual(['a', 'b'])
    expect(north.map(row => row.letter)).toEqual(['a'])
  })

  test('sees no row when it names no brand, or asks without naming', async () => {
    const [none] = await letters([])
    expect(none).toHaveLength(0)
    expect(await database.reader`select letter from letters`).toHaveLength(0)
  })

  test('leaves no brand behind on any connection of the pool', async () => {
    await Promise.all(Array.from({ length: 40 }, () => letters(['north', 'south'])))
    const later = await Promise.all(Array.from({ length: 40 }, () => database.reader`select letter from letters`))
    expect(later.flat()).toHaveLength(0)
  })

  test('cannot name its way into SQL', async () => {
    const [rows] = await letters([`north' ; reset role; set x.y = '`, "O'Neill \\' \"", 'south'])
    expect(rows.map(row => row.letter)).toEqual(['b'])
  })

  test('cannot smuggle a second brand into a name', async () => {
    await expect(letters(['north,south'])).rejects.toMatchObject({ problem: { code: 'BAD_BRAND' } })
  })

  test('gets answers that agree, each in its own type', async () => {
    const [words, numbers] = await database.asReader(['north'], sql => [
      sql<{ letter: string }[]>`select letter from letters`,
      sql<{ snapshot: number }[]>`select 7::bigint as snapshot`,
    ])
    expect(words[0]?.letter.toUpperCase()).toBe('A')
    expect(numbers[0]?.snapshot.toFixed(1)).toBe('7.0')
  })

  test('writes nothing', async () => {
    const write = database.asReader(['north'], sql => [sql`insert into letters values ('north', 'c')`])
    await expect(write).rejects.toThrow('read-only transaction')
    await expect(database.reader`insert into letters values ('north', 'c')`).rejects.toThrow('permission denied')
  })

  test('is stopped when its question takes too long', async () => {
    const impatient = await openDatabase({ url: database.url, readTimeoutMs: 20 })
    const answer = impatient.asReader(['north'], sql => [sql`select pg_sleep(60)`])
    await expect(answer).rejects.toThrow('statement timeout')
    await impatient.close()
  })

  test('reads neither secrets nor what was sent raw', async () => {
    for (const table of ['secrets', 'api_tokens', 'inbox']) {
      const read = database.asReader(['north'], sql => [sql`select from ${sql(table)}`])
      await expect(read).rejects.toThrow(`permission denied for table ${table}`)
    }
  })
})

test('values come back as the doc comment says', async () => {
  const [row] = await database.owner`
    select '2026-03-29'::date as day, '2026-03-29T01:00Z'::timestamptz as instant, 12::bigint as whole,
      9007199254740993::bigint as huge, 0.10::numeric as exact, array['2026-03-29'::date] as days,
      ${'2026-02-28'}::date + 1 as next`
  expect(row).toEqual({
    day: '2026-03-29',
    instant: new Date('2026-03-29T01:00:00Z'),
    whole: 12,
    huge: 9007199254740993n,
    exact: '0.10',
    days: ['2026-03-29'],
    next: '2026-03-01',
  })
})

describe('a connection that dies inside a transaction', () => {
  const dying = () =>
    database.owner.begin(async sql => {
      const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`
      const asked = sql`select pg_sleep(60)`.execute()
      await database.owner`select pg_terminate_backend(${row?.pid ?? 0})`
      await asked
    })

  test('fails that transaction and nothing else', async () => {
    await expect(dying()).rejects.toThrow()
    await expect(dying()).rejects.toThrow()
    expect(await database.owner`select 1 as one`).toEqual([{ one: 1 }])
  })
})

describe('a pool of one connection that breaks', () => {
  let proxy: PostgresProxy
  let pool: Sql
  beforeAll(async () => {
    proxy = await openProxy(database.url)
    pool = openPool(proxy.url, { max: 1 })
  })
  afterAll(async () => {
    await pool.end({ timeout: 0 })
    await proxy.close()
  })

  const breaks = {
    'is closed': () => proxy.goAway(),
    'is reset': () => proxy.goAway({ reset: true }),
  }
  const one = async (sql: Pick<Sql, 'unsafe'>) => (await sql.unsafe('select 1 as one'))[0]
  const settled = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      () => 'failed',
    )

  /** A transaction that waits for `until` when it has lost its connection, and then goes on as if it had not. */
  async function loseTransaction(lose: () => void, until: Promise<unknown>) {
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const inside: Promise<string>[] = []
    const lost = pool.begin(async sql => {
      await one(sql)
      inside.push(...Array.from({ length: 3 }, () => settled(sql`select pg_sleep(${1})`.execute())))
      setImmediate(() => {
        lose()
        proxy.comeBack()
        begin()
      })
      await until
      inside.push(settled(sql`insert into letters values ('lost', 'z')`.execute()))
      await Promise.all(inside)
    })
    const outcome = settled(lost)
    await begun
    return { outcome, inside }
  }

  test.each(Object.entries(breaks))('serves those who wait, and whoever comes later, when it %s', async (_, lose) => {
    for (let round = 0; round < 3; round += 1) {
      const { outcome, inside } = await loseTransaction(lose, Promise.resolve())
      const waiting = Array.from({ length: 3 }, () => settled(pool.begin(one)))
      expect(await outcome).toBe('failed')
      expect(await Promise.all(inside)).toEqual(inside.map(() => 'failed'))
      await Promise.all(waiting)
      expect(await pool.begin(one)).toEqual({ one: 1 })
      expect(await one(pool)).toEqual({ one: 1 })
    }
  })

  test('keeps what a lost transaction still does out of the one that follows it', async () => {
    const { promise: following, resolve: follow } = Promise.withResolvers<void>()
    const { outcome, inside } = await loseTransaction(breaks['is closed'], following)
    expect(await outcome).toBe('failed')
    await pool.begin(async sql => {
      follow()
      for (let round = 0; round < 3; round += 1) expect(await one(sql)).toEqual({ one: 1 })
    })
    expect(await Promise.all(inside)).toEqual(inside.map(() => 'failed'))
    expect(await database.owner`select from letters where brand = 'lost'`).toHaveLength(0)
  })
})

test('a COPY that the server refuses fails, and gives its connection back', async () => {
  for (let round = 0; round < 10; round += 1) {
    await expect(copyNumbers(database.owner, '99999999999\n')).rejects.toMatchObject({ code: '22003' })
  }
  await copyNumbers(database.owner, '1\n')
})
