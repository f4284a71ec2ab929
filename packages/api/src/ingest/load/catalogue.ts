import { type RecordKind, recordKinds } from '@tweeluik/schema/records'
import type { TransactionSql } from '../../db/pools.ts'
import type { Rejection } from '../prepare/prepare.ts'
import { columnNamesOf, tableName } from '../record-tables.ts'
import { orderRetiming } from './business-time.queries.ts'
import { openCalendars, withoutHolidays } from './calendars.ts'
import { type Catalogue, decideCatalogue, refuseRows, writeCatalogue } from './catalogue.queries.ts'
import { orderRecosting, overlappingRates } from './cost-rates.queries.ts'
import { doubleExchangeRates } from './exchange-rates.queries.ts'
import {
  doubleSteps,
  orderResessioning,
  orderRestagingByMaps,
  orderRestagingByTouchpoints,
  orderRewindowing,
  writeSteps,
} from './journey-maps.queries.ts'
import { orderRejudging } from './sla-targets.queries.ts'
import { orderRecausing, ownAncestors } from './triggers.queries.ts'

/** A row that is refused for what is stored, or for another row of its batch. */
export type LateRejection = Omit<Rejection, 'text'>

interface Rules {
  /** Rows that cannot stand beside what will be stored. */
  refused?(sql: TransactionSql): Promise<LateRejection[]>
  /** Called when it is known what changes, before it does. */
  before?: Step
  after?: Step
}

type Step = (sql: TransactionSql) => Promise<void>

function inTurn(...steps: readonly Step[]): Step {
  return async sql => {
    for (const step of steps) await step(sql)
  }
}

const rules: Partial<Record<RecordKind, Rules>> = {
  calendars: { refused: withoutHolidays, before: orderRetiming, after: openCalendars },
  'sla-policies': { before: orderRejudging },
  'cost-rates': { refused: overlapping, before: orderRecosting },
  'exchange-rates': { refused: doubled },
  triggers: { refused: circling, before: orderRecausing },
  touchpoints: { before: inTurn(orderRestagingByTouchpoints, orderResessioning) },
  'journey-maps': { refused: doublingSteps, before: inTurn(orderRestagingByMaps, orderRewindowing), after: writeSteps },
}

/** A catalogue's records are few and stand alone; what facts take from them is derived anew afterwards, slice by slice. */
export async function loadCatalogue(sql: TransactionSql, records: RecordKind): Promise<LateRejection[]> {
  const catalogue: Catalogue = {
    table: tableName(records),
    kind: recordKinds[records].singular,
    columns: columnNamesOf(records),
  }
  const { refused, before, after } = rules[records] ?? {}
  await decideCatalogue(sql, catalogue)
  const rejections = refused ? await refuseAll(sql, catalogue, refused) : []
  await before?.(sql)
  await writeCatalogue(sql, catalogue)
  await after?.(sql)
  return rejections
}

/** Again and again: a record whose new image is refused stays as it was, and may stand in the way of others. */
async function refuseAll(
  sql: TransactionSql,
  catalogue: Catalogue,
  find: (sql: TransactionSql) => Promise<LateRejection[]>,
): Promise<LateRejection[]> {
  const all: LateRejection[] = []
  for (;;) {
    const found = await find(sql)
    if (found.length === 0) return all
    await refuseRows(
      sql,
      catalogue,
      found.map(({ position }) => position),
    )
    all.push(...found)
  }
}

async function overlapping(sql: TransactionSql): Promise<LateRejection[]> {
  const rates = await overlappingRates(sql)
  return rates.map(({ position, line, other }) => ({
    position,
    line,
    code: 'RATE_OVERLAPS',
    path: 'from',
    message: `Rate ${other} is in force for the same team, channel and brand at the same time`,
    fix: `End ${other} by its "to" before this one begins`,
  }))
}

async function doubled(sql: TransactionSql): Promise<LateRejection[]> {
  const rates = await doubleExchangeRates(sql)
  return rates.map(({ position, line, other }) => ({
    position,
    line,
    code: 'RATE_OVERLAPS',
    path: 'day',
    message: `Rate ${other} tells the same two currencies on the same day`,
    fix: `Send the rate under the id ${other}, or delete that one first`,
  }))
}

async function circling(sql: TransactionSql): Promise<LateRejection[]> {
  const triggers = await ownAncestors(sql)
  return triggers.map(({ position, line, parent }) => ({
    position,
    line,
    code: 'OWN_ANCESTOR',
    path: 'parent',
    message: `Through ${parent} this trigger would be its own ancestor`,
    fix: 'Name a parent that does not come from this trigger',
  }))
}

/** Steps that name one touchpoint in two ways; in one way, the map's own rules find them. */
async function doublingSteps(sql: TransactionSql): Promise<LateRejection[]> {
  const maps = await doubleSteps(sql)
  return maps.map(({ position, line, step }) => ({
    position,
    line,
    code: 'DUPLICATE_STEP',
    path: `steps.${step}.touchpoint`,
    message: 'This touchpoint has a step already',
    fix: 'Keep one step a touchpoint',
  }))
}
