import { factRow, type RowMaker } from './rows.ts'

/** An order's own columns; whether its customer had ordered before comes from the database. */
export const orderRow: RowMaker<'orders'> = (record, context) => ({
  ...factRow('order', record, {}, context),
  at: record.at,
  amountE4: record.amount,
  currency: record.currency ?? context.currency,
  marginE4: record.margin ?? null,
  refunds:
    record.refunds && record.refunds.length > 0
      ? record.refunds
          .map(refund => ({
            at: refund.at.toISOString(),
            day: context.dayOf(refund.at.getTime()),
            amountE4: refund.amount,
          }))
          .sort((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : left.amountE4 - right.amountE4))
      : null,
  status: record.status ?? null,
  channel: record.channel ?? null,
  promisedAt: record.promisedAt ?? null,
  deliveredAt: record.deliveredAt ?? null,
  day: context.dayOf(record.at.getTime()),
})
