import type { TransactionSql } from '../../db/pools.ts'
import { applyRates, decideRates, orderRecosting, overlappingRates, refuseRates } from './cost-rates.queries.ts'
import type { LoadResult } from './load.ts'

/** Rates are few and judged against each other: two in force at once would leave the cost of a contact to chance. */
export async function loadCostRates(sql: TransactionSql): Promise<LoadResult['rejections']> {
  await decideRates(sql)
  const overlapping = await overlappingRates(sql)
  if (overlapping.length > 0)
    await refuseRates(
      sql,
      overlapping.map(({ position }) => position),
    )
  await orderRecosting(sql)
  await applyRates(sql)
  return overlapping.map(({ position, line, other }) => ({
    position,
    line,
    code: 'RATE_OVERLAPS',
    path: 'from',
    message: `Rate ${other} is in force for the same team, channel and brand at the same time`,
    fix: `End ${other} by its "to" before this one begins`,
  }))
}
