import type { ReviewItem } from '@tweeluik/schema/tables'
import { factRow, idOf, type RowMaker, refOf } from './rows.ts'

/** A review with what it comes to; channel and team come from its contact. */
export const qualityReviewRow: RowMaker<'quality-reviews'> = (record, context) => {
  const refs = { contact: refOf(record.contact, context.source) }
  const items = record.items.map(item => ({ ...item, critical: item.critical ?? false }))
  const criticalFailed = items.some(failed)
  return {
    ...factRow('quality-review', record, refs, context),
    contactId: idOf('contact', refs.contact),
    at: record.at,
    reviewer: record.reviewer ?? null,
    items,
    day: context.dayOf(record.at.getTime()),
    scoreE4: criticalFailed ? 0 : Math.round(10_000 * weighted(items)),
    criticalFailed,
  }
}

/** A critical item fails below half of what it can score: on a scale of five by a 1 or a 2, on yes or no by a no. */
const failed = ({ critical, score, max }: ReviewItem) => critical && score < max / 2

function weighted(items: readonly ReviewItem[]): number {
  const weight = items.reduce((sum, item) => sum + item.weight, 0)
  return items.reduce((sum, item) => sum + item.weight * (item.score / item.max), 0) / weight
}
