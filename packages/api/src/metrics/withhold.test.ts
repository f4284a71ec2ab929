import { metrics } from '@tweeluik/schema/metrics'
import { describe, expect, test } from 'vitest'
import type { Answer } from './answer.ts'
import { type Figure, figureOf } from './figure.ts'
import { withholdSmall } from './withhold.ts'

const contacts = metrics.get('CONTACTS')
if (!contacts) throw new Error('CONTACTS')
const asked = { metric: contacts, params: {} }
const period = { from: '2026-03-01', to: '2026-03-03' }

const figure = (n: number, before: number | null = null): Figure =>
  figureOf(
    asked,
    { contacts: n },
    {
      period,
      filter: { all: [] },
      today: period.to,
      counts: null,
      compared: before === null ? null : { period, figure: figure(before) },
    },
  )

/** Groups, each with its points; all totals are their sums. */
function answerOf(groups: readonly (readonly number[])[], before: readonly number[] = []): Answer {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const bucket = { start: period.from, end: period.to, ...period }
  return {
    asked,
    period,
    asOf: new Date(0),
    notFilteredBy: [],
    facts: [],
    spread: null,
    rest: null,
    total: figure(sum(groups.flat()), before.length > 0 ? sum(before) : null),
    series: groups.map((points, at) => ({
      keys: [],
      total: figure(sum(points), before[at] ?? null),
      points: points.map(n => ({ bucket, partial: false, figure: figure(n) })),
    })),
  }
}

const shown = ({ withheld, n }: Figure) => (withheld ? null : n)
const totals = (answer: Answer) => answer.series.map(({ total }) => shown(total))
const points = (answer: Answer) => answer.series.map(one => one.points.map(point => shown(point.figure)))

describe('who may see no rows', () => {
  test('sees no figure under the sample, nor the next smallest: their difference would tell it', () => {
    expect(totals(withholdSmall(answerOf([[100], [40], [60], [5]])))).toEqual([100, null, 60, null])
  })

  test('sees the rest when what is withheld together is large enough to hide in', () => {
    expect(totals(withholdSmall(answerOf([[100], [20], [15]])))).toEqual([100, null, null])
    expect(totals(withholdSmall(answerOf([[100], [20], [5], [31]])))).toEqual([100, null, null, null])
  })

  test('learns nothing small from an empty group, and loses nothing by it', () => {
    expect(totals(withholdSmall(answerOf([[100], [40], [0]])))).toEqual([100, 40, null])
  })

  test('cannot subtract a bucket from its period', () => {
    expect(points(withholdSmall(answerOf([[50, 10, 35]])))).toEqual([[50, null, null]])
  })

  test('cannot subtract groups within one bucket either', () => {
    const answer = withholdSmall(
      answerOf([
        [100, 100],
        [90, 10],
        [80, 80],
      ]),
    )
    expect(points(answer)).toEqual([
      [100, 100],
      [null, null],
      [null, null],
    ])
  })

  test('cannot take what is withheld from the compared period', () => {
    const [first, second, third] = withholdSmall(answerOf([[100], [50], [60]], [200, 8, 70])).series
    const before = [first, second, third].map(one => one?.total.compared?.figure?.withheld)
    expect(before).toEqual([false, true, true])
  })

  test('cannot subtract groups of two dimensions from those of one', () => {
    const [first, second, third, fourth] = answerOf([[100], [5], [40], [70]]).series
    const named = (values: readonly [string, string]) =>
      values.map((value, at) => ({
        dimension: at === 0 ? ('CHANNEL' as const) : ('TEAM' as const),
        value,
        other: false,
      }))
    const grouped = [first, second, third, fourth].flatMap((one, at) =>
      one ? [{ ...one, keys: named([at < 2 ? 'phone' : 'chat', at % 2 === 0 ? 'north' : 'south']) }] : [],
    )
    expect(totals(withholdSmall({ ...answerOf([]), series: grouped }))).toEqual([null, null, null, null])
  })

  test('cannot subtract stages from a total that does not count all of them', () => {
    const lifecycle = metrics.get('LIFECYCLE')
    if (!lifecycle) throw new Error('LIFECYCLE')
    const parts = { new: 100, returning: 50, resurrected: 5, dormant: 31 }
    const stage = (LIFECYCLE_STAGE: string) =>
      figureOf({ metric: lifecycle, params: { LIFECYCLE_STAGE } }, parts, {
        period,
        filter: { all: [] },
        today: period.to,
        counts: null,
        compared: null,
      })
    const stages = ['NEW', 'RETURNING', 'RESURRECTED', 'DORMANT']
    const answer = withholdSmall({
      ...answerOf([]),
      asked: { metric: lifecycle, params: {} },
      total: stage(stages.join(',')),
      series: stages.map(value => ({
        keys: [{ dimension: 'LIFECYCLE_STAGE', value, other: false }],
        total: stage(value),
        points: [],
      })),
    })
    expect([shown(answer.total), ...totals(answer)]).toEqual([155, 100, null, null, 31])
  })

  test('loses nothing when everything is large enough', () => {
    const answer = answerOf([
      [30, 31],
      [45, 99],
    ])
    expect(points(withholdSmall(answer))).toEqual([
      [30, 31],
      [45, 99],
    ])
  })
})
