import { LIFETIME_MONTHS_MAX, type Params } from '../facts/index.ts'
import type { ParamSpec } from './define.ts'

/** Days after which silence on an issue counts as fixed. */
export const windowDays: ParamSpec = { type: 'Int', default: 7, min: 1, max: 30 }
/** Days without an order after which a customer leaves the base. */
export const inactivityDays: ParamSpec = { type: 'Int', default: 180, min: 1, max: 3650 }
/** The time that a figure per customer is per. */
export const per: ParamSpec = { type: 'Enum', default: 'MONTH', values: ['WEEK', 'MONTH', 'YEAR'] }
/** The currency asked for; null: the organisation's. */
export const currency: ParamSpec = { type: 'String', default: null }
/** What contacts are counted per hundred of: orders, or customers in the base for as long as `per` says. */
export const exposure: ParamSpec = {
  type: 'Enum',
  default: 'ORDERS',
  values: ['ORDERS', 'CUSTOMERS'],
  enumName: 'ExposureUnit',
}
/** Who is answered within so many seconds is answered in time. */
export const answeredWithinSeconds: ParamSpec = { type: 'Int', default: 20, min: 1, max: 3600 }
/** Whether the first resolution counts, or the last: in full. */
export const resolution: ParamSpec = { type: 'Enum', default: 'FIRST', values: ['FIRST', 'FULL'] }
/** Whether a wait is told by the clock on the wall, or in the opening hours of the team that had the contact. */
export const clock: ParamSpec = { type: 'Enum', default: 'CALENDAR', values: ['CALENDAR', 'BUSINESS'] }
/** Which promises are judged: one kind of target, or all of them. */
export const target: ParamSpec = {
  type: 'Enum',
  default: 'ALL',
  values: ['ALL', 'FIRST_RESPONSE', 'NEXT_REPLY', 'RESOLUTION'],
  enumName: 'SlaTarget',
}
/** Abandons within so many seconds are left out; null: none. */
export const shortAbandonSeconds: ParamSpec = { type: 'Int', default: null, min: 1, max: 600 }

/** How many months ahead a customer's worth is told. */
export const horizonMonths: ParamSpec = { type: 'Int', default: 36, min: 1, max: LIFETIME_MONTHS_MAX }
/** What a year's wait takes off money to come. */
export const discountRate: ParamSpec = { type: 'Float', default: 0.1, min: 0, max: 1 }

export const windowOf = (params: Params) => Number(params['windowDays'])
export const isBusiness = (params: Params) => params['clock'] === 'BUSINESS'
export const inactivityOf = (params: Params) => Number(params['inactivityDays'])

const DAYS: Record<string, number> = { WEEK: 7, MONTH: 30.4375, YEAR: 365.25 }
/** Days in the unit that `per` names; a month is 30.4375 days. */
export const daysPer = (params: Params) => DAYS[String(params['per'])] ?? 30.4375
