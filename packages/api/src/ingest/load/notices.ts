import type { RecordKind } from '@tweeluik/schema/records'
import type { TransactionSql } from '../../db/pools.ts'
import type { LateRejection } from './catalogue.ts'
import { answeredBefore } from './feedback.queries.ts'
import { stepsOffTheMap } from './interaction.queries.ts'
import { type Contradiction, contradictedContacts, contradictingEvents } from './notices.queries.ts'

/** Something that its sender should know of a row that was taken all the same; shaped as a rejection. */
export type Notice = LateRejection

/** What there is to say of the rows that this batch brought. */
export async function noticesOf(sql: TransactionSql, records: RecordKind): Promise<Notice[]> {
  switch (records) {
    case 'contacts':
      return contradictions(await contradictedContacts(sql), 'outcome')
    case 'contact-events':
      return contradictions(await contradictingEvents(sql), 'type')
    case 'interactions':
      return await offTheMap(sql)
    case 'feedback':
      return await answeredTwice(sql)
    default:
      return []
  }
}

const contradictions = (found: readonly Contradiction[], path: string): Notice[] =>
  found.map(({ position, line, sent }) => ({
    position,
    line,
    code: 'OUTCOME_CONTRADICTS_EVENTS',
    path,
    message: `The contact was sent as ${sent}; an event says that it was resolved, and events decide`,
    fix: 'Correct the outcome, or delete the event that is wrong',
  }))

async function offTheMap(sql: TransactionSql): Promise<Notice[]> {
  const rows = await stepsOffTheMap(sql)
  return rows.map(({ position, line, map }) => ({
    position,
    line,
    code: 'TOUCHPOINT_NOT_ON_MAP',
    path: 'touchpoint',
    message: `The map ${map} of its journey has no step at this touchpoint: it counts as a deviation`,
    fix: 'Add a step to the map if it belongs to the journey',
  }))
}

async function answeredTwice(sql: TransactionSql): Promise<Notice[]> {
  const rows = await answeredBefore(sql)
  return rows.map(({ position, line }) => ({
    position,
    line,
    code: 'SURVEY_ANSWERED_BEFORE',
    path: 'survey',
    message: 'This survey has an answer already: both are kept, and it counts as answered once',
    fix: 'Send the first answer again under its own id if this one replaces it',
  }))
}
