import type { NodeKind, Source } from '../graphql/source.ts'
import { type ContactRow, contactSource } from './contact/contact.source.ts'
import { type CustomerRow, customerSource } from './customer/customer.source.ts'
import { type FeedbackRow, feedbackSource } from './feedback/feedback.source.ts'
import { type OrderRow, orderSource } from './order/order.source.ts'

/** A row of each kind, as nodes are loaded. */
export interface NodeRows {
  customer: CustomerRow
  contact: ContactRow
  feedback: FeedbackRow
  order: OrderRow
}

export const sources: Readonly<Record<NodeKind, Source>> = {
  customer: customerSource,
  contact: contactSource,
  feedback: feedbackSource,
  order: orderSource,
}
