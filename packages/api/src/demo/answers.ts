import { DAY_MS } from './calendar.ts'
import { openDay } from './channels.ts'
import type { CommentTopic } from './comments.ts'
import { commentOn } from './comments.ts'
import { sources } from './company.ts'
import type { Contact } from './contacts.ts'
import { ACTIVE_DAYS, type Order } from './orders.ts'
import type { Person, Segment } from './people.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'
import { easeScore, npsScore, rankOf, satisfactionScore } from './scores.ts'
import { momentOf } from './seasons.ts'
import type { World } from './world.ts'

/** Answers per contact that was answered, by what is asked; one contact brings one question at most. */
const contactQuestions = [
  ['transactional_nps', 0.2],
  ['ces', 0.195],
  ['csat', 0.02],
  ['none', 0.585],
] as const
const SATISFACTION_PER_DELIVERY = 0.05
const RELATION_EVERY_DAYS = 91
const RELATION_ANSWERED = 0.27
const RELATION_POINTS = 38
const segmentPoints: Record<Segment, number> = {
  'Beginnende loper': -1,
  'Vaste loper': 3,
  Wedstrijdloper: 6,
  Veldsporter: -5,
  Vereniging: 8,
}
/** People answer at the desk and on the sofa. */
const answerHours = [1, 0, 0, 0, 0, 0, 2, 5, 8, 9, 9, 8, 9, 8, 7, 7, 7, 7, 7, 10, 12, 11, 7, 3]

type Kind = 'relational_nps' | 'transactional_nps' | 'csat' | 'ces'
type Answer = Sent<'feedback'>
type More = Pick<Answer, 'contact' | 'resolved' | 'wanted'>

/** All answers of one customer: about contacts, about deliveries, and every quarter about the relation. */
export function answersOf(
  person: Person,
  orders: readonly Order[],
  contacts: readonly Contact[],
  world: World,
  random: Random,
): Answer[] {
  const answers: Answer[] = []
  const add: Add = (kind, atMs, score, about, more = {}) => {
    answers.push({
      id: `${person.number}-${answers.length + 1}`,
      customer: { source: sources.crm, id: person.record.id },
      brand: person.brand,
      kind,
      score,
      at: new Date(atMs).toISOString(),
      ...more,
      ...commentOn(kind, score, about, person.language, random),
    })
  }
  for (const contact of contacts) aboutContact(contact, person, world, random, add)
  for (const order of orders) aboutDelivery(order, person, world, random, add)
  aboutRelation(person, orders, contacts, world, random, add)
  return answers
}

type Add = (kind: Kind, atMs: number, score: number, about: CommentTopic, more?: More) => void

function aboutContact(contact: Contact, person: Person, { effects }: World, random: Random, add: Add): void {
  const question = random.key(contactQuestions)
  if (question === 'none' || !contact.answered || !contact.known) return
  const { trigger } = contact
  const atMs = contact.endMs + Math.floor(random.logNormal(3.5 * 3600, 1.1)) * 1000
  const rank = rankOf(person.mood, random)
  const fix = contact.fixed ? 1 : -1
  const hassle = (contact.attempt > 1 ? 10 : 0) + (contact.queueSeconds > 150 ? 6 : 0)
  const about = { topic: trigger.topic, agent: contact.agent }
  const more = { contact: { source: sources.contactCentre, id: contact.record.id } }
  if (question === 'transactional_nps') {
    const score = npsScore(trigger.npsPoints + (fix > 0 ? 7 : -16) - hassle, rank)
    const resolved = random.chance(0.7) ? random.chance(contact.fixed ? 0.93 : 0.3) : undefined
    add(question, atMs, score, about, { ...more, resolved })
  } else if (question === 'ces') {
    const score = easeScore(trigger.easyPoints + 3 * fix - hassle + effects.easePoints(trigger.id, contact.day), rank)
    const wanted = random.chance(0.6) ? random.chance(trigger.wantedShare) : undefined
    add(question, atMs, score, about, { ...more, wanted })
  } else {
    add(question, atMs, satisfactionScore(78 + 5 * fix - hassle, rank), about, more)
  }
}

function aboutDelivery(order: Order, person: Person, { calendar }: World, random: Random, add: Add): void {
  if (!random.chance(SATISFACTION_PER_DELIVERY) || order.deliveredDay < calendar.firstContactDay) return
  const atMs = Math.floor((order.deliveredMs + random.between(0.5, 4) * DAY_MS) / 1000) * 1000
  add('csat', atMs, satisfactionScore(order.late ? 55 : 84, rankOf(person.mood, random)), { topic: 'Bezorging' })
}

/** Asked every quarter while the customer is active; the quarters of different people begin on different days. */
function aboutRelation(
  person: Person,
  orders: readonly Order[],
  contacts: readonly Contact[],
  { calendar, seasons, effects }: World,
  random: Random,
  add: Add,
): void {
  const phase = random.whole(0, RELATION_EVERY_DAYS - 1)
  for (let asked = calendar.firstContactDay + phase; asked < calendar.days; asked += RELATION_EVERY_DAYS) {
    const answered = random.chance(RELATION_ANSWERED)
    const rank = rankOf(person.mood, random)
    const latest = orders.findLast(order => order.day < asked)
    if (!answered || !latest || asked - latest.day > ACTIVE_DAYS) continue
    const day = openDay(asked, 'chat', [1, 0.5, 0.3, 0.2, 0.1, 0.1, 0.1], calendar, random)
    if (day >= calendar.days) continue
    const atMs = momentOf(day, answerHours, calendar, random)
    const team = contacts.findLast(contact => contact.known && contact.openedMs < atMs)?.team
    const busy = 6 * ((seasons.pressure[day] ?? 1) - 1)
    const points = RELATION_POINTS + segmentPoints[person.segment] - busy + effects.relationalPoints(team, day)
    add('relational_nps', atMs, npsScore(points, rank), {})
  }
}
