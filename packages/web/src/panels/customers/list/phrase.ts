import type { TFunction } from 'i18next'
import { count, type Language, nothing } from '../../../format/figures.ts'
import { type ColumnName, type Customer, textOf } from './columns.ts'

/** What is known of a customer in one line, for where there is no room for columns and their heads. */
export function phraseOf(customer: Customer, columns: readonly ColumnName[], language: Language, t: TFunction): string {
  const told = columns.map(column => {
    const text = textOf(customer, column, language)
    if (column === 'name' || text === nothing) return null
    if (column === 'contacts') {
      const contacts = customer.contacts?.totalCount ?? 0
      return t('customers.listing.contacts', { count: contacts, shown: count(contacts, language) })
    }
    if (column === 'lastOrder' || column === 'since' || column === 'left') {
      return t(`customers.listing.phrase.${column}`, { day: text })
    }
    return text
  })
  return told.filter(text => text !== null).join(' · ')
}
