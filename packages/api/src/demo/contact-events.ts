import type { Calendar } from './calendar.ts'
import type { Contact } from './contacts.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'

/** Since when the platform for written contact tells step by step; of what came before only the outcome is known. */
const TOLD_SINCE_DAYS = 135
/** Advice by chat that goes on as video. */
const SWITCHED_SHARE = 0.16

type Event = Sent<'contact-events'>

/** The steps of one written contact, as its own fields tell it; none of a contact on another system. */
export function eventsOf(contact: Contact, calendar: Calendar, random: Random): Event[] {
  const { channel, day, openedMs, times, team, agent, handling, record } = contact
  if ((channel !== 'chat' && channel !== 'whatsapp') || day < calendar.days - TOLD_SINCE_DAYS) return []
  const switched = contact.trigger.advice && contact.answered && channel === 'chat' && random.chance(SWITCHED_SHARE)
  const events: Event[] = []
  const add = (type: Event['type'], atMs: number | undefined, more?: Pick<Event, 'channel' | 'team' | 'agent'>) => {
    if (atMs === undefined || atMs > calendar.nowMs) return
    const at = new Date(Math.round(atMs)).toISOString()
    const id = `${record.id}-${events.length + 1}`
    events.push({ id, contact: record.id, brand: record.brand, at, type, ...more })
  }
  add('opened', openedMs)
  if (record.bot) add('bot_replied', openedMs + 2_000)
  if (handling.byBot) add('bot_replied', openedMs + (times.closedMs - openedMs) * 0.6)
  if (handling.queueSeconds !== undefined) add('queued', openedMs + (record.bot ? 2_000 : 0))
  if (!handling.abandoned && !handling.byBot) {
    const by = { team, agent }
    const firstMs = times.respondedMs ?? openedMs
    const lastMs = times.resolvedMs ?? times.closedMs - handling.wrapSeconds * 1000
    const replies = handling.agentReplies ?? 0
    add('answered', times.answeredMs, by)
    for (let reply = 0; reply < replies; reply++) {
      add('agent_replied', firstMs + ((lastMs - firstMs) * reply) / Math.max(1, replies - 1), by)
    }
    if (record.transfers) add('transferred', firstMs + (lastMs - firstMs) * 0.2, { team })
    if (switched) add('channel_switched', firstMs + (lastMs - firstMs) * 0.35, { channel: 'video', ...by })
  }
  add('resolved', times.resolvedMs)
  if (record.reopens && times.resolvedMs !== undefined) {
    const wrapMs = times.closedMs - times.resolvedMs
    add('reopened', times.resolvedMs + wrapMs * 0.4)
    add('resolved', times.resolvedMs + wrapMs * 0.8)
  }
  add('closed', times.closedMs)
  return events
}
