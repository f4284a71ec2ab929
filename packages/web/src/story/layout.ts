import { type Day, dayAt, daysBetween } from '../time/days.ts'
import type { Answer, Side, StoryEvent } from './events.ts'
import { channelLaneOf, type Lane, type Lanes, stageLaneOf } from './lanes.ts'

export type Point = { x: number; y: number }

/** Where an event stands; a contact has a point for each channel it went through. */
export type Place = { event: StoryEvent; day: Day; points: [Point, ...Point[]] }

/** From one event's last point to the next one's first; `silent` where a silence lies between them. */
export type Thread = { from: Point; to: Point; silent: boolean }

/** Nothing happened for these days; `x` is the middle of the cut. */
export type Silence = { x: number; days: number }

export type Row = { lane: Lane; side: Side; top: number; middle: number }

/** The story in px. x counts from the first column's left edge, y from the top of the drawing. */
export type Layout = {
  width: number
  height: number
  pitch: number
  places: Place[]
  threads: Thread[]
  /** Channel changes inside one contact. */
  switches: { from: Point; to: Point }[]
  silences: Silence[]
  rows: Row[]
  /** The heights of the best and the worst score. Null: nothing was said. */
  scores: { high: number; low: number } | null
  axis: { top: number; bottom: number }
}

/** Fewer days without an event are no silence. */
export const silenceDays = 10

const laneHeight = 42
const scoresHeight = 172
const unsaidHeight = 52
const axisHeight = 56
const footHeight = 46
const emptyHelpHeight = 42
/** As narrow as a filled node beside an open one. */
export const pitchMin = 25
const pitchMax = 60
/** Room that a cut takes beside its columns: enough for its name, and no less than keeps it apart from them. */
const silenceRoomMax = 40
const silenceRoomMin = 26

/** Lays a story out over a width; where that is too narrow for its events the drawing is wider. */
export function layOut(events: StoryEvent[], lanes: Lanes, widthPx: number, narrowest = pitchMin): Layout {
  const said = events.some(event => event.kind === 'answer')
  const rowsTop = said ? scoresHeight : unsaidHeight
  const axisTop = rowsTop + lanes.stages.length * laneHeight + 14
  const axis = { top: axisTop, bottom: axisTop + axisHeight }
  const row = (side: Side, first: number) => (lane: Lane, index: number) => {
    const top = first + index * laneHeight
    return { lane, side, top, middle: top + laneHeight / 2 }
  }
  const rows = [...lanes.stages.map(row('cx', rowsTop)), ...lanes.channels.map(row('sv', axis.bottom + 6))]
  const scores = said ? { high: 62, low: 138 } : null
  const middleOf = new Map(rows.map(({ lane, middle }) => [lane.key, middle]))

  const days = events.map(({ atMs }) => dayAt(new Date(atMs)))
  const columns = events.reduce((sum, event) => sum + columnsOf(event), 0)
  const gaps = days.map((day, index) => daysBetween(days[index - 1] ?? day, day))
  const cuts = gaps.filter(gap => gap >= silenceDays).length
  const spare = (widthPx - columns * narrowest) / Math.max(cuts, 1)
  const silenceRoom = Math.max(silenceRoomMin, Math.min(silenceRoomMax, spare))
  const pitch = Math.max(narrowest, Math.min(pitchMax, (widthPx - cuts * silenceRoom) / Math.max(columns, 1)))

  let x = 0
  const silences: Silence[] = []
  const places = events.map((event, index): Place => {
    const gap = gaps[index] ?? 0
    if (gap >= silenceDays) {
      silences.push({ x: x + silenceRoom / 2, days: gap })
      x += silenceRoom
    }
    const heights = heightsOf(event, middleOf, scores)
    const points = heights.map((y, column) => ({ x: x + (column + 0.5) * pitch, y }))
    x += heights.length * pitch
    const [first = { x, y: axis.top }, ...others] = points
    return { event, day: days[index] ?? dayAt(new Date(event.atMs)), points: [first, ...others] }
  })
  return {
    width: Math.max(widthPx, x),
    height: axis.bottom + 6 + (lanes.channels.length * laneHeight || emptyHelpHeight) + footHeight,
    pitch,
    places,
    threads: threadsOf(places, silences),
    switches: places.flatMap(({ points }) =>
      points.slice(1).flatMap((to, index) => {
        const from = points[index]
        return from ? [{ from, to }] : []
      }),
    ),
    silences,
    rows,
    scores,
    axis,
  }
}

const columnsOf = (event: StoryEvent): number => (event.kind === 'contact' ? event.channels.length : 1)

function heightsOf(event: StoryEvent, middleOf: Map<string, number>, scores: Layout['scores']): number[] {
  if (event.kind === 'contact') return event.channels.map(channel => middleOf.get(channelLaneOf(channel)) ?? 0)
  if (event.kind === 'answer') return [scores ? scores.low - goodness(event) * (scores.low - scores.high) : 0]
  return [middleOf.get(stageLaneOf(event) ?? '') ?? 0]
}

/** How good a score is, 0 to 1, whatever its scale. */
function goodness({ answer: { score, scaleMin, scaleMax } }: Answer): number {
  return scaleMax === scaleMin ? 1 : (score - scaleMin) / (scaleMax - scaleMin)
}

/** What was said hangs beside the thread, not on it. */
function threadsOf(places: Place[], silences: Silence[]): Thread[] {
  const onThread = places.filter(({ event }) => event.kind !== 'answer')
  let cut = 0
  return onThread.slice(1).flatMap((place, index): Thread[] => {
    const from = onThread[index]?.points.at(-1)
    const [to] = place.points
    if (!from) return []
    let silent = false
    while ((silences[cut]?.x ?? Number.POSITIVE_INFINITY) < to.x) {
      if ((silences[cut]?.x ?? 0) > from.x) silent = true
      cut++
    }
    return [{ from, to, silent }]
  })
}

/** The answers to one and the same question about the relation are joined by a line. */
export function relationSegments(places: Place[]): { from: Point; to: Point }[] {
  const points = places.flatMap(({ event, points: [point] }) =>
    event.kind === 'answer' && event.answer.answers === 'RELATIONAL_NPS' ? [point] : [],
  )
  return points.slice(1).flatMap((to, index) => {
    const from = points[index]
    return from ? [{ from, to }] : []
  })
}
