import { type Language, noBreak } from '../format/figures.ts'
import type { Contact } from './events.ts'
import { type Anchor, type Box, broken, type Label, placeLabels, type Wish } from './labels.ts'
import type { Layout, Place } from './layout.ts'
import { takenBy } from './obstacles.ts'
import { sumOf } from './sums.ts'
import { causeOf, minutes, moneysText, moneyText, type Telling, tell } from './telling.ts'

/** Words may reach this far past the last column. */
const edge = 16

/** All words of the drawing that found room: amounts, then contacts, then what was said, then visits. */
export function labelsOf(layout: Layout, telling: Telling): Label[] {
  const { places, width, axis, height } = layout
  const amounts = places.flatMap(place => amountWish(place, telling.language))
  const helped = contactGroups(places).map(group => contactWish(group, telling))
  const quotes = places.flatMap(quoteWish)
  const names = withoutEchoes(visitRuns(places).map(run => visitWish(run, telling)))
  const halves: [Wish[], Box][] = [
    [[...amounts, ...quotes, ...names], { left: 0, right: width + edge, top: 30, bottom: axis.top }],
    [helped, { left: 0, right: width + edge, top: axis.bottom, bottom: height }],
  ]
  const taken = takenBy(layout)
  return halves.flatMap(([wishes, room]) => placeLabels(wishes, taken, room))
}

function amountWish({ event, points: [{ x, y }] }: Place, language: Language): Wish[] {
  if (event.kind !== 'order') return []
  const places: Anchor[] = [
    { x, y: y - 20, align: 'middle' },
    { x, y: y + 27, align: 'middle' },
    { x: x + 18, y: y + 4, align: 'start' },
    { x: x - 18, y: y + 4, align: 'end' },
    { x: x + 5, y: y + 28, align: 'end' },
    { x: x - 5, y: y + 28, align: 'start' },
  ]
  const lines = [moneyText(event.order.amount, language)]
  return [{ key: event.key, lines, fontSize: 12, tone: 'cx', strong: true, places }]
}

type ContactPlace = Place & { event: Contact }
/** Never empty. */
type Run<P> = [P, ...P[]]

const lastOf = <P>(run: Run<P>): P => run.at(-1) ?? run[0]

/** Contacts that follow each other on one matter, with nothing of another kind between them, speak with one label. */
function contactGroups(places: Place[]): Run<ContactPlace>[] {
  const groups: Run<ContactPlace>[] = []
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
    if (open && last && issue !== 'none' && last[0].event.contact.issue === issue) last.push({ ...place, event })
    else groups.push([{ ...place, event }])
    open = true
  }
  return groups
}

function contactWish(group: Run<ContactPlace>, { t, language, stages }: Telling): Wish {
  const last = lastOf(group)
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
  const end = lastOf(last.points)
  const [start] = group[0].points
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
  const lines = broken(`\u201c${event.answer.comment}\u201d`, 22, 3)
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

/** Within this distance a name is not said twice. */
const echoPx = 900

/** Neighbouring visits and deliveries on one row are named together. */
function visitRuns(places: Place[]): Run<Place>[] {
  const runs: Run<Place>[] = []
  for (const [index, place] of places.entries()) {
    const { event, points } = place
    if (event.kind !== 'visit' && event.kind !== 'delivery') continue
    const last = runs.at(-1)
    const goesOn = last?.at(-1) === places[index - 1] && last?.[0].points[0].y === points[0].y
    if (last && goesOn) last.push(place)
    else runs.push([place])
  }
  return runs
}

function visitWish(run: Run<Place>, telling: Telling): Wish {
  const [first, last] = [run[0], lastOf(run)]
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
