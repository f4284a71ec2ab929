import { type Calendar, happened } from './calendar.ts'
import type { Channel } from './company.ts'
import type { Handling } from './handling.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'

/** The moments of one contact; what is missing never comes. */
export interface Times {
  answeredMs?: number
  respondedMs?: number
  resolvedMs?: number
  closedMs: number
}

/** Live channels are answered after the queue; letters and messages when somebody gets to them. */
export function timesOf(channel: Channel, openedMs: number, handling: Handling, resolves: boolean): Times {
  const { queueSeconds, replySeconds, talkSeconds, holdSeconds, wrapSeconds, agentReplies = 1 } = handling
  if (handling.abandoned) return { closedMs: openedMs + (queueSeconds ?? 0) * 1000 }
  if (handling.byBot) {
    const endMs = openedMs + talkSeconds * 1000
    return { resolvedMs: resolves ? endMs : undefined, closedMs: endMs }
  }
  if (replySeconds !== undefined) {
    const respondedMs = openedMs + replySeconds * 1000
    const lastMs = respondedMs + (agentReplies - 1) * replySeconds * 900
    return { respondedMs, resolvedMs: resolves ? lastMs : undefined, closedMs: lastMs + wrapSeconds * 1000 }
  }
  const answeredMs = openedMs + (queueSeconds ?? 0) * 1000
  const endMs = answeredMs + (talkSeconds + holdSeconds) * 1000
  return {
    answeredMs,
    respondedMs: channel === 'chat' ? answeredMs + 12_000 : undefined,
    resolvedMs: resolves ? endMs : undefined,
    closedMs: endMs + wrapSeconds * 1000,
  }
}

/** What stands in the record by now: a contact that still runs has no end, no length and no outcome. */
export function outcomeOf(
  times: Times,
  handling: Handling,
  promisedSeconds: number,
  random: Random,
  calendar: Calendar,
): Partial<Sent<'contacts'>> {
  const ended = times.closedMs <= calendar.nowMs
  const transfers = random.chance(0.07) && !handling.byBot ? 1 : 0
  const reopens = random.chance(0.05) && times.respondedMs !== undefined && times.resolvedMs !== undefined ? 1 : 0
  const begun = {
    queueSeconds: ended || happened(times.answeredMs, calendar) ? handling.queueSeconds : undefined,
    answeredAt: happened(times.answeredMs, calendar),
    firstResponseAt: happened(times.respondedMs, calendar),
  }
  if (!ended) return begun
  const closedAt = happened(times.closedMs, calendar)
  if (handling.abandoned) return { ...begun, closedAt, outcome: 'abandoned' }
  const resolution = {
    resolvedAt: happened(times.resolvedMs, calendar),
    closedAt,
    outcome: times.resolvedMs === undefined ? ('unresolved' as const) : ('resolved' as const),
  }
  if (handling.byBot) return { agentReplies: 0, ...resolution }
  const waitedSeconds = handling.replySeconds ?? handling.queueSeconds
  return {
    ...begun,
    concurrency: handling.concurrency,
    agentReplies: handling.agentReplies,
    talkSeconds: handling.talkSeconds,
    holdSeconds: handling.holdSeconds || undefined,
    wrapSeconds: handling.wrapSeconds,
    ...resolution,
    transfers,
    reopens,
    slaMet: waitedSeconds === undefined ? undefined : waitedSeconds <= promisedSeconds,
  }
}
