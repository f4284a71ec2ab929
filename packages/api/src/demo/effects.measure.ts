import type { RecordKind } from '@tweeluik/schema/records'
import type { Calendar } from './calendar.ts'
import { regionalTeams } from './company.ts'
import { effectPeriods, plantedEffects } from './effects.ts'
import type { DemoChunk } from './generate.ts'
import { purchaseMap } from './journey-maps.ts'
import type { Sent } from './records.ts'

const DAY_MS = 86_400_000
const WEEK_MS = 7 * DAY_MS
const HALF_YEAR_MS = 180 * DAY_MS
const YEAR_MS = 365 * DAY_MS
/** Triggers whose contacts an effect multiplies, takes away or brings: nothing to compare the others with. */
const moved = new Set(['unclear-invoice', 'where-is-my-parcel', 'parcel-elsewhere', 'change-address', 'late-order'])

type Contact = Sent<'contacts'>
type Answer = Sent<'feedback'>
type Order = Sent<'orders'>

/** What a view would find, from the records alone; every figure is a comparison with what its effect does not touch. */
export interface Measured {
  invoiceContactFactor: number
  invoiceEasePoints: number
  pushHandleFactor: number
  pushFixPoints: number
  pushRelationalPoints: number
  mailContactFactor: number
  mailDisplacedShare: number
  haloGapPoints: number
  silentChurnPoints: number
  detourShare: number
  loyalReturnPoints: number
  loyalRelationalPoints: number
}

/** How the team that took the short work looks to whoever compares its figures, and with the mix of work held fixed. */
export interface MeasuredMix {
  handleFactor: number
  npsPoints: number
  handleFactorFixedMix: number
  npsPointsFixedMix: number
}

interface Told {
  calendar: Calendar
  /** In time. */
  contacts: Contact[]
  /** In time. */
  byCustomer: Map<string, Contact[]>
  answers: Answer[]
  /** Of one customer, in time. */
  orders: Map<string, Order[]>
  segments: Map<string, string>
  chunks: DemoChunk[]
}

export function measure(chunks: DemoChunk[], calendar: Calendar): Measured & MeasuredMix {
  const inTime = <T>(records: T[], at: (record: T) => string) =>
    records.toSorted((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0))
  const contacts = inTime(records('contacts', chunks), ({ openedAt }) => openedAt)
  const told: Told = {
    calendar,
    contacts,
    byCustomer: Map.groupBy(contacts, ({ customer }) => idOf(customer)),
    answers: records('feedback', chunks),
    orders: Map.groupBy(
      inTime(records('orders', chunks), ({ at }) => at),
      ({ customer }) => idOf(customer),
    ),
    segments: new Map(records('customers', chunks).map(({ id, segment }) => [id, segment ?? ''])),
    chunks,
  }
  return {
    ...invoice(told),
    ...push(told),
    ...relation(told),
    ...mail(told),
    haloGapPoints: halo(told),
    silentChurnPoints: silence(told),
    detourShare: detours(told),
    ...loyalty(told),
    ...mix(told),
  }
}

export function records<Kind extends RecordKind>(kind: Kind, chunks: DemoChunk[]): Sent<Kind>[] {
  return chunks.flatMap(chunk => (chunk.kind === kind ? (chunk.records as Sent<Kind>[]) : []))
}

function periodsOf(calendar: Calendar) {
  return effectPeriods(plantedEffects, calendar)
}

function invoice({ contacts, answers, calendar }: Told) {
  const { from, to } = periodsOf(calendar).unclearInvoice
  const inWindow = ({ openedAt }: Contact) => isBetween(openedAt, from, to, calendar)
  const onInvoice = contacts.filter(({ trigger }) => trigger === 'unclear-invoice')
  const onOther = contacts.filter(({ trigger }) => typeof trigger === 'string' && !moved.has(trigger))
  const odds = (some: Contact[]) => some.filter(inWindow).length / some.filter(one => !inWindow(one)).length
  const byId = new Map(onInvoice.map(contact => [contact.id, contact]))
  const eases = answers.flatMap(answer => {
    const contact = answer.kind === 'ces' ? byId.get(idOf(answer.contact)) : undefined
    return contact ? [{ during: inWindow(contact), easy: answer.score >= 5 ? 100 : 0 }] : []
  })
  const ease = (during: boolean) => average(eases.flatMap(one => (one.during === during ? one.easy : [])))
  return { invoiceContactFactor: odds(onInvoice) / odds(onOther), invoiceEasePoints: ease(true) - ease(false) }
}

function push({ contacts, calendar }: Told) {
  const { from } = periodsOf(calendar).handlingPush
  const cell = ({ team, openedAt }: Contact, value: number) => ({
    team: team === 'Noord',
    after: isBetween(openedAt, from, calendar.days, calendar),
    value,
  })
  const seconds = contacts
    .filter(one => one.talkSeconds && isRegional(one) && one.initiatedBy === 'customer')
    .map(one => cell(one, handleSeconds(one)))
  const fixes = firstContacts(contacts)
    .filter(({ first }) => isRegional(first) && isBetween(first.openedAt, 0, calendar.days - 8, calendar))
    .map(({ first, fixed }) => cell(first, fixed ? 100 : 0))
  const [handle, fix] = [contrast(seconds), contrast(fixes)]
  return {
    pushHandleFactor: handle.after.team / handle.after.others / (handle.before.team / handle.before.others),
    pushFixPoints: fix.after.team - fix.after.others - (fix.before.team - fix.before.others),
  }
}

function relation({ byCustomer, answers, calendar }: Told) {
  const { relationFrom } = periodsOf(calendar).handlingPush
  const scores = relational(answers).flatMap(({ customer, at, value }) => {
    const latest = byCustomer.get(customer)?.findLast(({ openedAt, team }) => openedAt < at && team)
    const after = isBetween(at, relationFrom, calendar.days, calendar)
    return latest ? [{ touched: latest.team === 'Noord' && after, value }] : []
  })
  const mean = (touched: boolean) => average(scores.flatMap(one => (one.touched === touched ? one.value : [])))
  return { pushRelationalPoints: mean(true) - mean(false) }
}

/** Chains on the trigger against chains on others; of those that are missing, how many came back as another. */
function mail({ contacts, calendar }: Told) {
  const { from } = periodsOf(calendar).deliveryMail
  const firsts = firstContacts(contacts).map(({ first }) => first)
  const isAfter = ({ openedAt }: Contact) => isBetween(openedAt, from, calendar.days, calendar)
  const count = (wanted: (contact: Contact) => boolean) => {
    const after = firsts.filter(contact => wanted(contact) && isAfter(contact)).length
    return { after, before: firsts.filter(contact => wanted(contact) && !isAfter(contact)).length }
  }
  const onParcel = count(({ trigger }) => trigger === 'where-is-my-parcel')
  const byChat = count(({ trigger, channel }) => trigger === 'parcel-elsewhere' && channel === 'chat')
  const other = count(({ trigger }) => typeof trigger === 'string' && !moved.has(trigger))
  const growth = other.after / other.before
  const missing = onParcel.before * growth - onParcel.after
  return {
    mailContactFactor: onParcel.after / (onParcel.before * growth),
    mailDisplacedShare: (byChat.after - byChat.before * growth) / Math.max(missing, onParcel.before * growth * 0.1),
  }
}

/** Relational NPS within 90 days after a contact on the trigger, against others who had a contact. */
function halo({ byCustomer, answers }: Told) {
  const scores = relational(answers).flatMap(({ customer, at, value }) => {
    const until = Date.parse(at)
    const recent = (byCustomer.get(customer) ?? []).filter(({ openedAt }) => {
      const since = until - Date.parse(openedAt)
      return since > 0 && since <= 90 * DAY_MS
    })
    if (recent.some(({ trigger }) => trigger === 'refund-not-received')) return [{ asked: true, value }]
    return recent.length > 0 && recent.every(({ topic }) => topic !== 'Retour') ? [{ asked: false, value }] : []
  })
  const mean = (asked: boolean) => average(scores.flatMap(one => (one.asked === asked ? one.value : [])))
  return mean(false) - mean(true)
}

/** Share without another order within half a year: after a late one nobody complained of, against others of its month. */
function silence({ chunks, orders, byCustomer, calendar }: Told) {
  const exposures = Map.groupBy(
    records('exposures', chunks).filter(({ trigger }) => idOf(trigger) === 'late-order'),
    ({ customer }) => idOf(customer),
  )
  const months = new Map<string, { silent: number[]; inTime: number[] }>()
  const until = calendar.nowMs - HALF_YEAR_MS
  for (const [customer, theirs] of orders) {
    for (const [index, { at }] of theirs.entries()) {
      const placed = Date.parse(at)
      if (placed > until || placed < calendar.startMs(calendar.firstContactDay)) continue
      const within = (instant: string, days: number) =>
        Date.parse(instant) > placed && Date.parse(instant) - placed <= days * DAY_MS
      const late = exposures.get(customer)?.some(exposure => within(exposure.at, 6))
      const told = byCustomer.get(customer)?.some(one => one.trigger === 'late-order' && within(one.openedAt, 21))
      if (late && told) continue
      const next = theirs[index + 1]
      const isLost = !next || Date.parse(next.at) - placed > HALF_YEAR_MS
      const month = months.get(at.slice(0, 7)) ?? { silent: [], inTime: [] }
      month[late ? 'silent' : 'inTime'].push(isLost ? 100 : 0)
      months.set(at.slice(0, 7), month)
    }
  }
  const shares = [...months.values()].flatMap(({ silent, inTime }) => silent.map(lost => lost - average(inTime)))
  return average(shares)
}

/** Of journeys that were paid and delivered, the share with a contact between the two. */
function detours({ chunks, contacts }: Told) {
  const onMap = new Set(records('journeys', chunks).flatMap(({ id, map }) => (map === purchaseMap ? id : [])))
  const moments = (touchpoint: string) =>
    new Map(
      records('interactions', chunks).flatMap(one =>
        one.touchpoint === touchpoint && onMap.has(String(one.journey)) ? [[String(one.journey), one.at]] : [],
      ),
    )
  const delivered = moments('delivery')
  const paid = [...moments('payment')].filter(([journey]) => delivered.has(journey))
  const asked = Map.groupBy(contacts, ({ journey }) => idOf(journey))
  const led = paid.filter(([journey, at]) =>
    asked.get(journey)?.some(({ openedAt }) => openedAt > at && openedAt < (delivered.get(journey) ?? '')),
  )
  return led.length / paid.length
}

function loyalty({ orders, answers, segments, calendar }: Told) {
  const returns = new Map<string, number[]>([
    ['Vereniging', []],
    ['Vaste loper', []],
  ])
  const relations = new Map<string, number[]>([
    ['Vereniging', []],
    ['Vaste loper', []],
  ])
  for (const [customer, theirs] of orders) {
    for (const [index, { at }] of theirs.entries()) {
      const placed = Date.parse(at)
      if (placed > calendar.nowMs - YEAR_MS || placed < calendar.startMs(calendar.firstContactDay)) continue
      const next = theirs[index + 1]
      const isBack = next && Date.parse(next.at) - placed <= YEAR_MS
      returns.get(segments.get(customer) ?? '')?.push(isBack ? 100 : 0)
    }
  }
  for (const { customer, value } of relational(answers)) relations.get(segments.get(customer) ?? '')?.push(value)
  const gap = (values: Map<string, number[]>) =>
    average(values.get('Vereniging') ?? []) - average(values.get('Vaste loper') ?? [])
  return { loyalReturnPoints: gap(returns), loyalRelationalPoints: gap(relations) }
}

/** The team that took the short work, before and after, against one that kept its own. */
function mix({ contacts, answers, calendar }: Told): MeasuredMix {
  const { from } = periodsOf(calendar).dividedWork
  const cell = (contact: Contact, value: number) => ({
    team: contact.team,
    after: isBetween(contact.openedAt, from, calendar.days, calendar),
    work: `${contact.topic} ${contact.channel}`,
    value,
  })
  const handled = contacts.filter(one => one.talkSeconds && one.initiatedBy === 'customer')
  const seconds = handled.map(contact => cell(contact, handleSeconds(contact)))
  const byId = new Map(handled.map(contact => [contact.id, contact]))
  const scores = answers.flatMap(answer => {
    const contact = answer.kind === 'transactional_nps' ? byId.get(idOf(answer.contact)) : undefined
    return contact ? [{ ...cell(contact, balance(answer.score)), work: contact.topic ?? '' }] : []
  })
  const change = (values: Work[], team: string, isFixed: boolean) => {
    const theirs = values.filter(one => one.team === team)
    const [before, after] = [theirs.filter(one => !one.after), theirs.filter(one => one.after)]
    return isFixed ? fixedMix(before, after) : { before: mean(before), after: mean(after) }
  }
  const factor = (isFixed: boolean) => {
    const [west, kept] = [change(seconds, 'West', isFixed), change(seconds, 'Vlaanderen', isFixed)]
    return west.after / west.before / (kept.after / kept.before)
  }
  const points = (isFixed: boolean) => {
    const { before, after } = change(scores, 'West', isFixed)
    return after - before
  }
  return {
    handleFactor: factor(false),
    npsPoints: points(false),
    handleFactorFixedMix: factor(true),
    npsPointsFixedMix: points(true),
  }
}

interface Work {
  team: string | null | undefined
  after: boolean
  work: string
  value: number
}

/** Both periods with the work of the first, as far as the second had it at all. */
function fixedMix(before: Work[], after: Work[]) {
  const [first, second] = [Map.groupBy(before, ({ work }) => work), Map.groupBy(after, ({ work }) => work)]
  let [weight, sumBefore, sumAfter] = [0, 0, 0]
  for (const [work, some] of first) {
    const others = second.get(work)
    if (!others) continue
    weight += some.length
    sumBefore += some.length * mean(some)
    sumAfter += some.length * mean(others)
  }
  return { before: sumBefore / weight, after: sumAfter / weight }
}

/** The first contact of each chain, and whether no other on the issue followed within seven days. */
function firstContacts(contacts: Contact[]) {
  const begun = contacts.filter(({ customer, initiatedBy }) => customer && initiatedBy === 'customer')
  const issues = Map.groupBy(begun, one => `${idOf(one.customer)} ${one.trigger ?? one.topic}`)
  const within = (a: Contact, b?: Contact) => b && Date.parse(b.openedAt) - Date.parse(a.openedAt) <= WEEK_MS
  return [...issues.values()].flatMap(issue =>
    issue.flatMap((first, index) => {
      const previous = issue[index - 1]
      if (previous && within(previous, first)) return []
      return [{ first, fixed: !within(first, issue[index + 1]) }]
    }),
  )
}

function relational(answers: Answer[]) {
  return answers.flatMap(({ kind, customer, at, score }) =>
    kind === 'relational_nps' ? [{ customer: idOf(customer), at, value: balance(score) }] : [],
  )
}

function balance(score: number): number {
  return score >= 9 ? 100 : score <= 6 ? -100 : 0
}

function contrast(cells: { team: boolean; after: boolean; value: number }[]) {
  const part = (after: boolean, team: boolean) =>
    average(cells.flatMap(one => (one.after === after && one.team === team ? one.value : [])))
  return {
    before: { team: part(false, true), others: part(false, false) },
    after: { team: part(true, true), others: part(true, false) },
  }
}

function handleSeconds({ talkSeconds, holdSeconds, wrapSeconds, concurrency }: Contact): number {
  return (talkSeconds ?? 0) / (concurrency ?? 1) + (holdSeconds ?? 0) + (wrapSeconds ?? 0)
}

function isRegional({ team }: Contact): boolean {
  return regionalTeams.some(regional => regional === team)
}

function isBetween(instant: string, fromDay: number, toDay: number, calendar: Calendar): boolean {
  const at = Date.parse(instant)
  return at >= calendar.startMs(fromDay) && (toDay >= calendar.days || at < calendar.startMs(toDay))
}

function mean(cells: { value: number }[]): number {
  return average(cells.map(({ value }) => value))
}

function average(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function idOf(reference: Answer['contact']): string {
  return typeof reference === 'object' && reference ? String(reference.id) : String(reference ?? '')
}
