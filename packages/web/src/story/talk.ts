import type { ContactRecord } from './answer.ts'
import type { Contact, Purchase, StoryEvent } from './events.ts'

export type TalkPart = { kind: 'waiting' | 'talk' | 'wrap'; channel: string; fromMs: number; toMs: number }

export type TalkMark = {
  kind: 'answered' | 'switched' | 'transferred' | 'resolved'
  atMs: number
  /** Where it went on. */
  channel: string
  /** Null: not known, or not for the reader's role. */
  agent: string | null
}

/** One contact minute by minute. */
export type Talk = { fromMs: number; toMs: number; parts: TalkPart[]; marks: TalkMark[]; waitedSeconds: number }

/** Null: when it was answered is not known, so there is nothing to draw. */
export function talkOf({ contact, channels }: Contact): Talk | null {
  const fromMs = Date.parse(contact.openedAt)
  const answeredMs = answerMs(contact, fromMs)
  if (answeredMs === null) return null
  const talkEndMs = Math.max(answeredMs, endOfTalkMs(contact, answeredMs))
  const closedMs =
    contact.closedAt === null ? talkEndMs + (contact.wrapSeconds ?? 0) * 1000 : Date.parse(contact.closedAt)
  const toMs = Math.max(talkEndMs, closedMs)
  const [first = contact.channel] = channels
  const switches = contact.events.nodes.flatMap(({ type, at, channel }) =>
    type === 'CHANNEL_SWITCHED' && channel !== null ? [{ atMs: Date.parse(at), channel }] : [],
  )
  const part = (kind: TalkPart['kind'], channel: string, start: number, end: number): TalkPart[] =>
    end > start ? [{ kind, channel, fromMs: start, toMs: end }] : []
  const turns = [{ atMs: answeredMs, channel: first }, ...switches]
  const talk = turns.flatMap(({ atMs, channel }, index) =>
    part('talk', channel, atMs, turns[index + 1]?.atMs ?? talkEndMs),
  )
  const agent = contact.agent
  const marks: TalkMark[] = [
    { kind: 'answered' as const, atMs: answeredMs, channel: first, agent },
    ...switches.map(({ atMs, channel }) => ({ kind: 'switched' as const, atMs, channel, agent })),
    ...contact.events.nodes.flatMap(({ type, at, channel }) =>
      type === 'TRANSFERRED'
        ? [{ kind: 'transferred' as const, atMs: Date.parse(at), channel: channel ?? first, agent }]
        : [],
    ),
    ...(contact.resolvedAt === null
      ? []
      : [
          {
            kind: 'resolved' as const,
            atMs: Date.parse(contact.resolvedAt),
            channel: turns.at(-1)?.channel ?? first,
            agent,
          },
        ]),
  ].toSorted((a, b) => a.atMs - b.atMs)
  return {
    fromMs,
    toMs,
    parts: [
      ...part('waiting', first, fromMs, answeredMs),
      ...talk,
      ...part('wrap', turns.at(-1)?.channel ?? first, talkEndMs, toMs),
    ],
    marks,
    waitedSeconds: (answeredMs - fromMs) / 1000,
  }
}

function answerMs({ answeredAt, firstResponseAt, queueSeconds }: ContactRecord, fromMs: number): number | null {
  const at = answeredAt ?? firstResponseAt
  if (at !== null) return Math.max(fromMs, Date.parse(at))
  return queueSeconds === null ? null : fromMs + queueSeconds * 1000
}

function endOfTalkMs({ resolvedAt, talkSeconds, holdSeconds }: ContactRecord, answeredMs: number): number {
  if (talkSeconds !== null) return answeredMs + (talkSeconds + (holdSeconds ?? 0)) * 1000
  return resolvedAt === null ? answeredMs : Date.parse(resolvedAt)
}

const soonMs = 3600 * 1000

/** The order that followed within the hour. Null: none did. */
export function orderAfter(contact: Contact, events: StoryEvent[]): Purchase | null {
  const endMs = talkOf(contact)?.toMs ?? contact.atMs
  const next = events.find((event): event is Purchase => event.kind === 'order' && event.atMs >= contact.atMs)
  return next && next.atMs - endMs <= soonMs ? next : null
}

/** The latest contact that led straight to an order. Null: none did. */
export function talkBeforeOrder(events: StoryEvent[]): Contact | null {
  return (
    events.findLast(
      (event): event is Contact =>
        event.kind === 'contact' && talkOf(event) !== null && orderAfter(event, events) !== null,
    ) ?? null
  )
}

const minuteMs = 60_000
const stepsMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 1440, 2880, 10_080]

/** Round moments within a span, at most `most` of them. */
export function ticksOf(fromMs: number, toMs: number, most: number): number[] {
  const step = (stepsMinutes.find(minutes => (toMs - fromMs) / (minutes * minuteMs) <= most) ?? 43_200) * minuteMs
  const first = Math.ceil(fromMs / step) * step
  return Array.from({ length: Math.max(0, Math.floor((toMs - first) / step) + 1) }, (_, index) => first + index * step)
}
