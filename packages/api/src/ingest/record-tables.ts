import { columnName } from '@tweeluik/schema/facts'
import type { RecordKind } from '@tweeluik/schema/records'
import * as tables from '@tweeluik/schema/tables'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'

interface RecordTable {
  table: PgTable
  /** A fact lives with a customer; a catalogue stands alone; customers are kept by identity. */
  form: 'fact' | 'catalogue' | 'identity'
  /** Columns that only the database can fill, from what the row refers to and from its neighbours. */
  derived: readonly string[]
}

const fact = (table: PgTable, derived: readonly string[] = []): RecordTable => ({ table, form: 'fact', derived })
const catalogue = (table: PgTable): RecordTable => ({ table, form: 'catalogue', derived: [] })

/** Where the records of each kind are stored. */
export const recordTables: Record<RecordKind, RecordTable> = {
  touchpoints: catalogue(tables.touchpoints),
  triggers: catalogue(tables.triggers),
  'journey-maps': catalogue(tables.journeyMaps),
  calendars: catalogue(tables.calendars),
  'sla-policies': catalogue(tables.slaPolicies),
  'cost-rates': catalogue(tables.costRates),
  'exchange-rates': catalogue(tables.exchangeRates),
  annotations: catalogue(tables.annotations),
  customers: { table: tables.customerIdentities, form: 'identity', derived: [] },
  journeys: fact(tables.journeys, ['windowEndDay', 'completed']),
  interactions: fact(tables.interactions, ['journeyMapId', 'stage', 'sessionContained']),
  contacts: fact(tables.contacts, [
    'sent',
    'channels',
    'openedDay',
    'answeredDay',
    'handledAt',
    'handledDay',
    'handled',
    'offered',
    'resolved',
    'handleSeconds',
    'talkHandleSeconds',
    'holdHandleSeconds',
    'wrapHandleSeconds',
    'answerSeconds',
    'firstResponseDay',
    'firstResponseSeconds',
    'waiting',
    'firstResolvedDay',
    'firstResolutionSeconds',
    'lastResolvedAt',
    'lastResolvedDay',
    'fullResolutionSeconds',
    'businessAnswerSeconds',
    'businessFirstResponseSeconds',
    'businessFirstResolutionSeconds',
    'businessFullResolutionSeconds',
    'slaPolicyId',
    'contained',
    'avoidable',
    'issue',
    'inChain',
    'previousGapDays',
    'nearestGapDays',
    'resolutionDay',
    'journeyMapId',
    'stage',
    'costE4',
    'costCurrency',
  ]),
  'contact-events': fact(tables.contactEvents, ['reopened', 'contactChannel', 'contactTeam', 'contactTriggerId']),
  surveys: fact(tables.surveys, ['answered']),
  feedback: fact(tables.feedback, [
    'channel',
    'team',
    'aboutTouchpointId',
    'stage',
    'contactResolved',
    'haloPoints',
    'contacted',
  ]),
  'quality-reviews': fact(tables.qualityReviews, ['channel', 'team']),
  exposures: fact(tables.exposures),
  orders: fact(tables.orders, ['repeat']),
  investments: fact(tables.investments),
}

/** A kind's table by its name in the database. */
export const tableName = (kind: RecordKind) => getTableName(recordTables[kind].table)

/** All columns of a kind's table that a load fills, by their names in TypeScript; the number of the load comes by itself. */
export const columnsOf = (kind: RecordKind) =>
  Object.keys(getTableColumns(recordTables[kind].table)).filter(name => name !== 'loadNumber')

/** As {@link columnsOf}, by their names in the database. */
export const columnNamesOf = (kind: RecordKind) => columnsOf(kind).map(columnName)
