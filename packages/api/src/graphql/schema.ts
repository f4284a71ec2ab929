import 'reflect-metadata'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchema, type PubSub } from 'type-graphql'
import { AnnotationResolver } from '../entities/annotation/annotation.resolver.ts'
import { CalendarResolver } from '../entities/calendar/calendar.resolver.ts'
import { ContactResolver } from '../entities/contact/contact.resolver.ts'
import { ContactEventResolver } from '../entities/contact-event/contact-event.resolver.ts'
import { CostRateResolver } from '../entities/cost-rate/cost-rate.resolver.ts'
import { CustomerResolver } from '../entities/customer/customer.resolver.ts'
import { IdentityResolver } from '../entities/customer/identity.resolver.ts'
import { ExchangeRateResolver } from '../entities/exchange-rate/exchange-rate.resolver.ts'
import { ExposureResolver } from '../entities/exposure/exposure.resolver.ts'
import { FeedbackResolver } from '../entities/feedback/feedback.resolver.ts'
import { InteractionResolver } from '../entities/interaction/interaction.resolver.ts'
import { InvestmentResolver } from '../entities/investment/investment.resolver.ts'
import { JourneyResolver } from '../entities/journey/journey.resolver.ts'
import { JourneyMapResolver, JourneyStepResolver } from '../entities/journey-map/journey-map.resolver.ts'
import { CatalogueRecordResolver, LastChangeResolver } from '../entities/last-change/last-change.resolver.ts'
import { OrderResolver } from '../entities/order/order.resolver.ts'
import { OrganisationResolver } from '../entities/organisation/organisation.resolver.ts'
import { PossibleDuplicateResolver } from '../entities/possible-duplicate/possible-duplicate.resolver.ts'
import { QualityReviewResolver } from '../entities/quality-review/quality-review.resolver.ts'
import { SlaPolicyResolver } from '../entities/sla-policy/sla-policy.resolver.ts'
import { SurveyResolver } from '../entities/survey/survey.resolver.ts'
import { TouchpointResolver } from '../entities/touchpoint/touchpoint.resolver.ts'
import { TriggerResolver } from '../entities/trigger/trigger.resolver.ts'
import { BooksResolver } from '../ingest/books/books.resolver.ts'
import {
  FlowPointResolver,
  FunnelStepResolver,
  JourneyFunnelResolver,
  JourneyPathResolver,
} from '../journeys/journey-path.resolver.ts'
import { JourneyRecordsResolver } from '../journeys/journey-records.resolver.ts'
import { FiguresChangedResolver } from '../live/figures-changed.resolver.ts'
import { CohortResolver } from '../metrics/cohort.resolver.ts'
import { MetricResolver } from '../metrics/metric.resolver.ts'
import { MetricDefinitionResolver } from '../metrics/metric-definition.resolver.ts'
import { DimensionValueResolver, MetricValueResolver } from '../metrics/metric-value.resolver.ts'
import { MeResolver } from '../security/me.resolver.ts'
import { TokenResolver } from '../security/token.resolver.ts'
import { ChangeResolver } from './change.resolver.ts'
import { withMutations } from './mutations.ts'
import { NodeResolver } from './node.resolver.ts'
import { resolvePlainly } from './plain-resolvers.ts'
import { DateTime } from './scalars.ts'

/** All of the public surface; `schema.graphql` is printed from it. */
export async function createSchema() {
  const schema = await buildSchema({
    resolvers: [
      NodeResolver,
      TouchpointResolver,
      TriggerResolver,
      JourneyMapResolver,
      JourneyStepResolver,
      CalendarResolver,
      SlaPolicyResolver,
      CostRateResolver,
      ExchangeRateResolver,
      AnnotationResolver,
      CustomerResolver,
      IdentityResolver,
      PossibleDuplicateResolver,
      JourneyResolver,
      InteractionResolver,
      ContactResolver,
      ContactEventResolver,
      SurveyResolver,
      FeedbackResolver,
      QualityReviewResolver,
      ExposureResolver,
      OrderResolver,
      InvestmentResolver,
      ChangeResolver,
      MetricResolver,
      CohortResolver,
      MetricValueResolver,
      MetricDefinitionResolver,
      DimensionValueResolver,
      JourneyPathResolver,
      JourneyRecordsResolver,
      JourneyFunnelResolver,
      FunnelStepResolver,
      FlowPointResolver,
      FiguresChangedResolver,
      BooksResolver,
      MeResolver,
      CatalogueRecordResolver,
      LastChangeResolver,
      OrganisationResolver,
      TokenResolver,
    ],
    // Inputs are checked by their own rules, with a path and a fix.
    validate: false,
    pubSub: NOBODY_PUBLISHES,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  })
  resolvePlainly(schema)
  return withMutations(schema)
}

/** The library asks for one, though every subscription of ours says itself what it listens to. */
const NOBODY_PUBLISHES: PubSub = {
  publish: () => {},
  subscribe: topic => {
    throw new Error(`Nobody publishes ${topic}`)
  },
}

/** The text of `schema.graphql`. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await createSchema()))}\n`
}
