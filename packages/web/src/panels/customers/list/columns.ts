import type { TFunction } from 'i18next'
import { dayName } from '../../../format/dates.ts'
import { count, type Language, nothing } from '../../../format/figures.ts'
import type { CustomerOrderField, CustomersQuery } from '../../../graphql/generated/graphql.ts'
import { oneOf } from '../../../routes/scope.ts'
import { dayAt } from '../../../time/days.ts'

export type Customer = CustomersQuery['customers']['nodes'][number]

/** In the order in which they stand. The name is always there. */
export const columnNames = [
  'name',
  'email',
  'company',
  'segment',
  'country',
  'brand',
  'language',
  'contacts',
  'lastOrder',
  'since',
  'left',
] as const
export type ColumnName = (typeof columnNames)[number]

const usualColumns: readonly ColumnName[] = ['name', 'segment', 'country', 'contacts', 'lastOrder', 'since']

/** What only they see who may see personal data. */
export const personalColumns: readonly ColumnName[] = ['name', 'email']

/** By which columns the server can order a list that is walked page by page. */
export const orderedBy: Partial<Record<ColumnName, CustomerOrderField>> = {
  name: 'NAME',
  email: 'EMAIL',
  segment: 'SEGMENT',
  country: 'COUNTRY',
  since: 'ACQUIRED_AT',
}

export type Sort = { column: ColumnName; descending: boolean }

const usualSort: Sort = { column: 'since', descending: true }

/** `segment`, or `-since` where the greatest comes first. Nothing, or what cannot be read, is the usual order. */
export function readSort(text: string | undefined, broken: string[]): Sort {
  if (text === undefined) return usualSort
  const descending = text.startsWith('-')
  const sortable = columnNames.filter(name => orderedBy[name])
  const column = oneOf('sort', descending ? text.slice(1) : text, sortable, broken)
  return column ? { column, descending } : usualSort
}

export const writeSort = ({ column, descending }: Sort): string | undefined =>
  column === usualSort.column && descending === usualSort.descending ? undefined : `${descending ? '-' : ''}${column}`

/** Names parted by commas; those that are not known are left out. */
export function readColumns(text: string | undefined, broken: string[]): readonly ColumnName[] {
  if (text === undefined) return usualColumns
  const names = text.split(',').filter(name => name !== '')
  const chosen = columnNames.filter(name => name === 'name' || names.includes(name))
  if (names.some(name => !chosen.some(known => known === name))) broken.push('show')
  return chosen
}

/** The name is not written: it is always there. */
export function writeColumns(chosen: readonly ColumnName[]): string | undefined {
  const text = columnNames.filter(name => name !== 'name' && chosen.includes(name)).join(',')
  return text === usualColumns.slice(1).join(',') ? undefined : text
}

/** What a file holds of a customer: text, a day or a number. Null: not known. */
export function plainOf(customer: Customer, column: ColumnName): string | number | null {
  const day = (at: string | null | undefined) => (at ? dayAt(new Date(at)) : null)
  switch (column) {
    case 'contacts':
      return customer.contacts?.totalCount ?? null
    case 'lastOrder':
      return day(customer.orders?.nodes[0]?.at)
    case 'since':
      return day(customer.acquiredAt)
    case 'left':
      return day(customer.churnedAt)
    default:
      return customer[column]
  }
}

const days: readonly ColumnName[] = ['lastOrder', 'since', 'left']

export function textOf(customer: Customer, column: ColumnName, language: Language): string {
  const value = plainOf(customer, column)
  if (value === null) return nothing
  if (typeof value === 'number') return count(value, language)
  return days.includes(column) ? dayName(value, language) : value
}

/** Who it is: by name, and where that is not known or not for this reader by what tells one from the other. */
export function calledOf({ id, name, company, anonymous }: Customer, t: TFunction): string {
  const told = name ?? company
  if (told !== null) return told
  // The last letters of an id are those that differ.
  return t(anonymous ? 'customers.listing.visitor' : 'customers.listing.unnamed', { id: id.slice(-6) })
}
