import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { EnvironmentError, readEnvironment } from './env.ts'

function faultsOf(source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(source)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message.split('\n')
    throw error
  }
  return []
}

test('an empty environment is a working one', () => {
  expect(readEnvironment({})).toMatchObject({
    databaseUrl: undefined,
    host: '127.0.0.1',
    port: 4000,
    demo: true,
    timeZone: 'Europe/Amsterdam',
    currency: 'EUR',
    bodyBytesMax: 33_554_432,
    dataDir: resolve(import.meta.dirname, '../../../.tweeluik'),
  })
})

test('a variable without text counts as left out', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 4000, databaseUrl: undefined })
})

test('every fault is named at once, each on a line with its fix', () => {
  const faults = faultsOf({
    DATABASE_URL: 'mysql://somewhere/db',
    PORT: '70000',
    TWEELUIK_DEMO: 'yes',
    TWEELUIK_TIME_ZONE: 'Europe/Utrecht',
    TWEELUIK_CURRENCY: 'EURO',
    TWEELUIK_WAIT_DAYS: '-1',
    TWEELUIK_ADMIN_TOKEN_FILE: '/there/is/no/such/file',
    TWEELUIK_DEFAULT_BRAND: 'one,two',
  })
  expect(faults.map(line => line.split(' ')[0])).toEqual([
    'DATABASE_URL',
    'PORT',
    'TWEELUIK_DEMO',
    'TWEELUIK_TIME_ZONE',
    'TWEELUIK_CURRENCY',
    'TWEELUIK_DEFAULT_BRAND',
    'TWEELUIK_WAIT_DAYS',
    'TWEELUIK_ADMIN_TOKEN_FILE',
  ])
  expect(faults[1]).toBe(
    'PORT must be a whole number from 0 to 65535; set PORT=4000 or leave it out; 0 takes any free port.',
  )
})

test('a fault never repeats the value, which may hold a password', () => {
  expect(faultsOf({ DATABASE_URL: 'mysql://me:secret@somewhere/db' }).join()).not.toContain('secret')
})
