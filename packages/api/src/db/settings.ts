import { fail } from '@tweeluik/schema'
import type { Environment } from '../env.ts'
import type { IdentityRules } from '../ingest/identity/rules.ts'
import type { Sql } from './pools.ts'
import { seedSettings, storedSettings } from './settings.queries.ts'

/** What facts are derived by: the same for every process and for as long as the data stands. */
export interface Settings extends IdentityRules {
  /** IANA name. */
  timeZone: string
  /** ISO 4217. */
  currency: string
  weekStart: 'monday'
  /** Days without an order after which a customer leaves the base. */
  inactivityDays: number
  /** For so many days after a contact its customer counts as contacted. */
  contactedDays: number
  /** Of records that name none. */
  defaultBrand: string
}

const variables: Record<keyof Settings, string> = {
  timeZone: 'TWEELUIK_TIME_ZONE',
  currency: 'TWEELUIK_CURRENCY',
  weekStart: 'TWEELUIK_WEEK_START',
  inactivityDays: 'TWEELUIK_INACTIVITY_DAYS',
  contactedDays: 'TWEELUIK_CONTACTED_DAYS',
  defaultBrand: 'TWEELUIK_DEFAULT_BRAND',
  emailRule: 'TWEELUIK_EMAIL_RULE',
  phoneRule: 'TWEELUIK_PHONE_RULE',
  phoneCountry: 'TWEELUIK_PHONE_COUNTRY',
}

/**
 * The settings of this database, taken from the environment when it has none yet.
 *
 * @throws SETTING_DIFFERS when the environment says otherwise than what the data was derived by.
 */
export async function settle(owner: Sql, environment: Pick<Environment, keyof Settings>): Promise<Settings> {
  const { timeZone, currency, weekStart, inactivityDays, contactedDays, defaultBrand } = environment
  const { emailRule, phoneRule, phoneCountry } = environment
  const rules: IdentityRules = { emailRule, phoneRule, phoneCountry }
  const wanted: Settings = { timeZone, currency, weekStart, inactivityDays, contactedDays, defaultBrand, ...rules }
  await seedSettings(owner, wanted)
  const stored = await storedSettings(owner)
  for (const name of Object.keys(variables) as (keyof Settings)[]) {
    if (stored[name] === wanted[name]) continue
    fail(
      'SETTING_DIFFERS',
      variables[name],
      `${variables[name]} is ${wanted[name]}, but the data of this database was derived by ${stored[name]}.`,
      `Set ${variables[name]}=${stored[name]}, or use another database.`,
    )
  }
  return wanted
}
