import type { Channel } from './company.ts'
import type { Random } from './random.ts'
import type { Trigger } from './triggers.ts'

/** How long people wait and are helped on a channel: medians in seconds, spreads of a log-normal. */
interface Pace {
  queue?: { median: number; patience: number }
  talk: number
  spread: number
  holdShare: number
  wrap: number
  /** Median wait for the first answer where nobody waits on the line. */
  reply?: number
  concurrency?: readonly number[]
}

const paces: Record<Channel, Pace> = {
  phone: { queue: { median: 43, patience: 400 }, talk: 256, spread: 0.58, holdShare: 0.24, wrap: 56 },
  chat: {
    queue: { median: 28, patience: 250 },
    talk: 590,
    spread: 0.5,
    holdShare: 0,
    wrap: 44,
    concurrency: [15, 60, 25],
  },
  video: { queue: { median: 30, patience: 400 }, talk: 520, spread: 0.45, holdShare: 0, wrap: 70 },
  email: { talk: 285, spread: 0.6, holdShare: 0, wrap: 28, reply: 15_500 },
  whatsapp: { talk: 235, spread: 0.55, holdShare: 0, wrap: 24, reply: 1_300 },
}

/** Seconds of one contact, as a contact centre's system writes them down. */
export interface Handling {
  abandoned: boolean
  /** No person took part. */
  byBot?: boolean
  queueSeconds?: number
  replySeconds?: number
  talkSeconds: number
  holdSeconds: number
  wrapSeconds: number
  concurrency?: number
  agentReplies?: number
}

/** `factor` is the team's pace; `pressure` lengthens the wait, and a little the work. */
export function handlingOf(
  channel: Channel,
  trigger: Trigger,
  factor: number,
  pressure: number,
  random: Random,
): Handling {
  const pace = paces[channel]
  const length = trigger.length * factor * pressure ** 0.12
  const talkSeconds = Math.max(15, Math.round(random.logNormal(pace.talk * length, pace.spread)))
  const holdSeconds = random.chance(pace.holdShare) ? Math.round(random.logNormal(42 * factor, 0.7)) : 0
  const wrapSeconds = Math.max(3, Math.round(random.logNormal(pace.wrap * factor * trigger.length ** 0.5, 0.6)))
  const work = { talkSeconds, holdSeconds, wrapSeconds }
  if (!pace.queue) {
    const replySeconds = Math.round(random.logNormal((pace.reply ?? 0) * pressure, 0.75))
    return { abandoned: false, ...work, replySeconds, agentReplies: 1 + random.index([58, 27, 11, 4]) }
  }
  const queueSeconds = Math.round(random.logNormal(pace.queue.median * pressure ** 2, 0.95))
  const patience = Math.round(random.logNormal(pace.queue.patience, 0.85))
  if (queueSeconds > patience)
    return { abandoned: true, queueSeconds: patience, talkSeconds: 0, holdSeconds: 0, wrapSeconds: 0 }
  return {
    abandoned: false,
    ...work,
    queueSeconds,
    concurrency: pace.concurrency ? 1 + random.index(pace.concurrency) : undefined,
    agentReplies: channel === 'chat' ? 2 + random.index([20, 30, 26, 14, 10]) : undefined,
  }
}

/** A call the company makes: nobody waits, and it is short. */
export function outboundCall(factor: number, random: Random): Handling {
  return {
    abandoned: false,
    talkSeconds: Math.round(random.logNormal(95 * factor, 0.5)),
    holdSeconds: 0,
    wrapSeconds: Math.round(random.logNormal(35 * factor, 0.5)),
  }
}

/** A chat that needs nobody: it takes as long as it takes to read. */
export function answeredByBot(random: Random): Handling {
  const talkSeconds = Math.round(random.logNormal(110, 0.5))
  return { abandoned: false, byBot: true, talkSeconds, holdSeconds: 0, wrapSeconds: 0, agentReplies: 0 }
}
