import type { TransactionSql } from '../../db/pools.ts'
import {
  applyRates,
  decideRates,
  type OverlappingRate,
  orderRecosting,
  overlappingRates,
  refuseRates,
} from './cost-rates.queries.ts'
import type { LoadResult } from './load.ts'

/** Rates are few and judged against each other: two in force at once would leave the cost of a contact to chance. */
export async function loadCostRates(sql: TransactionSql): Promise<LoadResult['rejections']> {
  await decideRates(sql)
  const refused = await refuseOverlapping(sql)
  await orderRecosting(sql)
  await applyRates(sql)
  return refused.map(({ position, line, other }) => ({
    position,
    line,
    code: 'RATE_OVERLAPS',
    path: 'from',
    message: `Rate ${other} is in force for the same team, channel and brand at the same time`,
    fix: `End ${other} by its "to" before this one begins`,
  }))
}

/** Again and again: a rate whose new image is refused stays in force as it was, and may stand in the way of others. */
async function refuseOverlapping(sql: TransactionSql): Promise<OverlappingRate[]> {
  const refused: OverlappingRate[] = []
  for (;;) {
    const overlapping = await overlappingRates(sql)
    if (overlapping.length === 0) return refused
    const positions = overlapping.map(({ position }) => position)
    await refuseRates(sql, positions)
    refused.push(...overlapping)
  }
}
