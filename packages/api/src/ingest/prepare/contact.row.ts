import { factRow, idOf, type Row, type RowMaker, refOf } from './rows.ts'

const NO_ISSUE = 'none'
const secondsBetween = (from: Date, to: Date) => Math.max(0, Math.round((to.getTime() - from.getTime()) / 1000))
const laterBy = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000)

/** A contact's own columns and what follows from it alone; gaps, cost and segment come from its neighbours in the database. */
export const contactRow: RowMaker<'contacts'> = (record, context) => {
  const { source, dayOf } = context
  const refs = {
    trigger: refOf(record.trigger, source),
    journey: refOf(record.journey, source),
    touchpoint: refOf(record.touchpoint, source),
    order: refOf(record.order, source),
  }
  const base = factRow('contact', record, refs, context)
  const times = timesOf(record)
  const abandoned = record.outcome === 'abandoned'
  const resolved = record.outcome ? record.outcome === 'resolved' : record.resolvedAt != null
  const handled = !abandoned && (times.answeredAt !== null || resolved)
  const byCustomer = record.initiatedBy !== 'company'
  const triggerId = idOf('trigger', refs.trigger)
  return {
    ...base,
    channel: record.channel,
    openedAt: record.openedAt,
    initiatedBy: record.initiatedBy ?? null,
    topic: record.topic ?? null,
    triggerId,
    subject: record.subject ?? null,
    text: record.text ?? null,
    team: record.team ?? null,
    agent: record.agent ?? null,
    bot: record.bot ?? null,
    agentReplies: record.agentReplies ?? null,
    journeyId: idOf('journey', refs.journey),
    touchpointId: idOf('touchpoint', refs.touchpoint),
    orderId: idOf('order', refs.order),
    concurrency: record.concurrency ?? null,
    queueSeconds: record.queueSeconds ?? null,
    talkSeconds: record.talkSeconds ?? null,
    holdSeconds: record.holdSeconds ?? null,
    wrapSeconds: record.wrapSeconds ?? null,
    answeredAt: record.answeredAt ?? null,
    firstResponseAt: record.firstResponseAt ?? null,
    resolvedAt: record.resolvedAt ?? null,
    closedAt: record.closedAt ?? null,
    outcome: record.outcome ?? null,
    transfers: record.transfers ?? null,
    reopens: record.reopens ?? null,
    slaMet: record.slaMet ?? null,
    openedDay: dayOf(record.openedAt.getTime()),
    answeredDay: times.answeredAt && !abandoned ? dayOf(times.answeredAt.getTime()) : null,
    handledAt: times.handledAt,
    handledDay: dayOf(times.handledAt.getTime()),
    handled,
    offered:
      byCustomer && record.bot !== true && (record.queueSeconds != null || times.answeredAt !== null || abandoned),
    resolved,
    ...handlingSeconds(record),
    answerSeconds: times.answeredAt ? (record.queueSeconds ?? secondsBetween(record.openedAt, times.answeredAt)) : null,
    issue: triggerId ?? record.topic ?? NO_ISSUE,
    inChain: base['known'] === true && byCustomer,
  }
}

type Contact = Parameters<typeof contactRow>[0]

/** Answered by its own word or after the queue when talk is known; handled at the end of wrap-up. */
function timesOf(record: Contact): { answeredAt: Date | null; handledAt: Date } {
  const { openedAt, queueSeconds, talkSeconds, holdSeconds, wrapSeconds } = record
  const answeredAt = record.answeredAt ?? (talkSeconds != null ? laterBy(openedAt, queueSeconds ?? 0) : null)
  const handling = (talkSeconds ?? 0) + (holdSeconds ?? 0) + (wrapSeconds ?? 0)
  const handledAt = record.closedAt ?? record.resolvedAt ?? (answeredAt ? laterBy(answeredAt, handling) : openedAt)
  return { answeredAt, handledAt }
}

/** Null where no part is known. An agent who shares the time over several chats gives each its part. */
function handlingSeconds(record: Contact): Row {
  const { talkSeconds, holdSeconds, wrapSeconds } = record
  const shared = record.concurrency ?? 1
  const known = [talkSeconds, holdSeconds, wrapSeconds].filter(seconds => seconds != null)
  const total = known.reduce((sum, seconds) => sum + seconds, 0)
  return {
    handleSeconds: known.length === 0 ? null : Math.round(total / shared),
    talkHandleSeconds: talkSeconds == null ? null : Math.round(talkSeconds / shared),
  }
}
