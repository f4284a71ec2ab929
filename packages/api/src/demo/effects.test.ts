import { describe, expect, test } from 'vitest'
import { companyCalendar } from './calendar.ts'
import { regionalTeams } from './company.ts'
import { type Effects, effectPeriods, plantedEffects } from './effects.ts'
import { type DemoChunk, generateDemo } from './generate.ts'
import type { Sent } from './records.ts'

const when = { today: '2026-11-22', timeZone: 'Europe/Amsterdam' }
const calendar = companyCalendar(when.today, when.timeZone)
const periods = effectPeriods(plantedEffects, calendar)
const seeds = [11, 12, 13, 14, 15, 16, 17, 18]
const WEEK_MS = 7 * 86_400_000
/** Student's t for seven degrees of freedom: 99 of 100 such intervals hold the truth. */
const T99 = 3.499

/** What a view would measure, from the records alone. */
interface Measured {
  contactFactor: number
  easePoints: number
  handleFactor: number
  fixPoints: number
  relationalPoints: number
}

const planted: Measured = { contactFactor: 3, easePoints: -12, handleFactor: 0.8, fixPoints: -8, relationalPoints: -10 }
const nothing: Measured = { contactFactor: 1, easePoints: 0, handleFactor: 1, fixPoints: 0, relationalPoints: 0 }
const off: Effects = { unclearInvoice: null, handlingPush: null }

const withEffects = seeds.map(seed => measure([...generateDemo({ ...when, seed, customers: 7_000 })]))
const without = seeds.map(seed => measure([...generateDemo({ ...when, seed, customers: 7_000, effects: off })]))
const sizes = Object.keys(planted) as (keyof Measured)[]

describe('planted effects', () => {
  test.each(sizes)('%s is found, and the interval holds the size that was planted', size => {
    const { low, high } = interval(withEffects.map(measured => measured[size]))
    expect(low).toBeLessThan(planted[size])
    expect(high).toBeGreaterThan(planted[size])
    expect(low > nothing[size] || high < nothing[size]).toBe(true)
  })

  test.each(sizes)('%s shows nothing when its effect is switched off', size => {
    const { low, high } = interval(without.map(measured => measured[size]))
    expect(low).toBeLessThan(nothing[size])
    expect(high).toBeGreaterThan(nothing[size])
  })

  test('each has its own switch, and people and orders do not depend on it', () => {
    const small = { ...when, seed: 3, customers: 300 }
    const both = [...generateDemo(small)]
    const text = (kind: 'customers' | 'contacts' | 'orders', chunks: DemoChunk[]) =>
      JSON.stringify(records(kind, chunks))
    for (const effects of [{ unclearInvoice: null }, { handlingPush: null }]) {
      const one = [...generateDemo({ ...small, effects })]
      expect(text('contacts', one)).not.toBe(text('contacts', both))
      expect(text('orders', one)).toBe(text('orders', both))
      expect(text('customers', one)).toBe(text('customers', both))
    }
  })
})

describe('when they are planted', () => {
  const dates = (today: string) => {
    const company = companyCalendar(today, when.timeZone)
    const { unclearInvoice, handlingPush } = effectPeriods(plantedEffects, company)
    return [unclearInvoice.from, unclearInvoice.to, handlingPush.from, handlingPush.relationFrom].map(company.date)
  }

  test('six weeks of spring from a Monday, and June with the relation two months later', () => {
    expect(dates('2026-11-22')).toEqual(['2026-03-02', '2026-04-13', '2026-06-01', '2026-08-01'])
  })

  test('an effect too young to show stands a year earlier', () => {
    expect(dates('2027-03-20')).toEqual(['2026-03-02', '2026-04-13', '2026-06-01', '2026-08-01'])
    expect(dates('2027-07-01')).toEqual(['2027-03-01', '2027-04-12', '2026-06-01', '2026-08-01'])
  })
})

function interval(estimates: number[]): { low: number; high: number } {
  const mean = average(estimates)
  const variance = estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (estimates.length - 1)
  const margin = T99 * Math.sqrt(variance / estimates.length)
  return { low: mean - margin, high: mean + margin }
}

function records<Kind extends 'customers' | 'contacts' | 'feedback' | 'orders'>(
  kind: Kind,
  chunks: DemoChunk[],
): Sent<Kind>[] {
  return chunks.flatMap(chunk => (chunk.kind === kind ? (chunk.records as Sent<Kind>[]) : []))
}

/** Every figure is a comparison with what no effect touches. */
function measure(chunks: DemoChunk[]): Measured {
  const contacts = records('contacts', chunks).toSorted((a, b) => a.openedAt.localeCompare(b.openedAt))
  const answers = records('feedback', chunks)
  return { ...measureInvoice(contacts, answers), ...measurePush(contacts), ...measureRelation(contacts, answers) }
}

function measureInvoice(contacts: Sent<'contacts'>[], answers: Sent<'feedback'>[]) {
  const inWindow = ({ openedAt }: Sent<'contacts'>) =>
    isBetween(openedAt, periods.unclearInvoice.from, periods.unclearInvoice.to)
  const onInvoice = contacts.filter(({ trigger }) => trigger === 'unclear-invoice')
  const onOther = contacts.filter(({ trigger }) => trigger && trigger !== 'unclear-invoice')
  const odds = (some: Sent<'contacts'>[]) => some.filter(inWindow).length / some.filter(one => !inWindow(one)).length
  const byId = new Map(onInvoice.map(contact => [contact.id, contact]))
  const eases = answers.flatMap(answer => {
    const contact = answer.kind === 'ces' ? byId.get(idOf(answer.contact) ?? '') : undefined
    return contact ? [{ during: inWindow(contact), easy: answer.score >= 5 ? 100 : 0 }] : []
  })
  const ease = (during: boolean) => average(eases.flatMap(one => (one.during === during ? one.easy : [])))
  return { contactFactor: odds(onInvoice) / odds(onOther), easePoints: ease(true) - ease(false) }
}

function measurePush(contacts: Sent<'contacts'>[]) {
  const handled = contacts.filter(one => one.talkSeconds && isRegional(one.team) && one.initiatedBy === 'customer')
  const seconds = handled.map(one => ({ ...cell(one, periods.handlingPush.from), value: handleSeconds(one) }))
  const fixes = firstContacts(contacts)
    .filter(({ first }) => isRegional(first.team) && isBetween(first.openedAt, 0, calendar.days - 8))
    .map(({ first, fixed }) => ({ ...cell(first, periods.handlingPush.from), value: fixed ? 100 : 0 }))
  const [handleAfter, handleBefore] = [contrast(seconds, true), contrast(seconds, false)]
  const [fixAfter, fixBefore] = [contrast(fixes, true), contrast(fixes, false)]
  return {
    handleFactor: handleAfter.team / handleAfter.others / (handleBefore.team / handleBefore.others),
    fixPoints: fixAfter.team - fixAfter.others - (fixBefore.team - fixBefore.others),
  }
}

function measureRelation(contacts: Sent<'contacts'>[], answers: Sent<'feedback'>[]) {
  const byCustomer = Map.groupBy(contacts, ({ customer }) => idOf(customer))
  const scores = answers.flatMap(answer => {
    if (answer.kind !== 'relational_nps') return []
    const latest = byCustomer.get(idOf(answer.customer))?.findLast(({ openedAt }) => openedAt < answer.at)
    const value = answer.score >= 9 ? 100 : answer.score <= 6 ? -100 : 0
    const after = isBetween(answer.at, periods.handlingPush.relationFrom, calendar.days)
    return latest ? [{ pushed: latest.team === 'Noord', after, value }] : []
  })
  const touched = scores.filter(({ pushed, after }) => pushed && after).map(({ value }) => value)
  const untouched = scores.filter(({ pushed, after }) => !(pushed && after)).map(({ value }) => value)
  return { relationalPoints: average(touched) - average(untouched) }
}

/** The first contact of each chain, and whether no other on the issue followed within seven days. */
function firstContacts(contacts: Sent<'contacts'>[]) {
  const begun = contacts.filter(({ customer, initiatedBy }) => customer && initiatedBy === 'customer')
  const issues = Map.groupBy(begun, one => `${idOf(one.customer)} ${one.trigger ?? one.topic}`)
  const within = (a: Sent<'contacts'>, b?: Sent<'contacts'>) =>
    b && Date.parse(b.openedAt) - Date.parse(a.openedAt) <= WEEK_MS
  return [...issues.values()].flatMap(issue =>
    issue.flatMap((first, index) => {
      const previous = issue[index - 1]
      if (previous && within(previous, first)) return []
      return [{ first, fixed: !within(first, issue[index + 1]) }]
    }),
  )
}

interface Cell {
  pushed: boolean
  after: boolean
  value: number
}

function cell({ team, openedAt }: Sent<'contacts'>, from: number) {
  return { pushed: team === 'Noord', after: isBetween(openedAt, from, calendar.days) }
}

function contrast(cells: Cell[], after: boolean) {
  const mean = (pushed: boolean) =>
    average(cells.flatMap(one => (one.after === after && one.pushed === pushed ? one.value : [])))
  return { team: mean(true), others: mean(false) }
}

function handleSeconds({ talkSeconds, holdSeconds, wrapSeconds, concurrency }: Sent<'contacts'>): number {
  return (talkSeconds ?? 0) / (concurrency ?? 1) + (holdSeconds ?? 0) + (wrapSeconds ?? 0)
}

function isRegional(team: string | null | undefined): boolean {
  return regionalTeams.some(regional => regional === team)
}

function isBetween(instant: string, fromDay: number, toDay: number): boolean {
  const at = Date.parse(instant)
  return at >= calendar.startMs(fromDay) && (toDay >= calendar.days || at < calendar.startMs(toDay))
}

function average(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function idOf(reference: Sent<'feedback'>['contact']): string | undefined {
  return typeof reference === 'object' && reference ? String(reference.id) : undefined
}
