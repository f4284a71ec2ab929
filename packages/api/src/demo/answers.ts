import { DAY_MS } from './calendar.ts'
import { openDay } from './channels.ts'
import type { CommentTopic } from './comments.ts'
import { commentOn } from './comments.ts'
import { type Channel, sources } from './company.ts'
import type { Contact } from './contacts.ts'
import type { Memory } from './effects.ts'
import { ACTIVE_DAYS, type Order } from './orders.ts'
import type { Person, Segment } from './people.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'
import { easeScore, npsScore, rankOf, satisfactionScore } from './scores.ts'
import { momentOf } from './seasons.ts'
import { touchpointReference } from './touchpoints.ts'
import type { World } from './world.ts'

/** What is asked after a contact; one contact brings one question at most. */
const contactQuestions = [
  ['transactional_nps', 48],
  ['ces', 47],
  ['csat', 4],
] as const
const CONTACT_ASKED = 0.92
/** Nobody is asked about a contact again so soon. */
const FATIGUE_MS = 4 * DAY_MS
/** Share that answers, by where the contact was: it is asked in the same place. */
const answeredOn: Record<Channel, number> = { phone: 0.57, email: 0.47, chat: 0.63, whatsapp: 0.59, video: 0.72 }
const ASKED_AFTER_MS = 6 * 60_000
const DELIVERY_ASKED = 0.13
const DELIVERY_ANSWERED = 0.38
const REVIEWS_PER_ORDER = 0.045
/** Reviews under a name that no other system knows. */
const REVIEW_UNKNOWN = 0.15
const REVIEW_POINTS = 82
const RELATION_EVERY_DAYS = 150
const RELATION_ANSWERED = 0.46
const RELATION_POINTS = 38
const segmentPoints: Record<Segment, number> = {
  'Beginnende loper': -1,
  'Vaste loper': 3,
  Wedstrijdloper: 6,
  Veldsporter: -5,
  Vereniging: 3,
}
/** People answer at the desk and on the sofa. */
const answerHours = [1, 0, 0, 0, 0, 0, 2, 5, 8, 9, 9, 8, 9, 8, 7, 7, 7, 7, 7, 10, 12, 11, 7, 3]

type Answer = Sent<'feedback'>
type Kind = Answer['kind']
type Survey = Sent<'surveys'>

/** What one customer was asked, and said. */
export class Voice {
  readonly surveys: Survey[] = []
  readonly answers: Answer[] = []
  private readonly person: Person
  private readonly random: Random

  constructor(person: Person, random: Random) {
    this.person = person
    this.random = random
  }

  /** Gives the survey's id. */
  ask(kind: Kind, sentMs: number, about: Pick<Survey, 'contact' | 'touchpoint' | 'skipped'>): string {
    const { number, reference, brand } = this.person
    const id = `${number}-${this.surveys.length + 1}`
    this.surveys.push({ id, customer: reference, brand, kind, sentAt: new Date(sentMs).toISOString(), ...about })
    return id
  }

  say(kind: Kind, atMs: number, score: number, topic: CommentTopic, more: Partial<Answer> = {}): void {
    const { number, reference, brand, language } = this.person
    this.answers.push({
      id: `${number}-${this.answers.length + 1}`,
      customer: reference,
      brand,
      kind,
      score,
      at: new Date(atMs).toISOString(),
      ...more,
      ...commentOn(kind, score, topic, language, this.random),
    })
  }
}

/** All surveys and answers of one customer: about contacts, deliveries and shoes, and time after time the relation. */
export function voiceOf(
  person: Person,
  orders: readonly Order[],
  contacts: readonly Contact[],
  world: World,
  random: Random,
): Voice {
  const voice = new Voice(person, random)
  aboutContacts(contacts, person, world, random, voice)
  for (const order of orders) {
    if (order.day < world.calendar.firstContactDay) continue
    aboutDelivery(order, person, random, voice)
    aboutShoes(order, person, random, voice)
  }
  aboutRelation(person, orders, contacts, world, random, voice)
  return voice
}

function aboutContacts(contacts: readonly Contact[], person: Person, world: World, random: Random, voice: Voice): void {
  let latestMs = Number.NEGATIVE_INFINITY
  for (const contact of contacts) {
    if (!contact.answered || !contact.known || !random.chance(CONTACT_ASKED)) continue
    const { record } = contact
    const kind = random.key(contactQuestions)
    const sentMs = contact.endMs + ASKED_AFTER_MS
    const about = { contact: { source: sources.contactCentre, id: record.id }, touchpoint: record.touchpoint }
    if (sentMs - latestMs < FATIGUE_MS) {
      voice.ask(kind, sentMs, { ...about, skipped: true })
      continue
    }
    latestMs = sentMs
    const survey = voice.ask(kind, sentMs, about)
    if (random.chance(answeredOn[contact.channel])) {
      answer(kind, contact, { survey, contact: about.contact }, person, world, random, voice)
    }
  }
}

function answer(
  kind: (typeof contactQuestions)[number][0],
  contact: Contact,
  about: Pick<Answer, 'survey' | 'contact'>,
  { mood }: Person,
  { effects }: World,
  random: Random,
  voice: Voice,
): void {
  const { trigger, agent, day, fixed, attempt, queueSeconds, endMs } = contact
  const atMs = endMs + ASKED_AFTER_MS + Math.floor(random.logNormal(3.2 * 3600, 1.1)) * 1000
  const rank = rankOf(mood, random)
  const hassle = (attempt > 1 ? 10 : 0) + (queueSeconds > 150 ? 6 : 0)
  const topic = { topic: trigger.topic, agent }
  if (kind === 'transactional_nps') {
    const resolved = random.chance(0.7) ? random.chance(fixed ? 0.93 : 0.3) : undefined
    const score = npsScore(trigger.npsPoints + (fixed ? 7 : -16) - hassle, rank)
    voice.say(kind, atMs, score, topic, { ...about, resolved })
  } else if (kind === 'ces') {
    const wanted = random.chance(0.6) ? random.chance(trigger.wantedShare) : undefined
    const points = trigger.easyPoints + (fixed ? 3 : -3) - hassle + effects.easePoints(trigger.id, day)
    voice.say(kind, atMs, easeScore(points, rank), topic, { ...about, wanted })
  } else {
    voice.say(kind, atMs, satisfactionScore(78 + (fixed ? 5 : -5) - hassle, rank), topic, about)
  }
}

function aboutDelivery(order: Order, { mood }: Person, random: Random, voice: Voice): void {
  if (!random.chance(DELIVERY_ASKED)) return
  const sentMs = order.deliveredMs + 2 * 3_600_000
  const about = { touchpoint: touchpointReference('delivery') }
  const survey = voice.ask('csat', sentMs, about)
  if (!random.chance(DELIVERY_ANSWERED)) return
  const atMs = sentMs + random.whole(1, 80 * 3_600) * 1000
  const journey = { source: sources.web, id: order.record.id }
  const score = satisfactionScore(order.late ? 55 : 84, rankOf(mood, random))
  voice.say('csat', atMs, score, { topic: 'Bezorging' }, { survey, journey, ...about })
}

/** Public, unasked, and now and then of somebody whom no system knows. */
function aboutShoes({ deliveredMs }: Order, { mood }: Person, random: Random, voice: Voice): void {
  if (!random.chance(REVIEWS_PER_ORDER)) return
  const atMs = deliveredMs + random.whole(5 * 86_400, 45 * 86_400) * 1000
  const score = satisfactionScore(REVIEW_POINTS, rankOf(mood, random))
  const more = { touchpoint: touchpointReference('review-page') }
  voice.say('review', atMs, score, {}, random.chance(REVIEW_UNKNOWN) ? { ...more, customer: undefined } : more)
}

/** Asked time after time while the customer is active; the rounds of different people begin on different days. */
function aboutRelation(
  person: Person,
  orders: readonly Order[],
  contacts: readonly Contact[],
  { calendar, seasons, effects }: World,
  random: Random,
  voice: Voice,
): void {
  const loyalty = effects.loyalty(person.segment).relationalPoints
  const phase = random.whole(0, RELATION_EVERY_DAYS - 1)
  for (let asked = calendar.firstContactDay + phase; asked < calendar.days; asked += RELATION_EVERY_DAYS) {
    const answered = random.chance(RELATION_ANSWERED)
    const rank = rankOf(person.mood, random)
    const latest = orders.findLast(order => order.day < asked)
    if (!latest || asked - latest.day > ACTIVE_DAYS) continue
    const sentMs = calendar.startMs(asked) + 7 * 3_600_000
    const survey = voice.ask('relational_nps', sentMs, {})
    const day = answered ? openDay(asked, 'chat', [1, 0.5, 0.3, 0.2, 0.1, 0.1, 0.1], calendar, random) : calendar.days
    if (day >= calendar.days) continue
    const atMs = Math.max(momentOf(day, answerHours, calendar, random), sentMs + 4 * 60_000)
    const busy = 6 * ((seasons.pressure[day] ?? 1) - 1)
    const shift = effects.relationalPoints(memoryOf(contacts, atMs), day) + loyalty
    const points = RELATION_POINTS + segmentPoints[person.segment] - busy + shift
    voice.say('relational_nps', atMs, npsScore(points, rank), {}, { survey })
  }
}

/** What the relation remembers: who was spoken to last, and how long ago somebody asked about a trigger. */
function memoryOf(contacts: readonly Contact[], instantMs: number): Memory {
  const before = contacts.filter(({ known, openedMs }) => known && openedMs < instantMs)
  return {
    latestTeam: before.findLast(({ handling }) => !handling.byBot)?.team,
    daysSince(trigger) {
      const contact = before.findLast(one => one.trigger.id === trigger)
      return contact ? (instantMs - contact.openedMs) / DAY_MS : Number.POSITIVE_INFINITY
    },
  }
}
