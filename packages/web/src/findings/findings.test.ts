import { describe, expect, it } from 'vitest'
import type { Language, Notation } from '../format/figures.ts'
import { minus, noBreak } from '../format/figures.ts'
import { wordsFor } from '../i18n/words.ts'
import { type Grouped, scalesOf } from './bars.ts'
import { faceOf, notationOf } from './card.ts'
import { verdictOf } from './change.ts'
import { headline } from './headline.ts'
import { hingeName, hingeSentence, type Side } from './hinge.ts'
import { allPairs, type CardKey, keysOf, type Metric, pairs } from './metric.ts'
import { plain } from './phrase.ts'
import { sampleMetric } from './sample.ts'

const t = (language: Language) => wordsFor(language).getFixedT(language)

function side(key: CardKey, metric: Metric, language: Language): Side {
  const notation: Notation = notationOf(metric, language)
  return { key, metric, notation, per: key === 'REVENUE_PER_CUSTOMER' ? t(language)('per.WEEK') : null }
}

const sentence = (cx: Metric, service: Metric, language: Language) =>
  plain(
    hingeSentence(
      side(cx.definition.key as CardKey, cx, language),
      side(service.definition.key as CardKey, service, language),
      t(language),
    ),
  )

describe('a verdict', () => {
  it('takes the better side from the definition, not from the sign', () => {
    expect(verdictOf(sampleMetric('AHT', { difference: -19 }))).toBe('better')
    expect(verdictOf(sampleMetric('AHT', { difference: 19 }))).toBe('worse')
    expect(verdictOf(sampleMetric('CES', { difference: -0.03 }))).toBe('worse')
    expect(verdictOf(sampleMetric('CES', { difference: 0.03, direction: 'NONE' }))).toBe('moved')
  })

  it('takes significance from the server', () => {
    expect(verdictOf(sampleMetric('CES', { difference: 0.3, significant: false }))).toBe('same')
  })

  it('leaves open what was not tested for chance, and never calls it the same', () => {
    expect(verdictOf(sampleMetric('SERVICE_COST', { difference: 3000, significant: null }))).toBe('untested')
    expect(verdictOf(sampleMetric('SERVICE_COST', { difference: 0, significant: null }))).toBe('untested')
    expect(verdictOf(sampleMetric('SERVICE_COST', { difference: 3000, significant: null, suppressed: true }))).toBe(
      'unknown',
    )
  })

  it('gives no good or bad to what is too thin or has nothing beside it', () => {
    expect(verdictOf(sampleMetric('CES', { difference: 0.3, suppressed: true }))).toBe('unknown')
    expect(verdictOf(sampleMetric('CES'))).toBe('unknown')
    expect(verdictOf(undefined)).toBe('unknown')
  })
})

describe('a hinge', () => {
  it('has nine names, one for each pair of sides, and one for what cannot be compared', () => {
    const verdicts = ['better', 'same', 'worse'] as const
    const names = verdicts.flatMap(cx => verdicts.map(service => hingeName(cx, service)))
    expect(new Set(names).size).toBe(9)
    expect(hingeName('worse', 'better')).toBe('paidByCustomer')
    expect(hingeName('better', 'worse')).toBe('boughtWithCost')
    expect(hingeName('unknown', 'worse')).toBe('notComparable')
  })

  const ces = sampleMetric('CES', { value: 0.684, difference: -0.036 })
  const aht = sampleMetric('AHT', { value: 390, difference: -19 })

  it('says that two changes went together', () => {
    expect(sentence(ces, aht, 'nl')).toBe(
      `Handeltijd ${minus}19${noBreak}s gaat samen met gemak ${minus}3,6${noBreak}punt.`,
    )
    expect(sentence(ces, aht, 'en')).toBe(
      `Handling time ${minus}19${noBreak}s goes with ease ${minus}3.6${noBreak}points.`,
    )
  })

  it('says which side held when only one moved', () => {
    const relation = sampleMetric('RELATIONAL_NPS', { value: 31.7, difference: -5.1 })
    const contact = sampleMetric('TRANSACTIONAL_NPS', { value: 44.4, difference: 0.3, significant: false })
    expect(sentence(relation, contact, 'nl')).toBe(`Het contact houdt +44; de relatie zakte 5,1${noBreak}punt.`)
    expect(sentence(relation, contact, 'en')).toBe(`The contact holds at +44; the relation fell 5.1${noBreak}points.`)
  })

  it('says money with its sign before the currency, and per what', () => {
    const revenue = sampleMetric('REVENUE_PER_CUSTOMER', { value: 27.03, difference: 0.77 })
    const cost = sampleMetric('COST_PER_CONTACT', { value: 6.7, difference: -0.19 })
    expect(sentence(revenue, cost, 'nl')).toBe(
      `Kosten per contact ${minus}€${noBreak}0,19 gaat samen met omzet per klant +€${noBreak}0,77 per week.`,
    )
  })

  it('says so when nothing moved, and which side is too thin', () => {
    const still = sampleMetric('CES', { difference: 0.001, significant: false })
    const stillToo = sampleMetric('AHT', { difference: 1, significant: false })
    expect(sentence(still, stillToo, 'nl')).toBe('Geen duidelijk verschil in deze periode.')
    expect(sentence(sampleMetric('CES', { value: null, n: 0, difference: 1 }), stillToo, 'en')).toBe(
      'Too few answers on the side of experience.',
    )
    expect(sentence(sampleMetric('CES', { value: null }), stillToo, 'en')).toBe(
      'The whole period cannot be told in one figure; its steps can.',
    )
  })

  it('shows both differences where one was not tested for chance, and calls neither side steady', () => {
    const cost = sampleMetric('SERVICE_COST', { value: 48_000, difference: 3000, significant: null })
    for (const significant of [true, false, null]) {
      const value = sampleMetric('CUSTOMER_LIFETIME_VALUE', { value: 340, difference: -4, significant })
      expect(sentence(value, cost, 'nl')).toBe(
        `Servicekosten +€${noBreak}3.000, klantwaarde ${minus}€${noBreak}4,00; niet op toeval getoetst.`,
      )
      expect(hingeName(verdictOf(value), verdictOf(cost))).toBe('untested')
    }
  })

  it('never claims a cause, keeps to 90 characters and to one full stop', () => {
    const untested = 0.02
    const changes = [-0.036, 0.036, 0.001, untested]
    for (const language of ['nl', 'en'] as const) {
      for (const pair of allPairs) {
        for (const [cxChange, serviceChange] of changes.flatMap(a => changes.map(b => [a, b] as const))) {
          const metric = (key: CardKey, change: number) =>
            sampleMetric(key, {
              value: key === 'AHT' ? 390 : key.endsWith('NPS') ? 44.4 : 0.684,
              difference: key === 'AHT' || key.endsWith('NPS') ? change * 1000 : change,
              significant: change === untested ? null : Math.abs(change) > 0.01,
            })
          const said = sentence(metric(pair.cx, cxChange), metric(pair.service, serviceChange), language)
          expect(said.length, said).toBeLessThanOrEqual(90)
          expect(said).toMatch(/^[^a-z].*\.$/)
          expect(said).not.toMatch(/\b(door|omdat|leidt|because|leads|causes|due)\b/i)
        }
      }
    }
  })
})

describe('the page sentence', () => {
  const metrics = [
    sampleMetric('CES', { difference: -0.036, interval: { low: 0.678, high: 0.69 } }),
    sampleMetric('REPEAT_PURCHASE_RATE', { difference: -0.011, interval: { low: 0.393, high: 0.399 } }),
    sampleMetric('COST_PER_CONTACT', { difference: -0.19, interval: { low: 6.67, high: 6.73 } }),
    sampleMetric('TRANSACTIONAL_NPS', { difference: 0.3, significant: false }),
  ]
  const said = (given: Metric[], language: Language) => headline(given, keysOf(pairs), language, t(language))

  it('tells what got better, then what got worse, with verbs', () => {
    expect(said(metrics, 'nl')).toBe('Een contact werd goedkoper; gemak en herhaalaankoop daalden.')
    expect(said(metrics, 'en')).toBe('A contact became cheaper; ease and repeat purchase went down.')
  })

  it('tells at most three findings, the clearest first', () => {
    const all = keysOf(pairs).map((key, index) =>
      sampleMetric(key, { difference: -(index + 1), interval: { low: 0, high: 1 } }),
    )
    const told = said(all, 'en')
    expect(told).toBe('A contact became cheaper; a customer brought in less and ease went down.')
  })

  it('says so when nothing changed, nothing is there, or nothing can be compared', () => {
    expect(said([sampleMetric('CES', { difference: 0.1, significant: false })], 'nl')).toBe(
      'Geen duidelijke verandering in deze periode.',
    )
    expect(said([sampleMetric('CES', { difference: 0.1, significant: null })], 'en')).toBe(
      'Whether anything changed cannot be tested for this period.',
    )
    expect(said([sampleMetric('CES', { value: null })], 'en')).toBe('No figures in this period yet.')
    expect(said([sampleMetric('CES')], 'nl')).toBe('Er is nog geen eerdere periode om mee te vergelijken.')
  })
})

describe('the face of a card', () => {
  it.each([
    [undefined, 'loading', 'loading'],
    [undefined, 'ready', 'failed'],
    [undefined, 'failed', 'failed'],
    [sampleMetric('CES', { value: null, n: null, suppressed: true }), 'ready', 'withheld'],
    [sampleMetric('CES', { value: null, n: 0, suppressed: true }), 'ready', 'empty'],
    [sampleMetric('CES', { value: null, n: 12, suppressed: false }), 'ready', 'empty'],
    [sampleMetric('CES', { n: 18, suppressed: true }), 'ready', 'few'],
    [sampleMetric('CES'), 'stale', 'stale'],
    [sampleMetric('CES'), 'ready', 'normal'],
  ] as const)('%#', (metric, state, face) => {
    expect(faceOf(metric, state)).toBe(face)
  })
})

describe('bars beside each other', () => {
  const grouped = (unit: string, overall: number, ...bars: [value: number, high: number][]): Grouped => ({
    notFilteredBy: [],
    definition: { key: 'CES', name: 'Ease', unit, params: [] },
    total: { value: overall },
    series: bars.map(([value, high], index) => ({
      keys: [{ dimension: 'CHANNEL', value: String(index), other: false, label: String(index) }],
      total: { value, n: 100, suppressed: false, interval: { low: value, high }, compared: { value } },
    })),
  })

  it('share one scale with all of their unit, and with no other', () => {
    const scales = scalesOf([
      grouped('share', 0.7, [0.6, 0.65]),
      grouped('points', 20, [-10, 5], [30, 34]),
      grouped('share', 0.3, [0.2, 0.9]),
      grouped('count', 500, [90, 100]),
    ])
    expect(Object.fromEntries(scales)).toEqual({ share: [0, 0.9], points: [-10, 34], count: [0, 100] })
  })
})
