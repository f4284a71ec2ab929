import type { RecordKind } from '@tweeluik/schema/records'
import { describe, expect, test } from 'vitest'
import { badInputServer, deliver, expectRefusal, NDJSON, receiptIn, sound } from './delivery.ts'

const own = badInputServer()

const AT = '2026-03-01T09:00:00Z'
const step = { touchpoint: 'chat', stage: 'buy' }
const item = { name: 'Greets', weight: 1, score: 1, max: 2 }

describe('a record breaks a rule of its kind: it alone is refused, by the path:', () => {
  test.each<[string, RecordKind, Record<string, unknown>, code: string, path: string]>([
    ['a touchpoint without a channel', 'touchpoints', { channel: undefined }, 'MISSING_FIELD', 'channel'],
    ['neither conscious nor not', 'touchpoints', { awareness: 'half' }, 'UNKNOWN_VALUE', 'awareness'],
    ['an ideal off its scale', 'touchpoints', { ideal: { csat: 8 } }, 'SCORE_OUTSIDE_SCALE', 'ideal.csat'],
    ['an ideal that takes negative time', 'touchpoints', { ideal: { maxSeconds: -1 } }, 'NEGATIVE', 'ideal.maxSeconds'],
    ['an ideal that nobody has', 'touchpoints', { ideal: { nps: 9 } }, 'UNKNOWN_FIELD', 'ideal.nps'],
    ['a trigger that nobody owns', 'triggers', { department: null }, 'MISSING_FIELD', 'department'],
    ['a trigger of another intent', 'triggers', { intent: 'fun' }, 'UNKNOWN_VALUE', 'intent'],
    ['a rate per nothing known', 'triggers', { ratePer: 'days' }, 'UNKNOWN_VALUE', 'ratePer'],
    ['its own parent', 'triggers', { parent: 'bad' }, 'OWN_ANCESTOR', 'parent'],
    ['a map without stages', 'journey-maps', { stages: [] }, 'OUT_OF_RANGE', 'stages'],
    [
      'a stage that stands twice',
      'journey-maps',
      { stages: [1, 2].map(() => ({ id: 'buy', name: 'Buy' })) },
      'DUPLICATE_STAGE',
      'stages.1.id',
    ],
    ['a step in no stage', 'journey-maps', { steps: [{ ...step, stage: 'use' }] }, 'UNKNOWN_STAGE', 'steps.0.stage'],
    ['a touchpoint with two steps', 'journey-maps', { steps: [step, step] }, 'DUPLICATE_STEP', 'steps.1.touchpoint'],
    [
      'a share above one',
      'journey-maps',
      { stages: [{ id: 'buy', name: 'Buy', ideal: { conversion: 2 } }] },
      'OUT_OF_RANGE',
      'stages.0.ideal.conversion',
    ],
    ['a window of eleven years', 'journey-maps', { windowDays: 4_000 }, 'OUT_OF_RANGE', 'windowDays'],
    ['a zone that is none', 'calendars', { zone: 'Europe/Utrecht' }, 'UNKNOWN_ZONE', 'zone'],
    [
      'closing before opening',
      'calendars',
      { hours: { mon: [['17:00', '09:00']] } },
      'HOURS_OUT_OF_ORDER',
      'hours.mon.0',
    ],
    [
      'hours that overlap',
      'calendars',
      {
        hours: {
          tue: [
            ['09:00', '13:00'],
            ['12:00', '17:00'],
          ],
        },
      },
      'HOURS_OUT_OF_ORDER',
      'hours.tue.1',
    ],
    ['a time that no clock shows', 'calendars', { hours: { mon: [['9 uur', '17:00']] } }, 'INVALID', 'hours.mon.0.0'],
    ['a holiday that does not exist', 'calendars', { holidays: ['2026-02-30'] }, 'INVALID_DAY', 'holidays.0'],
    ['a promise of nothing', 'sla-policies', { resolutionSeconds: undefined }, 'MISSING_FIELD', 'firstResponseSeconds'],
    ['a promise about what is not known', 'sla-policies', { where: { agent: 'x' } }, 'UNKNOWN_FIELD', 'where.agent'],
    ['half a version', 'sla-policies', { version: 1.5 }, 'NOT_WHOLE', 'version'],
    ['an annotation that ends on the day it begins', 'annotations', { to: '2026-03-02' }, 'ENDS_BEFORE_START', 'to'],
    ['a rate below zero', 'cost-rates', { perHour: -1 }, 'NEGATIVE', 'perHour'],
    ['a currency against itself', 'exchange-rates', { to: 'USD' }, 'SAME_CURRENCY', 'to'],
    ['a rate of nothing', 'exchange-rates', { rate: 0 }, 'OUT_OF_RANGE', 'rate'],
    ['a day that does not exist', 'exchange-rates', { day: '2026-02-30' }, 'INVALID_DAY', 'day'],
    ['a journey of nobody', 'journeys', { customer: null }, 'MISSING_FIELD', 'customer'],
    [
      'a journey that ends before it begins',
      'journeys',
      { endedAt: '2026-02-01T00:00:00Z' },
      'ENDS_BEFORE_START',
      'endedAt',
    ],
    ['a journey of another outcome', 'journeys', { outcome: 'lost' }, 'UNKNOWN_VALUE', 'outcome'],
    ['an interaction nowhere', 'interactions', { touchpoint: undefined }, 'MISSING_FIELD', 'touchpoint'],
    ['an event of no contact', 'contact-events', { contact: null }, 'MISSING_FIELD', 'contact'],
    ['an event of another type', 'contact-events', { type: 'escalated' }, 'UNKNOWN_VALUE', 'type'],
    ['a switch to no channel', 'contact-events', { type: 'channel_switched' }, 'MISSING_FIELD', 'channel'],
    ['a survey of another kind', 'surveys', { kind: 'mood' }, 'UNKNOWN_VALUE', 'kind'],
    ['a survey that was never sent', 'surveys', { sentAt: undefined }, 'MISSING_FIELD', 'sentAt'],
    ['a review without items', 'quality-reviews', { items: [] }, 'OUT_OF_RANGE', 'items'],
    ['a score above its most', 'quality-reviews', { items: [{ ...item, score: 3 }] }, 'OUT_OF_RANGE', 'items.0.score'],
    [
      'an item that can score nothing',
      'quality-reviews',
      { items: [{ ...item, score: 0, max: 0 }] },
      'OUT_OF_RANGE',
      'items.0.max',
    ],
    ['items that weigh nothing', 'quality-reviews', { items: [{ ...item, weight: 0 }] }, 'OUT_OF_RANGE', 'items'],
    ['an exposure to nothing', 'exposures', { trigger: null }, 'MISSING_FIELD', 'trigger'],
    ['an exposure of nobody', 'exposures', { customer: undefined }, 'MISSING_FIELD', 'customer'],
    ['an investment that brings money in', 'investments', { amount: -1 }, 'NEGATIVE', 'amount'],
    ['an investment of no lens', 'investments', { lens: 'both' }, 'UNKNOWN_VALUE', 'lens'],
    ['an investment for no known purpose', 'investments', { purpose: 'fun' }, 'UNKNOWN_VALUE', 'purpose'],
  ])('%s', async (_name, kind, fields, code, path) => {
    await expectRefusal(own.server, kind, Buffer.from(JSON.stringify({ ...sound[kind]('bad'), ...fields })), code, path)
  })
})

/** Sends records of one source, one delivery after the other; gives the last receipt. */
async function sendAll(kind: RecordKind, ...deliveries: object[][]) {
  let source: string | undefined
  let receipt: ReturnType<typeof receiptIn> | undefined
  for (const records of deliveries) {
    const body = records.map(record => JSON.stringify(record)).join('\n')
    const sent = await deliver(own.server, kind, NDJSON, body, '', source)
    source = sent.source
    receipt = receiptIn(sent)
  }
  if (!receipt) throw new Error('Nothing was sent')
  return receipt
}

const trigger = (id: string, parent?: unknown) => ({ ...sound.triggers(id), parent })

describe('a trigger that would be its own ancestor is refused', () => {
  test('through itself under the name of its source', async () => {
    const { source } = await deliver(own.server, 'triggers', NDJSON, JSON.stringify(trigger('a')))
    const circling = JSON.stringify(trigger('b', { source, id: 'b' }))
    const receipt = receiptIn(await deliver(own.server, 'triggers', NDJSON, circling, '', source))
    expect(receipt.rejections).toMatchObject([{ line: 1, code: 'OWN_ANCESTOR', path: 'parent' }])
  })

  test('through others of its batch, which are refused with it; what hangs on them stays', async () => {
    const receipt = await sendAll('triggers', [
      trigger('a', 'b'),
      trigger('b', 'c'),
      trigger('c', 'a'),
      trigger('leaf', 'a'),
      trigger('root'),
    ])
    expect(receipt).toMatchObject({ received: 5, created: 2, rejected: 3 })
    expect(receipt.rejections.map(({ line, code, path }) => `${line} ${code} ${path}`)).toEqual(
      [1, 2, 3].map(line => `${line} OWN_ANCESTOR parent`),
    )
  })

  test('through stored ones', async () => {
    const receipt = await sendAll(
      'triggers',
      [trigger('a', 'b')],
      [trigger('b', 'c')],
      [trigger('c', 'a'), trigger('d', 'a')],
    )
    expect(receipt).toMatchObject({ received: 2, created: 1, rejected: 1 })
    expect(receipt.rejections).toMatchObject([{ line: 1, code: 'OWN_ANCESTOR', message: expect.stringContaining('a') }])
  })

  test('but not when the batch turns the stored ones round', async () => {
    const receipt = await sendAll('triggers', [trigger('a', 'b'), trigger('b')], [trigger('b', 'a'), trigger('a')])
    expect(receipt).toMatchObject({ received: 2, updated: 2, rejected: 0 })
  })
})

const rate = (id: string, from: string, to?: string) => ({ id, team: 'A', from, to, perHour: 36 })
const dollar = (id: string, day = '2026-03-01') => ({ ...sound['exchange-rates'](id), day })

test('a cost rate that overlaps a stored one is refused, one that begins where that ends is taken', async () => {
  const receipt = await sendAll(
    'cost-rates',
    [rate('one', AT, '2026-06-01T00:00:00Z')],
    [rate('two', '2026-05-01T00:00:00Z'), rate('three', '2026-06-01T00:00:00Z')],
  )
  expect(receipt).toMatchObject({ received: 2, created: 1, rejected: 1 })
  expect(receipt.rejections).toMatchObject([
    { line: 1, code: 'RATE_OVERLAPS', path: 'from', fix: expect.stringContaining('one') },
  ])
})

test('a second rate of two currencies on one day is refused, stored or in one batch; its own id may change it', async () => {
  const receipt = await sendAll(
    'exchange-rates',
    [dollar('one')],
    [dollar('two'), dollar('three', '2026-03-02'), dollar('four', '2026-03-02'), { ...dollar('one'), rate: 0.8 }],
  )
  expect(receipt).toMatchObject({ received: 4, created: 1, updated: 1, rejected: 2 })
  expect(receipt.rejections).toMatchObject([
    { line: 1, code: 'RATE_OVERLAPS', path: 'day', fix: expect.stringContaining('one') },
    { line: 3, code: 'RATE_OVERLAPS', path: 'day', fix: expect.stringContaining('three') },
  ])
})

test('a map that names one touchpoint in two ways is refused; the others of its batch are taken', async () => {
  const { source } = await deliver(own.server, 'journey-maps', NDJSON, JSON.stringify(sound['journey-maps']('sound')))
  const twice = { ...sound['journey-maps']('twice'), steps: [step, { ...step, touchpoint: { source, id: 'chat' } }] }
  const body = [twice, sound['journey-maps']('other')].map(map => JSON.stringify(map)).join('\n')
  const receipt = receiptIn(await deliver(own.server, 'journey-maps', NDJSON, body, '', source))
  expect(receipt).toMatchObject({ received: 2, created: 1, rejected: 1 })
  expect(receipt.rejections).toMatchObject([{ line: 1, code: 'DUPLICATE_STEP', path: 'steps.1.touchpoint' }])
})
