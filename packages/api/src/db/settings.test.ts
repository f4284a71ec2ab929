import { afterAll, beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../../test/support/database.ts'
import { readEnvironment } from '../env.ts'
import type { Database } from './pools.ts'
import { settle } from './settings.ts'

let database: Database

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('the first start writes the settings down, and a later one that agrees finds them', async () => {
  const environment = readEnvironment({ TWEELUIK_CURRENCY: 'USD', TWEELUIK_INACTIVITY_DAYS: '90' })
  const settings = {
    timeZone: 'Europe/Amsterdam',
    currency: 'USD',
    weekStart: 'monday',
    inactivityDays: 90,
    contactedDays: 30,
    defaultBrand: 'default',
    emailRule: 'merge',
    phoneRule: 'suggest',
    phoneCountry: 'NL',
  }
  expect(await settle(database.owner, environment)).toEqual(settings)
  expect(await settle(database.owner, environment)).toEqual(settings)
})

test.each([
  ['TWEELUIK_CURRENCY', 'EUR', 'USD'],
  ['TWEELUIK_TIME_ZONE', 'Europe/London', 'Europe/Amsterdam'],
  ['TWEELUIK_INACTIVITY_DAYS', '91', '90'],
  ['TWEELUIK_DEFAULT_BRAND', 'other', 'default'],
  ['TWEELUIK_EMAIL_RULE', 'off', 'merge'],
])('%s=%s, by which the data was not derived, stops the start with what to set', async (variable, wrong, right) => {
  const agreed = { TWEELUIK_CURRENCY: 'USD', TWEELUIK_INACTIVITY_DAYS: '90' }
  const start = settle(database.owner, readEnvironment({ ...agreed, [variable]: wrong }))
  await expect(start).rejects.toMatchObject({
    problem: { code: 'SETTING_DIFFERS', path: variable, fix: expect.stringContaining(`${variable}=${right}`) },
  })
})
