import { describe, expect, it } from 'vitest'
import { daySpans, monthSpans, yearsName } from './axis.ts'
import { answerAt, contactAt, customerWith, orderAt, visitAt } from './customer.fixture.ts'
import { storyEvents } from './events.ts'
import { placeLabels, type Wish } from './labels.ts'
import { lanesOf } from './lanes.ts'
import { layOut, pitchMin } from './layout.ts'
import { stepThrough } from './steps.ts'

const width = 900
const at = (date: string, time = '12:00:00') => `2026-${date}T${time}.000Z`

const laidOut = (customer: ReturnType<typeof customerWith>) => {
  const events = storyEvents(customer)
  return layOut(events, lanesOf(customer, events), width)
}

const busy = customerWith({
  visits: [
    visitAt(at('03-14'), 'Blog', 'ontdekken'),
    visitAt(at('03-14', '13:00:00'), 'Productpagina', 'overwegen'),
    visitAt(at('05-02'), 'Blog', 'ontdekken'),
  ],
  contacts: [contactAt(at('03-15'), { channels: ['chat', 'video'] })],
  answers: [answerAt(at('03-16'), { score: 10 }), answerAt(at('03-17'), { score: 0 })],
  orders: [orderAt(at('05-03'))],
})

describe('the drawing of a story', () => {
  it('gives each event a column, and a contact one for each channel', () => {
    const { places } = laidOut(busy)
    const xs = places.flatMap(({ points }) => points.map(({ x }) => x))
    expect(xs).toHaveLength(8)
    expect(xs.toSorted((a, b) => a - b)).toEqual(xs)
    expect(new Set(xs).size).toBe(8)
  })

  it('cuts a silence out and keeps its length for its name', () => {
    const { silences, threads, places } = laidOut(busy)
    expect(silences.map(({ days }) => days)).toEqual([46])
    const [cut] = silences
    expect(threads.filter(({ silent }) => silent)).toHaveLength(1)
    expect(threads.find(({ silent }) => silent)?.from.x).toBeLessThan(cut?.x ?? 0)
    expect(threads.find(({ silent }) => silent)?.to.x).toBeGreaterThan(cut?.x ?? 0)
    expect(places.at(-1)?.points[0].x).toBeLessThanOrEqual(width)
  })

  it('keeps the thread off what was only said', () => {
    const { threads, places } = laidOut(busy)
    const ends = threads.flatMap(({ from, to }) => [from, to])
    for (const { event, points } of places) {
      if (event.kind === 'answer') for (const point of points) expect(ends).not.toContainEqual(point)
    }
    expect(threads).toHaveLength(4)
  })

  it('draws the best score at the top and the worst at the bottom, whatever the scale', () => {
    const { places, scores } = laidOut(busy)
    const heights = places.flatMap(({ event, points }) => (event.kind === 'answer' ? [points[0].y] : []))
    expect(heights).toEqual([scores?.high, scores?.low])
  })

  it('has contacts below the axis and all else above it', () => {
    const { places, axis } = laidOut(busy)
    for (const { event, points } of places) {
      for (const { y } of points) {
        if (event.kind === 'contact') expect(y).toBeGreaterThan(axis.bottom)
        else expect(y).toBeLessThan(axis.top)
      }
    }
  })

  it('grows wider than its room rather than let thousands of events touch', () => {
    const visits = Array.from({ length: 5000 }, (_, index) =>
      visitAt(new Date(Date.UTC(2026, 0, 1) + index * 3_600_000).toISOString(), 'Blog', 'ontdekken'),
    )
    const layout = laidOut(customerWith({ visits }))
    expect(layout.pitch).toBe(pitchMin)
    expect(layout.width).toBeGreaterThan(4999 * pitchMin)
  })

  it('puts days and months under their columns', () => {
    const layout = laidOut(busy)
    expect(daySpans(layout).map(({ day }) => day)).toEqual([
      '2026-03-14',
      '2026-03-15',
      '2026-03-16',
      '2026-03-17',
      '2026-05-02',
      '2026-05-03',
    ])
    expect(monthSpans(layout).map(({ day }) => day)).toEqual(['2026-03-01', '2026-05-01'])
    expect(yearsName(layout.places)).toBe('2026')
  })
})

describe('words beside events', () => {
  const wish = (key: string, x: number): Wish => ({
    key,
    lines: ['Winkelmand'],
    fontSize: 12,
    tone: 'ink',
    strong: false,
    places: [
      { x, y: 50, align: 'start' },
      { x, y: 50, align: 'end' },
    ],
  })
  const room = { left: 0, right: 500, top: 0, bottom: 100 }

  it('take the first place that is free', () => {
    expect(placeLabels([wish('a', 100)], [], room)).toMatchObject([{ align: 'start' }])
    const taken = [{ left: 120, right: 140, top: 30, bottom: 60 }]
    expect(placeLabels([wish('a', 100)], taken, room)).toMatchObject([{ align: 'end' }])
  })

  it('are left out rather than stand on each other or outside', () => {
    const placed = placeLabels([wish('a', 100), wish('b', 110), wish('c', 115), wish('d', 499)], [], room)
    expect(placed.map(({ key, align }) => [key, align])).toEqual([
      ['a', 'start'],
      ['d', 'end'],
    ])
  })
})

describe('the keys', () => {
  const { places } = laidOut(busy)

  it('walk one event at a time from the last, and stop at both ends', () => {
    expect(stepThrough('ArrowLeft', null, places)).toBe(6)
    expect(stepThrough('ArrowLeft', 6, places)).toBe(5)
    expect(stepThrough('ArrowLeft', 0, places)).toBe(0)
    expect(stepThrough('ArrowRight', 6, places)).toBe(6)
    expect(stepThrough('Home', 4, places)).toBe(0)
    expect(stepThrough('End', 0, places)).toBe(6)
  })

  it('go a month on or back, and leave what they do not know alone', () => {
    expect(stepThrough('PageUp', 6, places)).toBe(0)
    expect(stepThrough('PageDown', 0, places)).toBe(5)
    expect(stepThrough('Escape', 3, places)).toBeNull()
    expect(stepThrough('x', 3, places)).toBeUndefined()
  })
})
