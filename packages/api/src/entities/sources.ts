import type { NodeKind, Source } from '../graphql/source.ts'
import { type AnnotationRow, annotationSource } from './annotation/annotation.source.ts'
import { type CalendarRow, calendarSource } from './calendar/calendar.source.ts'
import { type ContactRow, contactSource } from './contact/contact.source.ts'
import { type ContactEventRow, contactEventSource } from './contact-event/contact-event.source.ts'
import { type CostRateRow, costRateSource } from './cost-rate/cost-rate.source.ts'
import { type CustomerRow, customerSource } from './customer/customer.source.ts'
import { type ExchangeRateRow, exchangeRateSource } from './exchange-rate/exchange-rate.source.ts'
import { type ExposureRow, exposureSource } from './exposure/exposure.source.ts'
import { type FeedbackRow, feedbackSource } from './feedback/feedback.source.ts'
import { type InteractionRow, interactionSource } from './interaction/interaction.source.ts'
import { type InvestmentRow, investmentSource } from './investment/investment.source.ts'
import { type JourneyRow, journeySource } from './journey/journey.source.ts'
import { type JourneyMapRow, journeyMapSource } from './journey-map/journey-map.source.ts'
import { type OrderRow, orderSource } from './order/order.source.ts'
import { type QualityReviewRow, qualityReviewSource } from './quality-review/quality-review.source.ts'
import { type SlaPolicyRow, slaPolicySource } from './sla-policy/sla-policy.source.ts'
import { type SurveyRow, surveySource } from './survey/survey.source.ts'
import { type TouchpointRow, touchpointSource } from './touchpoint/touchpoint.source.ts'
import { type TriggerRow, triggerSource } from './trigger/trigger.source.ts'

/** A row of each kind, as nodes are loaded. */
export interface NodeRows {
  touchpoint: TouchpointRow
  trigger: TriggerRow
  'journey-map': JourneyMapRow
  calendar: CalendarRow
  'sla-policy': SlaPolicyRow
  'cost-rate': CostRateRow
  'exchange-rate': ExchangeRateRow
  annotation: AnnotationRow
  customer: CustomerRow
  journey: JourneyRow
  interaction: InteractionRow
  contact: ContactRow
  'contact-event': ContactEventRow
  survey: SurveyRow
  feedback: FeedbackRow
  'quality-review': QualityReviewRow
  exposure: ExposureRow
  order: OrderRow
  investment: InvestmentRow
}

export const sources: Readonly<Record<NodeKind, Source>> = {
  touchpoint: touchpointSource,
  trigger: triggerSource,
  'journey-map': journeyMapSource,
  calendar: calendarSource,
  'sla-policy': slaPolicySource,
  'cost-rate': costRateSource,
  'exchange-rate': exchangeRateSource,
  annotation: annotationSource,
  customer: customerSource,
  journey: journeySource,
  interaction: interactionSource,
  contact: contactSource,
  'contact-event': contactEventSource,
  survey: surveySource,
  feedback: feedbackSource,
  'quality-review': qualityReviewSource,
  exposure: exposureSource,
  order: orderSource,
  investment: investmentSource,
}
