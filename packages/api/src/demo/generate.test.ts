import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { kindNames, type RecordKind, validate } from '@tweeluik/schema/records'
import { beforeAll, describe, expect, test } from 'vitest'
import { type DemoChunk, type DemoOptions, generateDemo } from './generate.ts'
import type { Sent } from './records.ts'

const options: DemoOptions = { seed: 7, today: '2026-11-22', timeZone: 'Europe/Amsterdam' }
const few: DemoOptions = { ...options, customers: 400 }
const INSTANT = /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"/g

let chunks: DemoChunk[]
beforeAll(() => {
  chunks = [...generateDemo(options)]
})

function of<Kind extends RecordKind>(kind: Kind, from: DemoChunk[] = chunks): Sent<Kind>[] {
  return from.flatMap(chunk => (chunk.kind === kind ? (chunk.records as Sent<Kind>[]) : []))
}

function digest(lines: Iterable<DemoChunk>): string {
  const hash = createHash('sha256')
  for (const chunk of lines) hash.update(JSON.stringify(chunk))
  return hash.digest('hex')
}

/** Rates, hours and promises may end in days to come; nothing else may. */
const standing = new Set<RecordKind>(['cost-rates', 'calendars', 'sla-policies'])

function instants(from: DemoChunk[]): string[] {
  return from.flatMap(({ kind, records }) =>
    standing.has(kind) ? [] : Array.from(JSON.stringify(records).matchAll(INSTANT), ([, at = '']) => at),
  )
}

const share = (part: number, whole: number) => (100 * part) / whole

describe('the demo company is the same company every time', () => {
  test('another process in another time zone writes the same bytes', () => {
    const program = `
      const { createHash } = await import('node:crypto')
      const { generateDemo } = await import(${JSON.stringify(import.meta.resolve('./generate.ts'))})
      const hash = createHash('sha256')
      for (const chunk of generateDemo(${JSON.stringify(few)})) hash.update(JSON.stringify(chunk))
      process.stdout.write(hash.digest('hex'))`
    const elsewhere = execFileSync(
      process.execPath,
      ['--import', import.meta.resolve('@oxc-node/core/register'), '--input-type=module', '-e', program],
      { env: { TZ: 'America/St_Johns' }, encoding: 'utf8' },
    )
    expect(elsewhere).toBe(digest(generateDemo(few)))
  })

  test('another seed is another company', () => {
    expect(digest(generateDemo({ ...few, seed: 8 }))).not.toBe(digest(generateDemo(few)))
  })

  test('a company of a million begins with the same people, before it has thought of the last', () => {
    const first = (from: Iterable<DemoChunk>) =>
      Iterator.from(from)
        .filter(({ kind }) => kind !== 'investments')
        .take(20)
    expect(digest(first(generateDemo({ ...options, customers: 1_000_000 })))).toBe(digest(first(chunks)))
  })

  test('contacts only leaves out all that is about anything else, and changes no contact', () => {
    const only = [...generateDemo({ ...few, contactsOnly: true })]
    expect(new Set(only.map(({ kind }) => kind))).toEqual(new Set(['cost-rates', 'contacts']))
    const asked = of('contacts', [...generateDemo(few)]).toSorted(byId)
    expect(JSON.stringify(of('contacts', only).toSorted(byId))).toBe(JSON.stringify(asked))
  })
})

describe('every record may pass the door', () => {
  test('each is what its kind allows', () => {
    const second = chunks.findLastIndex(({ kind, source }) => kind === 'customers' && source === 'crm')
    const refused = [...chunks.slice(0, 25), ...chunks.slice(second)].flatMap(({ kind, records }) =>
      records.map(record => validate(kind, JSON.parse(JSON.stringify(record)))).filter(({ ok }) => !ok),
    )
    expect(refused).toEqual([])
  })

  test('ids are used once per source, and so is every mailbox', () => {
    const ids = chunks.flatMap(({ source, kind, records }) => records.map(record => key(source, kind, record)))
    expect(new Set(ids).size).toBe(ids.length)
    const mailboxes = of('customers').flatMap(({ email }) => email ?? [])
    expect(mailboxes).toHaveLength(20_000)
    expect(new Set(mailboxes).size).toBe(mailboxes.length)
  })

  test('every reference leads to a record of the source it names', () => {
    const known = new Set(chunks.flatMap(({ source, kind, records }) => records.map(one => key(source, kind, one))))
    const targets = {
      customer: 'customers',
      contact: 'contacts',
      order: 'orders',
      journey: 'journeys',
      touchpoint: 'touchpoints',
      trigger: 'triggers',
      parent: 'triggers',
      map: 'journey-maps',
      survey: 'surveys',
      calendar: 'calendars',
    } as const
    let references = 0
    const lost = new Set<string>()
    for (const { source, records } of chunks) {
      for (const record of records) {
        for (const [field, kind] of Object.entries(targets)) {
          const value: unknown = Reflect.get(record, field)
          if (value === undefined) continue
          references++
          const target = isReference(value) ? key(value.source, kind, value) : key(source, kind, { id: value })
          if (!known.has(target)) lost.add(target)
        }
      }
    }
    expect(references).toBeGreaterThan(1_000_000)
    expect([...lost]).toEqual([])
  })

  test('money has at most two decimals and refunds never exceed their order', () => {
    const odd = of('orders').filter(({ amount, margin, refunds }) => {
      const refunded = (refunds ?? []).map(refund => Number(refund.amount))
      const inCents = [amount, margin, ...refunded].every(sum => /^\d+(\.\d{1,2})?$/.test(String(sum)))
      return !inCents || refunded.reduce((total, sum) => total + sum, 0) > Number(amount)
    })
    expect(odd).toEqual([])
  })
})

describe('time', () => {
  test('nothing has happened after today, and today something has', () => {
    const lastMs = instants(chunks).reduce((latest, at) => Math.max(latest, Date.parse(at)), 0)
    expect(new Date(lastMs).toISOString()).toMatch(/^2026-11-22T(1[2-9]|2[0-2])/)
  })

  test('now cuts the running day: what runs has no end yet, and nothing else changes', () => {
    const now = '2026-11-22T10:00:00.000Z'
    const cut = [...generateDemo({ ...options, now: new Date(now) })]
    expect(instants(cut).every(at => at <= now)).toBe(true)
    const running = of('contacts', cut).filter(({ closedAt }) => !closedAt)
    expect(running.length).toBeGreaterThan(0)
    expect(running.every(({ outcome, resolvedAt, talkSeconds }) => !outcome && !resolvedAt && !talkSeconds)).toBe(true)
    const ended = of('contacts', cut).flatMap(contact => (contact.closedAt ? JSON.stringify(contact) : []))
    const told = new Set(of('contacts').map(contact => JSON.stringify(contact)))
    expect(ended.length).toBeGreaterThan(50_000)
    expect(ended.filter(contact => !told.has(contact))).toEqual([])
  })

  test('contacts and answers reach two years back, orders three', () => {
    const earliest = (dates: string[]) => dates.toSorted()[0]?.slice(0, 7)
    expect(earliest(of('contacts').map(({ openedAt }) => openedAt))).toBe('2024-11')
    expect(earliest(of('feedback').map(({ at }) => at))).toBe('2024-11')
    expect(earliest(of('orders').map(({ at }) => at))).toBe('2023-11')
  })

  test.each(['2024-02-29', '2025-03-30', '2027-01-01', '2027-06-02'])('a company can be made on %s', today => {
    const made = [...generateDemo({ ...few, customers: 200, today })]
    expect(instants(made).every(at => at.slice(0, 10) <= today)).toBe(true)
    expect(of('contacts', made).length).toBeGreaterThan(300)
  })
})

describe('the first block serves a dashboard alone', () => {
  const isBlockStart = ({ kind, source }: DemoChunk) => kind === 'customers' && source === 'crm'

  test('what records refer to comes first, then two thousand customers with all that is about them', () => {
    const first = chunks.findIndex(isBlockStart)
    expect(new Set(chunks.slice(0, first).map(({ kind }) => kind))).toEqual(
      new Set([...standing, 'touchpoints', 'triggers', 'journey-maps', 'annotations', 'exchange-rates', 'investments']),
    )
    const second = chunks.findIndex((chunk, index) => index > first && isBlockStart(chunk))
    const block = chunks.slice(first, second)
    const people = new Set(of('customers', block).flatMap(({ id, anonymous }) => (anonymous ? [] : id)))
    expect(people.size).toBe(2_001)
    const later = chunks.slice(second).flatMap(({ records }) => records)
    expect(later.filter(record => people.has(customerOf(record) ?? ''))).toEqual([])
    const weeks = new Set(of('contacts', block).map(({ openedAt }) => Math.floor(Date.parse(openedAt) / 604_800_000)))
    expect(weeks.size).toBeGreaterThanOrEqual(105)
  })

  test('Anja is the first, and her story is told as she lived it', () => {
    const block = chunks.slice(0, chunks.findIndex(({ kind }) => kind === 'exposures') + 1)
    expect(of('customers', block).find(({ segment }) => segment)?.name).toBe('Anja de Vries')
    const known = ['C-48213', '10021', 'v-8f3c21']
    const hers = <T extends object>(records: T[]) => records.filter(record => known.includes(customerOf(record) ?? ''))
    expect(hers(of('interactions', block)).map(({ touchpoint }) => touchpoint)).toEqual([
      ...[
        'search',
        'blog',
        'product-page',
        'ad',
        'product-page',
        'cart',
        'payment',
        'delivery',
        'first-run',
        'invoice',
      ],
      ...['product-page', 'delivery', 'delivery', 'delivery'],
    ])
    expect(hers(of('contacts', block)).map(({ channel, trigger }) => [channel, trigger])).toEqual([
      ['chat', 'size-advice'],
      ['email', 'unclear-invoice'],
      ['phone', 'unclear-invoice'],
    ])
    const chat = of('contact-events', block).filter(({ contact }) => contact === 'anja-1')
    expect(chat.find(({ type }) => type === 'channel_switched')).toMatchObject({ channel: 'video', agent: 'Alfredo' })
    expect(hers(of('orders', block)).reduce((sum, { amount }) => sum + Number(amount) * 100, 0)).toBe(46_470)
    expect(hers(of('feedback', block)).map(({ kind, score }) => [kind, score])).toEqual([
      ['transactional_nps', 10],
      ['ces', 7],
      ['ces', 3],
      ['relational_nps', 7],
      ['review', 5],
      ['relational_nps', 9],
    ])
  })
})

describe('what happened to a contact', () => {
  let stories: { contact: Sent<'contacts'>; events: Sent<'contact-events'>[] }[]
  beforeAll(() => {
    const byContact = Map.groupBy(of('contact-events'), ({ contact }) => contact)
    stories = of('contacts').flatMap(contact => {
      const events = byContact.get(contact.id)
      return events ? [{ contact, events }] : []
    })
  })

  test('is told of written contacts, in time and never before the contact', () => {
    expect(of('contact-events').length).toBeLessThan(40_000)
    expect(stories.length).toBeGreaterThan(3_000)
    expect(new Set(of('contact-events').map(({ type }) => type)).size).toBe(10)
    const late = stories.filter(({ contact, events }) => events.some(({ at }) => at < contact.openedAt))
    expect(late).toEqual([])
  })

  test('says what the contact itself says', () => {
    const odd = stories.filter(({ contact, events }) => {
      const moments = (type: string) => events.flatMap(event => (event.type === type ? event.at : []))
      const said = {
        answeredAt: moments('answered')[0],
        resolvedAt: moments('resolved')[0],
        closedAt: moments('closed')[0],
        transfers: moments('transferred').length,
        reopens: moments('reopened').length,
        agentReplies: moments('agent_replied').length,
      }
      const { answeredAt, resolvedAt, closedAt, transfers = 0, reopens = 0, agentReplies = 0 } = contact
      const own = { answeredAt, resolvedAt, closedAt, transfers, reopens, agentReplies }
      return closedAt && JSON.stringify(said) !== JSON.stringify(own)
    })
    expect(odd).toEqual([])
  })
})

describe('an analyst believes it', () => {
  test('as many records as promised', () => {
    expect(of('customers').filter(({ segment }) => segment)).toHaveLength(20_000)
    expect(of('contacts').length).toBeGreaterThan(57_000)
    expect(of('contacts').length).toBeLessThan(63_000)
    expect(of('feedback').length).toBeGreaterThan(30_000)
    expect(of('feedback').length).toBeLessThan(36_000)
  })

  test('the whole company is no larger than a start can fill in', () => {
    const counts = chunks.reduce((sum, { records }) => sum + records.length, 0)
    expect(counts).toBeLessThan(480_000)
    expect(of('interactions').length).toBeGreaterThan(120_000)
    expect(of('interactions').length).toBeLessThan(200_000)
  })

  test('every kind of record is there, with both brands in those about customers', () => {
    expect(new Set(chunks.map(({ kind }) => kind))).toEqual(new Set(kindNames))
    for (const kind of ['journeys', 'interactions', 'contact-events', 'surveys', 'exposures'] as const) {
      expect(new Set(of(kind).map(({ brand }) => brand))).toEqual(new Set(['Loopwijs', 'Veldspoor']))
    }
  })

  test('people are asked less often than they are helped, and half of them answer', () => {
    const sent = of('surveys').filter(({ skipped }) => !skipped)
    const answered = new Set(of('feedback').flatMap(({ survey }) => survey ?? []))
    const rate = share(sent.filter(({ id }) => answered.has(id)).length, sent.length)
    expect(rate).toBeGreaterThan(45)
    expect(rate).toBeLessThan(58)
    expect(of('surveys').length).toBeGreaterThan(sent.length)
    expect(of('surveys').filter(({ id, skipped }) => skipped && answered.has(id))).toEqual([])
  })

  test('of orders in pounds most can be exchanged', () => {
    const fixed = new Set(of('exchange-rates').map(({ day }) => day))
    const inPounds = of('orders').filter(({ currency }) => currency === 'GBP')
    expect(inPounds.length).toBeGreaterThan(300)
    expect(inPounds.every(({ brand }) => brand === 'Veldspoor')).toBe(true)
    expect(share(inPounds.filter(({ at }) => fixed.has(at.slice(0, 10))).length, inPounds.length)).toBeGreaterThan(95)
  })

  test('a week of the last year holds a hundred answers and more of each kind that is shown by week', () => {
    for (const kind of ['relational_nps', 'transactional_nps', 'ces']) {
      const answers = of('feedback').filter(answer => answer.kind === kind && answer.at >= '2025-11-23')
      expect(answers.length / 52).toBeGreaterThan(100)
    }
  })

  test('scores lie where a decent shop has them', () => {
    const nps = (kind: string) => {
      const scores = of('feedback').flatMap(answer => (answer.kind === kind ? [answer.score] : []))
      return share(scores.filter(score => score >= 9).length - scores.filter(score => score <= 6).length, scores.length)
    }
    const ease = of('feedback').flatMap(answer => (answer.kind === 'ces' ? [answer.score] : []))
    expect(nps('relational_nps')).toBeGreaterThan(30)
    expect(nps('relational_nps')).toBeLessThan(45)
    expect(nps('transactional_nps')).toBeGreaterThan(40)
    expect(nps('transactional_nps')).toBeLessThan(55)
    expect(share(ease.filter(score => score >= 5).length, ease.length)).toBeGreaterThan(65)
    expect(share(ease.filter(score => score >= 5).length, ease.length)).toBeLessThan(75)
  })

  test('about two orders in five are a repeat purchase, in the first year as in the second', () => {
    const before = new Set<string | undefined>()
    const years = { '2024-11-22': { orders: 0, repeats: 0 }, '2025-11-22': { orders: 0, repeats: 0 } }
    for (const order of of('orders').toSorted((a, b) => a.at.localeCompare(b.at))) {
      const year = order.at >= '2025-11-22' ? years['2025-11-22'] : years['2024-11-22']
      if (order.at >= '2024-11-22') {
        year.orders++
        if (before.has(customerOf(order))) year.repeats++
      }
      before.add(customerOf(order))
    }
    for (const { orders, repeats } of Object.values(years)) {
      expect(share(repeats, orders)).toBeGreaterThan(38)
      expect(share(repeats, orders)).toBeLessThan(46)
    }
  })

  test('Monday is the busiest day, nobody phones on Sunday, and Black Friday week takes half as many orders again', () => {
    const perWeekday = [0, 0, 0, 0, 0, 0, 0]
    for (const { openedAt } of of('contacts')) {
      const weekday = new Date(openedAt).getUTCDay()
      perWeekday[weekday] = (perWeekday[weekday] ?? 0) + 1
    }
    expect(Math.max(...perWeekday)).toBe(perWeekday[1])
    expect(Math.min(...perWeekday)).toBe(perWeekday[0])
    const phoned = of('contacts').filter(one => one.channel === 'phone' && one.initiatedBy === 'customer')
    expect(phoned.filter(({ openedAt }) => new Date(openedAt).getUTCDay() === 0)).toEqual([])
    const ordersIn = (from: string, to: string) => of('orders').filter(({ at }) => at >= from && at < to).length
    expect(ordersIn('2025-11-24', '2025-12-01') / ordersIn('2025-10-27', '2025-11-03')).toBeGreaterThan(1.4)
  })

  test('comments fit their score and seldom repeat', () => {
    const comments = of('feedback').flatMap(({ comment }) => comment ?? [])
    expect(comments.length).toBeGreaterThan(8_000)
    expect(new Set(comments).size / comments.length).toBeGreaterThan(0.45)
    expect(comments.filter(comment => /[{}]/.test(comment))).toEqual([])
    const thanks = of('feedback').filter(({ comment }) => comment?.includes('Blije klant'))
    expect(thanks.length).toBeGreaterThan(0)
    expect(thanks.every(({ kind, score }) => score >= (kind === 'csat' || kind === 'review' ? 4 : 6))).toBe(true)
  })
})

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1
}

function isReference(value: unknown): value is { source: string; id: string } {
  return typeof value === 'object' && value !== null && 'source' in value && 'id' in value
}

function customerOf(record: object): string | undefined {
  const customer: unknown = Reflect.get(record, 'customer')
  return isReference(customer) ? customer.id : undefined
}

function key(source: string, kind: RecordKind, record: object): string {
  return JSON.stringify([source, kind, Reflect.get(record, 'id')])
}
