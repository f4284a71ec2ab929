import type { CustomerWhere } from '../../../graphql/generated/graphql.ts'
import { type Chosen, type FilterField, oneOf } from '../../../routes/scope.ts'
import { addDays, type Day } from '../../../time/days.ts'
import { type Preset, periodOf, presets } from '../../../time/periods.ts'

export const ordereds = ['yes', 'never', 'dormant'] as const
export const contactCounts = ['none', 'some', 'many'] as const

/** Which customers the list holds, besides what the scope chooses. Null: it makes no difference. */
export type CustomerFilters = {
  /** The beginning of a name or an address, or a whole id. */
  find: string
  ordered: (typeof ordereds)[number] | null
  contacts: (typeof contactCounts)[number] | null
  acquired: Preset | null
}

type Search = Partial<Record<'find' | 'ordered' | 'contacts' | 'acquired', string>>

export const readFilters = ({ find = '', ordered, contacts, acquired }: Search, broken: string[]): CustomerFilters => ({
  find: find.trim(),
  ordered: oneOf('ordered', ordered, ordereds, broken),
  contacts: oneOf('contacts', contacts, contactCounts, broken),
  acquired: oneOf('acquired', acquired, presets, broken),
})

/** A customer who did not order for so long is dormant, as in the figures about customers. */
export const dormantDays = 180
/** Who asked for help more often than most. */
export const manyContacts = 5

/** What is known of a customer of all that a page may be narrowed by. */
export const known: readonly FilterField[] = ['brand', 'segment', 'country']

export const unknownOf = (chosen: Chosen): FilterField[] =>
  (Object.keys(chosen) as FilterField[]).filter(field => chosen[field]?.length && !known.includes(field))

/** The conditions as the server takes them. Null: every customer. */
export function customersWhere(filters: CustomerFilters, chosen: Chosen, on: Day): CustomerWhere | null {
  const terms: CustomerWhere[] = []
  if (filters.find !== '') terms.push(found(filters.find))
  for (const field of known) {
    const values = chosen[field] ?? []
    const set = values.filter(value => value !== '')
    const among: CustomerWhere[] = set.length > 0 ? [{ [field]: { in: set } }] : []
    const unset: CustomerWhere[] = set.length < values.length ? [{ [field]: { isNull: true } }] : []
    if (values.length > 0) terms.push({ or: [...among, ...unset] })
  }
  if (filters.ordered === 'dormant') terms.push({ lastOrderedDay: { lt: addDays(on, -dormantDays) } })
  else if (filters.ordered) terms.push({ lastOrderedDay: { isNull: filters.ordered === 'never' } })
  if (filters.contacts) {
    const least = { some: 1, many: manyContacts }
    terms.push({ contactCount: filters.contacts === 'none' ? { eq: 0 } : { gte: least[filters.contacts] } })
  }
  if (filters.acquired) {
    const { from, to } = periodOf(filters.acquired, on)
    terms.push({ acquiredAt: { gte: instantOf(from), lt: instantOf(to) } })
  }
  return terms.length === 0 ? null : { and: terms }
}

function found(text: string): CustomerWhere {
  const ways: CustomerWhere[] = [
    { name: { startsWith: text } },
    { email: { startsWith: text } },
    { externalId: { eq: text } },
  ]
  // The id of our own, as GraphQL gives it and the address of a customer's page holds it; the server refuses others.
  if (isCustomerId(text)) ways.push({ id: { eq: text } })
  return { or: ways }
}

function isCustomerId(text: string): boolean {
  if (!/^[\w-]{40,}$/.test(text)) return false
  return /^customer:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(
    atob(text.replaceAll('-', '+').replaceAll('_', '/')),
  )
}

/** A day begins where the reader is. */
const instantOf = (day: Day): string => new Date(`${day}T00:00:00`).toISOString()
