import { addDays, earlierDay } from '@tweeluik/schema'
import type { Database } from '../../db/pools.ts'
import { contactLoad, type FactLoad, feedbackLoad, interactionLoad, journeyLoad } from './facts.ts'
import { type LoadSettings, startLoading } from './load.ts'
import { followThrough } from './load-facts.ts'
import { lockLoads } from './lock.queries.ts'
import {
  advanceRederivation,
  finishRederivation,
  nextRederivation,
  type Rederivation,
  touchStale,
} from './rederivation.queries.ts'
import { touchPromised } from './sla-targets.queries.ts'

const SLICE_DAYS = 31

/** Derives a slice of facts anew that a changed rate, map or touchpoint concerns; false when nothing is left to do. */
export async function rederiveSlice({ owner }: Database, settings: LoadSettings): Promise<boolean> {
  return await owner.begin(async sql => {
    const order = await nextRederivation(sql)
    if (!order) return false
    await lockLoads(sql)
    const toDay = earlierDay(addDays(order.fromDay, SLICE_DAYS), order.toDay)
    const loading = await startLoading(sql, settings)
    for (const { load, column, among } of concerned(order)) {
      const slice = { column, fromDay: order.fromDay, toDay, among }
      await followThrough(loading, load, async () => {
        await touchStale(sql, load, loading.settings, slice)
        if (order.what === 'promise') await touchPromised(sql, slice.fromDay, toDay)
      })
    }
    if (toDay < order.toDay) await advanceRederivation(sql, order.id, toDay)
    else await finishRederivation(sql, order.id)
    return true
  })
}

interface Concerned {
  load: FactLoad
  /** Of the day by which it is sliced. */
  column: string
  among: Record<string, string[]>
}

function concerned(order: Rederivation): Concerned[] {
  const contacts = { load: contactLoad, column: 'opened_day' }
  switch (order.what) {
    case 'cost': {
      const among = Object.fromEntries(Object.entries(order.where).map(([column, word]) => [column, [word]]))
      return [{ ...contacts, column: 'handled_day', among }]
    }
    case 'stage': {
      const among = { touchpoint_id: order.where.touchpoints.split(',') }
      return [
        { load: interactionLoad, column: 'day', among },
        { ...contacts, among },
        { load: feedbackLoad, column: 'day', among },
      ]
    }
    case 'cause':
      return [{ ...contacts, among: { trigger_id: order.where.triggers.split(',') } }]
    case 'promise':
      return [{ ...contacts, among: {} }]
    case 'window':
      return [{ load: journeyLoad, column: 'day', among: { journey_map_id: order.where.maps.split(',') } }]
    case 'session':
      return [{ load: interactionLoad, column: 'day', among: {} }]
  }
}
