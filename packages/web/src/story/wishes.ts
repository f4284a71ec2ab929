import { type Language, noBreak } from '../format/figures.ts'
import type { Contact, StoryEvent } from './events.ts'
import { type Anchor, type Box, broken, type Label, placeLabels, type Wish } from './labels.ts'
import { type Layout, type Place, type Point, relationSegments } from './layout.ts'
import { sumOf } from './sums.ts'
import { causeOf, minutes, moneysText, moneyText, type Telling, tell } from './telling.ts'

export const smallRadius = 11
export const largeRadius = 13

/** Orders and contacts are what the story turns on: they are filled, and larger. */
export const radiusOf = ({ kind }: StoryEvent): number =>
  kind === 'order' || kind === 'contact' ? largeRadius : smallRadius

/** All words of the drawing that found room: amounts, then contacts, then what was said, then visits. */
export function labelsOf(layout: Layout, telling: Telling): Label[] {
  const { places, threads, width, axis, height } = layout
  const amounts = places.flatMap(place => amountWish(place, telling.language))
  const helped = contactGroups(places).map(group => contactWish(group, telling))
  const quotes = places.flatMap(quoteWish)
  const names = withoutEchoes(visitRuns(places).map(run => visitWish(run, telling)))
  const halves: [Wish[], Box][] = [
    [[...amounts, ...quotes, ...names], { left: 0, right: width, top: 30, bottom: axis.top }],
    [helped, { left: 0, right: width, top: axis.bottom, bottom: height }],
  ]
  const taken = [
    ...places.flatMap(boxesOf),
    ...threads.flatMap(threadBoxes),
    ...relationSegments(places).flatMap(lineBoxes),
  ]
  return halves.flatMap(([wishes, room]) => placeLabels(wishes, taken, room))
}

function boxesOf({ event, points }: Place): Box[] {
  const reach = radiusOf(event) + 2
  return points.map(({ x, y }) => ({
    left: x - reach,
    right: x + reach,
    // A score stands above its shape.
    top: y - (event.kind === 'answer' ? 24 : reach),
    bottom: y + (event.kind === 'answer' ? 8 : reach),
  }))
}

/** A thread is nearly upright halfway between two columns; along a row it lies between their nodes. */
function threadBoxes({ from, to, silent }: Layout['threads'][number]): Box[] {
  const middle = (from.x + to.x) / 2
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)]
  if (from.y === to.y) return [{ left: from.x, right: to.x, top: top - 2, bottom: top + 2 }]
  const half = silent ? (to.x - from.x) / 6 : 5
  return [
    { left: middle - half, right: middle + half, top: top + 8, bottom: bottom - 8 },
    { left: from.x, right: middle, top: from.y - 3, bottom: from.y + 3 },
    { left: middle, right: to.x, top: to.y - 3, bottom: to.y + 3 },
  ]
}

function amountWish({ event, points: [{ x, y }] }: Place, language: Language): Wish[] {
  if (event.kind !== 'order') return []
  const places: Anchor[] = [
    { x, y: y - 20, align: 'middle' },
    { x, y: y + 27, align: 'middle' },
    { x: x + 18, y: y + 4, align: 'start' },
    { x: x - 18, y: y + 4, align: 'end' },
  ]
  const lines = [moneyText(event.order.amount, language)]
  return [{ key: event.key, lines, fontSize: 12, tone: 'cx', strong: true, places }]
}

type ContactPlace = Place & { event: Contact }

/** Contacts that follow each other on one matter, with nothing of another kind between them, speak with one label. */
function contactGroups(places: Place[]): ContactPlace[][] {
  const groups: ContactPlace[][] = []
  let open = false
  for (const place of places) {
    const { event } = place
    if (event.kind === 'answer') continue
    if (event.kind !== 'contact') {
      open = false
      continue
    }
    const last = groups.at(-1)
    const { issue } = event.contact
    if (open && last && issue !== 'none' && last[0]?.event.contact.issue === issue) last.push({ ...place, event })
    else groups.push([{ ...place, event }])
    open = true
  }
  return groups
}

function contactWish(group: ContactPlace[], { t, language, stages }: Telling): Wish {
  const last = group.at(-1) as ContactPlace
  const { contact } = last.event
  const name = causeOf(contact) ?? tell(last.event, { t, language, stages }).what
  const beside =
    group.length > 1
      ? t('story.contact.times', { count: group.length })
      : contact.handleSeconds === null
        ? null
        : minutes(contact.handleSeconds, t)
  const costs = group.flatMap(({ event }) => (event.contact.cost ? [event.contact.cost] : []))
  const owner =
    contact.trigger?.intent === 'TIME_SPENT'
      ? t('story.contact.timeSpent')
      : contact.trigger
        ? t('story.contact.cause', { department: contact.trigger.department })
        : null
  const second = [costs.length > 0 ? moneysText(sumOf(costs), language) : null, owner].filter(part => part !== null)
  const end = last.points.at(-1) as Point
  const [start] = (group[0] as ContactPlace).points
  return {
    key: last.event.key,
    lines: [[name, beside].filter(part => part !== null).join(', '), ...(second.length > 0 ? [second.join(', ')] : [])],
    fontSize: 12,
    tone: 'sv',
    strong: true,
    places: [
      { x: end.x + 20, y: end.y - 2, align: 'start' },
      { x: start.x - 20, y: start.y - 2, align: 'end' },
      { x: end.x + 20, y: end.y + 14, align: 'start' },
      { x: start.x - 20, y: start.y + 14, align: 'end' },
      { x: end.x, y: end.y + 28, align: 'middle' },
    ],
  }
}

function quoteWish({ event, points: [{ x, y }] }: Place): Wish[] {
  if (event.kind !== 'answer' || !event.answer.comment) return []
  const lines = broken(`\u201c${event.answer.comment}\u201d`, 27, 3)
  const places: Anchor[] = [
    { x: x + 14, y: y + 5, align: 'start' },
    { x: x - 14, y: y + 20, align: 'end' },
    { x: x - 14, y: y + 5, align: 'end' },
    { x: x + 14, y: y + 20, align: 'start' },
    { x, y: y + 24, align: 'middle' },
    { x: x - 14, y: y + 40, align: 'end' },
    { x: x + 14, y: y + 40, align: 'start' },
  ]
  return [{ key: event.key, lines, fontSize: 12, tone: 'ink', strong: false, places }]
}

/** A slanted line as short boxes, so that words may stand close to it. */
function lineBoxes({ from, to }: { from: Point; to: Point }): Box[] {
  const pieces = Math.max(1, Math.ceil((to.x - from.x) / 24))
  return Array.from({ length: pieces }, (_, piece) => {
    const at = (share: number) => from.y + ((to.y - from.y) * share) / pieces
    const [y1, y2] = [at(piece), at(piece + 1)]
    const left = from.x + ((to.x - from.x) * piece) / pieces
    return { left, right: left + (to.x - from.x) / pieces, top: Math.min(y1, y2) - 2, bottom: Math.max(y1, y2) + 2 }
  })
}

/** Within this distance a name is not said twice. */
const echoPx = 900

/** Neighbouring visits and deliveries on one row are named together. */
function visitRuns(places: Place[]): Place[][] {
  const runs: Place[][] = []
  for (const [index, place] of places.entries()) {
    const { event, points } = place
    if (event.kind !== 'visit' && event.kind !== 'delivery') continue
    const last = runs.at(-1)
    const goesOn = last?.at(-1) === places[index - 1] && last?.[0]?.points[0].y === points[0].y
    if (last && goesOn) last.push(place)
    else runs.push([place])
  }
  return runs
}

function visitWish(run: Place[], telling: Telling): Wish {
  const [first, last] = [run[0] as Place, run.at(-1) as Place]
  const names = [...new Set(run.map(({ event }) => tell(event, telling).what))]
  const shown = names.length > 3 ? [...names.slice(0, 2), `+${noBreak}${names.length - 2}`] : names
  const [start, end] = [first.points[0], last.points[0]]
  const middle = (start.x + end.x) / 2
  return {
    key: first.event.key,
    lines: [shown.join(', ')],
    fontSize: 11.5,
    tone: 'ink',
    strong: false,
    places: [
      { x: end.x + 17, y: end.y + 4, align: 'start' },
      { x: start.x - 17, y: start.y + 4, align: 'end' },
      { x: middle, y: start.y + 25, align: 'middle' },
      { x: middle, y: start.y - 17, align: 'middle' },
    ],
  }
}

function withoutEchoes(wishes: Wish[]): Wish[] {
  const lastAt = new Map<string, number>()
  return wishes.filter(({ lines: [name = ''], places: [place] }) => {
    const x = place?.x ?? 0
    const before = lastAt.get(name)
    if (before !== undefined && x - before < echoPx) return false
    lastAt.set(name, x)
    return true
  })
}
