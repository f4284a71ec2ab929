import { factRow, idOf, type RowMaker, refOf } from './rows.ts'

export const investmentRow: RowMaker<'investments'> = (record, context) => {
  const refs = { touchpoint: refOf(record.touchpoint, context.source) }
  return {
    ...factRow('investment', record, refs, context),
    at: record.at,
    amountE4: record.amount,
    currency: record.currency ?? context.currency,
    purpose: record.purpose,
    lens: record.lens,
    touchpointId: idOf('touchpoint', refs.touchpoint),
    campaign: record.campaign ?? null,
    day: context.dayOf(record.at.getTime()),
  }
}
