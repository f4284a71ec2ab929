import type { TFunction } from 'i18next'
import { capitalised } from '../findings/phrase.ts'
import { fullDate } from '../format/dates.ts'
import { count, type Language } from '../format/figures.ts'
import { dayAt, daysBetween } from '../time/days.ts'
import type { Customer } from './answer.ts'
import type { StoryEvent } from './events.ts'
import { silenceDays } from './layout.ts'

/** Numbers up to twelve are words in a sentence. */
function spelled(number: number, t: TFunction, language: Language): string {
  const words = t('story.numbers').split(' ')
  return words[number] ?? count(number, language)
}

/** The customer's story in one sentence: what they bought, how often they needed help, and how that was judged. */
export function headlineOf(customer: Customer, t: TFunction, language: Language): string {
  const { orders, contacts, interactions, feedback } = customer
  const counted = (kind: 'orders' | 'contacts' | 'visits' | 'answers', number: number) =>
    t(`story.counted.${kind}`, { count: number, shown: spelled(number, t, language) })
  const bought = orders.totalCount > 0 ? counted('orders', orders.totalCount) : null
  const asked =
    contacts.totalCount > 0 ? counted('contacts', contacts.totalCount) + judged(customer, t, language) : null
  const parts =
    bought && asked
      ? [bought, asked]
      : bought
        ? [t('story.withoutHelp', { bought })]
        : asked
          ? [asked]
          : [
              interactions.totalCount > 0 ? counted('visits', interactions.totalCount) : null,
              feedback.totalCount > 0 ? counted('answers', feedback.totalCount) : null,
            ].filter(part => part !== null)
  // Dutch writes `één` with one accent less where it begins a sentence.
  return parts.length === 0 ? t('story.nothing') : `${capitalised(parts.join(', ')).replace(/^É/, 'E')}.`
}

/** How contacts were judged, when every contact and every answer is here to tell. */
function judged({ contacts, feedback }: Customer, t: TFunction, language: Language): string {
  if (contacts.pageInfo.hasNextPage || feedback.pageInfo.hasNextPage) return ''
  const about = feedback.nodes.filter(({ contact }) => contact !== null)
  const bad = new Set(about.flatMap(({ contact, unfavourable }) => (contact && unfavourable ? [contact.id] : [])))
  const good = new Set(about.flatMap(({ contact, favourable }) => (contact && favourable ? [contact.id] : [])))
  const shown = [['good', [...good].filter(id => !bad.has(id)).length] as const, ['bad', bad.size] as const].flatMap(
    ([verdict, number]) =>
      number === 0 ? [] : [t(`story.judged.${verdict}`, { shown: spelled(number, t, language) })],
  )
  return shown.length === 0 ? '' : `: ${shown.join(', ')}`
}

/** From which day to which the events go: `14 maart 2026 tot 20 november 2026`. Null without events. */
export function spanOf(events: StoryEvent[], language: Language): { from: string; to: string } | null {
  const [first, last] = [events[0], events.at(-1)]
  if (!first || !last) return null
  const [from, to] = [dayAt(new Date(first.atMs)), dayAt(new Date(last.atMs))]
  return { from: fullDate(from, language, from.slice(0, 4) !== to.slice(0, 4)), to: fullDate(to, language, true) }
}

/** What to call the customer: the first name where it is known, else the company. Null: neither is known or shown. */
export function shortNameOf({ name, company }: Pick<Customer, 'name' | 'company'>): string | null {
  return name?.split(' ')[0] ?? company
}

/** A silence by name: days under two weeks, weeks under half a year, then months and years. */
export function silenceName(days: number, t: TFunction): string {
  if (days < 14) return t('story.silence.days', { count: days })
  if (days < 182) return t('story.silence.weeks', { count: Math.round(days / 7) })
  if (days < 730) return t('story.silence.months', { count: Math.round(days / 30.4375) })
  return t('story.silence.years', { count: Math.round(days / 365.25) })
}

/** Whether a silence between events is long enough to be cut. */
export const silencesIn = (events: StoryEvent[]): boolean =>
  events.some(({ atMs }, index) => {
    const before = events[index - 1]
    return before !== undefined && daysBetween(dayAt(new Date(before.atMs)), dayAt(new Date(atMs))) >= silenceDays
  })
