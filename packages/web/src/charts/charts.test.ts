import { describe, expect, it, vi } from 'vitest'
import { tick } from '../format/figures.ts'
import { type Annotation, discsOf, marksInSlots, marksOf, notesOf } from './annotations.ts'
import { createCrosshair } from './crosshair.ts'
import { extentOf, type LinePoint, linePoints, runs, scaleOf, stretches } from './line.ts'
import { timeTicks } from './timeAxis.ts'
import { type Bucket, nearest, walk } from './timeline.ts'
import { valueAxis } from './valueAxis.ts'

describe('the time axis', () => {
  const year = { from: '2025-11-24', to: '2026-11-23' }

  it('marks every month of a year and names each quarter', () => {
    const ticks = timeTicks(year, 304, 'nl')
    expect(ticks).toHaveLength(12)
    expect(ticks.flatMap(({ label }) => label ?? [])).toEqual(['jan ’26', 'apr', 'jul', 'okt'])
    expect((ticks.find(({ label }) => label === 'jan ’26')?.at ?? 0) * 304).toBeCloseTo(31.7, 1)
  })

  it('gives a wider axis more names, never two that meet', () => {
    for (const width of [120, 200, 290, 304, 420, 700, 1100]) {
      const labelled = timeTicks(year, width, 'en').filter(({ label }) => label !== null)
      for (const [index, { at }] of labelled.entries()) {
        expect(at * width).toBeGreaterThanOrEqual(20)
        const before = labelled[index - 1]
        if (before) expect((at - before.at) * width).toBeGreaterThanOrEqual(40)
      }
    }
  })

  it('names days on a short span and years on a long one', () => {
    expect(
      timeTicks({ from: '2026-11-02', to: '2026-11-09' }, 400, 'en').flatMap(({ label }) => label ?? []),
    ).toContain('4 Nov')
    const long = timeTicks({ from: '2016-01-01', to: '2026-01-01' }, 304, 'nl').flatMap(({ label }) => label ?? [])
    expect(long).toEqual(['2018', '2020', '2022', '2024'])
  })

  it('marks nothing on an axis without length', () => {
    expect(timeTicks({ from: '2026-01-01', to: '2026-01-01' }, 300, 'nl')).toEqual([])
    expect(timeTicks(year, 0, 'nl')).toEqual([])
  })
})

describe('the value axis', () => {
  it.each([
    ['points', [10.2, 48.4]],
    ['share', [0.312, 0.463]],
    ['share', [0.98, 1]],
    ['share', [0, 0.004]],
    ['seconds', [322, 455]],
    ['money', [5.6, 8.1]],
    ['money', [21.3, 36.2]],
    ['money', [6.701, 6.702]],
    ['count', [0, 3]],
    ['points', [-100, 100]],
    ['points', [20]],
  ] as const)('has three round hairlines around %s %o, with names that differ', (unit, values) => {
    const { ticks, min, max, step } = valueAxis([...values], unit)
    expect(ticks).toHaveLength(3)
    expect(min).toBeLessThanOrEqual(Math.min(...values))
    expect(max).toBeGreaterThanOrEqual(Math.max(...values))
    for (const value of ticks) {
      expect(value).toBeGreaterThanOrEqual(min)
      expect(value).toBeLessThanOrEqual(max)
    }
    const names = ticks.map(value => tick(value, { unit, language: 'en', currency: 'EUR' }, step))
    expect(new Set(names).size).toBe(3)
  })

  it('stands up without any value', () => {
    const { ticks, min, max } = valueAxis([], 'share')
    expect(ticks.length).toBeGreaterThan(0)
    expect(max).toBeGreaterThan(min)
  })
})

const point = (value: number | null, settled = true): LinePoint => ({
  at: 0,
  value,
  low: null,
  high: null,
  before: null,
  n: 1,
  settled,
})

describe('a line', () => {
  const buckets: Bucket[] = [
    { start: '2026-11-02', end: '2026-11-09', at: 1 / 6, name: 'a' },
    { start: '2026-11-09', end: '2026-11-16', at: 3 / 6, name: 'b' },
    { start: '2026-11-16', end: '2026-11-23', at: 5 / 6, name: 'c' },
  ]
  const served = (start: string, end: string, value: number, partial: boolean) => ({
    start,
    end,
    partial,
    value: { value, n: 5, suppressed: false, interval: null, compared: null },
  })

  it('leaves a gap where a bucket has no figure', () => {
    const points = linePoints([served('2026-11-02', '2026-11-09', 1, false)], buckets, '2026-11-02')
    expect(points.map(({ value }) => value)).toEqual([1, null, null])
    expect(
      runs([point(1), point(null), point(2), point(3)], ({ value }) => value !== null).map(run => run.length),
    ).toEqual([1, 2])
  })

  it('is unsettled while days may still come, and settled where the period cut them off', () => {
    const all = [
      served('2026-11-02', '2026-11-09', 1, true),
      served('2026-11-09', '2026-11-16', 2, false),
      served('2026-11-16', '2026-11-23', 3, true),
    ]
    expect(linePoints(all, buckets, '2026-11-04').map(({ settled }) => settled)).toEqual([true, true, false])
    expect(linePoints(all, buckets, '2026-11-02').map(({ settled }) => settled)).toEqual([false, true, false])
  })

  it('has no figure of a bucket that runs and has too few yet, and keeps it of one that is over', () => {
    const few = (start: string, end: string, partial: boolean) => {
      const { value, ...bucket } = served(start, end, 7, partial)
      return { ...bucket, value: { ...value, suppressed: true } }
    }
    const all = [few('2026-11-09', '2026-11-16', false), few('2026-11-16', '2026-11-23', true)]
    expect(linePoints(all, buckets, '2026-11-02').map(({ value }) => value)).toEqual([null, 7, null])
  })

  it('changes its dash without breaking', () => {
    const cut = stretches([point(1), point(2), point(3, false), point(4, false)])
    expect(cut.map(({ points, settled }) => [points.length, settled])).toEqual([
      [2, true],
      [3, false],
    ])
  })

  it('does not let one thin bucket flatten the rest', () => {
    const thin: LinePoint = { ...point(40), low: -60, high: 100 }
    expect(Math.max(...extentOf([point(30), point(44), thin]))).toBeLessThan(60)
  })
})

describe('the crosshair', () => {
  it('tells everyone who listens, once a move, and nobody who left', () => {
    const crosshair = createCrosshair()
    const left = vi.fn()
    const right = vi.fn()
    const leave = crosshair.subscribe(left)
    crosshair.subscribe(right)
    crosshair.set(3)
    crosshair.set(3)
    leave()
    crosshair.set(null)
    expect(left.mock.calls).toEqual([[3]])
    expect(right.mock.calls).toEqual([[3], [null]])
  })

  it('stands on the nearest bucket, and on none beside the axis', () => {
    const buckets = [0.1, 0.5, 0.9].map((at): Bucket => ({ start: '', end: '', at, name: '' }))
    expect(nearest(buckets, 0.31)).toBe(1)
    expect(nearest(buckets, 0)).toBe(0)
    expect(nearest(buckets, 1.4)).toBeNull()
    expect(nearest([], 0.5)).toBeNull()
  })

  it('walks by key and never off the line', () => {
    expect(walk('ArrowLeft', null, 52, 4)).toBe(51)
    expect(walk('ArrowRight', 51, 52, 4)).toBe(51)
    expect(walk('PageUp', 2, 52, 4)).toBe(0)
    expect(walk('PageDown', 2, 52, 4)).toBe(6)
    expect(walk('Home', 30, 52, 4)).toBe(0)
    expect(walk('End', null, 52, 4)).toBe(51)
    expect(walk('Escape', 30, 52, 4)).toBeNull()
    expect(walk('x', 30, 52, 4)).toBeUndefined()
  })
})

describe('lines beside each other', () => {
  const day = (value: number | null, before: number | null = null) => ({
    start: '2026-01-05',
    end: '2026-01-12',
    partial: false,
    value: {
      value,
      n: 100,
      suppressed: false,
      interval: value === null ? null : { low: value - 1, high: value + 1 },
      compared: before === null ? null : { value: before },
    },
  })

  it('have one scale that holds every figure, interval and comparison of all', () => {
    expect(scaleOf([[day(40)], [day(60, 75)], [day(null)]], '2026-01-05')).toEqual([39, 75])
    expect(scaleOf([[day(null)], []], '2026-01-05')).toEqual([])
  })
})

describe('annotations', () => {
  const noted = (number: number, name: string, from: string, to: string | null = null): Annotation => ({
    id: name,
    number,
    name,
    from,
    to,
    lens: null,
  })
  const span = { from: '2026-01-01', to: '2026-04-11' }

  it('stand at the middle of their day, or over their days as far as the axis goes', () => {
    const marks = marksOf(
      [
        noted(1, 'before', '2025-12-31'),
        noted(2, 'begun before', '2025-12-22', '2026-01-11'),
        noted(3, 'a day', '2026-02-20'),
        noted(4, 'goes on', '2026-04-01', '2026-05-01'),
        noted(5, 'after', '2026-04-11'),
      ],
      span,
    )
    expect(marks.map(({ name, at, until }) => [name, at, until])).toEqual([
      ['begun before', 0, 0.1],
      ['a day', 0.505, null],
      ['goes on', 0.9, 1],
    ])
  })

  it('stand on the bar of their month, however many days it has', () => {
    const months = ['2026-01-01', '2026-02-01', '2026-03-01'].map((start, index) => ({
      start,
      end: ['2026-02-01', '2026-03-01', '2026-04-01'][index] ?? start,
    }))
    const marks = marksInSlots(
      [noted(1, 'February', '2026-02-01', '2026-03-01'), noted(2, 'on', '2026-03-01', '2026-06-01')],
      months,
    )
    expect(marks.flatMap(({ at, until }) => [at * 3, (until ?? 0) * 3])).toEqual([1, 2, 2, 3])
    const [middle] = marksInSlots([noted(1, 'day 14.5 of 28', '2026-02-15')], months)
    expect((middle?.at ?? 0) * 3).toBeCloseTo(1 + 14.5 / 28)
    expect(marksInSlots([noted(1, 'nowhere', '2026-02-15')], [])).toEqual([])
  })

  it('are of every bucket they touch, and of no other', () => {
    const all = [noted(1, 'sale', '2026-03-02', '2026-03-09'), noted(2, 'strike', '2026-03-09')]
    const of = (start: string, end: string) => notesOf(all, { start, end }).map(({ name }) => name)
    expect(of('2026-02-23', '2026-03-02')).toEqual([])
    expect(of('2026-03-02', '2026-03-09')).toEqual(['sale'])
    expect(of('2026-03-09', '2026-03-16')).toEqual(['strike'])
    expect(of('2026-03-01', '2026-04-01')).toEqual(['sale', 'strike'])
  })

  const discs = (places: readonly number[], name = 'New invoice', width = 300) =>
    discsOf(
      places.map((at, index) => ({ ...noted(index + 1, name, '2026-03-02'), at, until: null })),
      width,
      { left: 40, right: 0 },
    )

  it('have their words on the side where they meet no other, and none where they would on both', () => {
    expect(discs([0.1]).map(({ words }) => words)).toEqual(['right'])
    expect(discs([0.95]).map(({ words }) => words)).toEqual(['left'])
    expect(discs([0.3, 0.5]).map(({ words }) => words)).toEqual(['left', 'right'])
    expect(discs([0.2, 0.35, 0.5]).map(({ words }) => words)).toEqual(['left', null, 'right'])
    expect(discs([0.5], 'x'.repeat(80)).map(({ words }) => words)).toEqual([null])
  })

  it('can each be hit, however many fall on one day', () => {
    const places = discs([0.5, 0.5, 0.5, 1, 1]).map(({ x }) => x)
    const steps = places.slice(1).map((x, index) => x - (places[index] ?? 0))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(24)
    expect(Math.max(...places)).toBeLessThanOrEqual(300)
    expect(places[0]).toBe(150)
  })
})
