import { RETURNING_WITHIN_DAYS } from '../facts/index.ts'
import { daysBetween } from '../time.ts'
import type { ReferenceRow, ReferenceRows } from './reference.ts'

const textOf = (row: ReferenceRow, column: string) => String(row[column] ?? '')
const placeOf = (row: ReferenceRow) => `${textOf(row, 'at')} ${textOf(row, 'id')}`
const isKnown = (row: ReferenceRow) => row['known'] !== false
const sameCustomer = (left: ReferenceRow) => (right: ReferenceRow) => left['customerId'] === right['customerId']

/** What a customer touched of any stage, in the order of time. */
function touchesBefore(row: ReferenceRow, { interaction = [] }: ReferenceRows): ReferenceRow[] {
  if (!isKnown(row)) return []
  return interaction
    .filter(touch => touch['stage'] != null && textOf(touch, 'at') <= textOf(row, 'at'))
    .filter(sameCustomer(row))
    .toSorted((left, right) => (placeOf(left) < placeOf(right) ? -1 : 1))
}

/** The stages that led to an order: those touched since its customer's order before. None: a single null. */
function stagesOf(placed: ReferenceRow, rows: ReferenceRows): (string | null)[] {
  const moments = (rows['order'] ?? []).filter(sameCustomer(placed)).map(row => textOf(row, 'at'))
  const since = moments.toSorted().findLast(at => at < textOf(placed, 'at')) ?? ''
  const touched = touchesBefore(placed, rows).filter(touch => textOf(touch, 'at') > since)
  return touched.length > 0 ? [...new Set(touched.map(touch => textOf(touch, 'stage')))] : [null]
}

/** A row for each stage of its order, with an equal share of the margin. */
function shared(row: ReferenceRow, placed: ReferenceRow | undefined, rows: ReferenceRows): ReferenceRow[] {
  const stages = placed ? stagesOf(placed, rows) : []
  const margin = row['marginE4'] == null ? null : Number(row['marginE4']) / stages.length
  return stages.map(stage => ({ ...row, stage, marginE4: margin }))
}

/** What its customer was at an order. */
function lifecycleStageOf(placed: ReferenceRow | undefined, { order = [] }: ReferenceRows): string | null {
  if (!placed || !isKnown(placed)) return null
  const days = order.filter(sameCustomer(placed)).map(row => textOf(row, 'day'))
  const before = days.toSorted().findLast(day => day < textOf(placed, 'day'))
  if (before === undefined) return 'NEW'
  return daysBetween(before, textOf(placed, 'day')) <= RETURNING_WITHIN_DAYS ? 'RETURNING' : 'RESURRECTED'
}

function reached(journey: ReferenceRow, { interaction = [], journey_map: maps = [] }: ReferenceRows): ReferenceRow[] {
  const stages = (maps.find(({ id }) => id === journey['journeyMapId'])?.['stages'] ?? []) as readonly { id: string }[]
  const touched = new Set(interaction.filter(one => one['journeyId'] === journey['id']).map(one => one['stage']))
  const places = stages.flatMap(({ id }, at) => (touched.has(id) ? [at] : []))
  return places
    .filter(at => at < stages.length - 1)
    .map(at => ({ ...journey, stage: stages[at]?.id, wentOn: places.some(other => other > at) }))
}

/** Plain rows with those that are told from them when they are asked. */
export function withDerived(rows: ReferenceRows): ReferenceRows {
  const { order = [], refund = [], feedback = [], journey = [], interaction = [], contact = [] } = rows
  const reviewed = new Set((rows['quality_review'] ?? []).map(row => row['contactId']))
  const orders = new Map(order.map(row => [row['id'], row]))
  return {
    ...rows,
    stage_order: order.flatMap(row => shared(row, row, rows)),
    stage_refund: refund.flatMap(row => shared(row, orders.get(row['id']), rows)),
    life_order: order.map(row => ({ ...row, lifecycleStage: lifecycleStageOf(row, rows) })),
    life_refund: refund.map(row => ({ ...row, lifecycleStage: lifecycleStageOf(orders.get(row['id']), rows) })),
    stage_answer: feedback
      .filter(({ kind }) => kind === 'relational_nps')
      .map(row => ({ ...row, stage: row['stage'] ?? touchesBefore(row, rows).at(-1)?.['stage'] ?? null })),
    stage_journey: journey.flatMap(row => reached(row, rows)),
    reviewed_contact: contact.filter(row => reviewed.has(row['id'])),
    touch: interaction.filter(isKnown),
  }
}
