import { factRow, idOf, type RowMaker, refOf } from './rows.ts'

/** A contact as its sender knows it; what follows from that, from its events and its neighbours is derived in the database. */
export const contactRow: RowMaker<'contacts'> = (record, context) => {
  const { source } = context
  const refs = {
    trigger: refOf(record.trigger, source),
    journey: refOf(record.journey, source),
    touchpoint: refOf(record.touchpoint, source),
    order: refOf(record.order, source),
  }
  return {
    ...factRow('contact', record, refs, context),
    channel: record.channel,
    openedAt: record.openedAt,
    initiatedBy: record.initiatedBy ?? null,
    topic: record.topic ?? null,
    triggerId: idOf('trigger', refs.trigger),
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
  }
}
