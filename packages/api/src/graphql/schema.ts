import 'reflect-metadata'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { ContactResolver } from '../entities/contact/contact.resolver.ts'
import { CustomerResolver } from '../entities/customer/customer.resolver.ts'
import { FeedbackResolver } from '../entities/feedback/feedback.resolver.ts'
import { OrderResolver } from '../entities/order/order.resolver.ts'
import { MetricResolver } from '../metrics/metric.resolver.ts'
import { MetricDefinitionResolver } from '../metrics/metric-definition.resolver.ts'
import { DimensionValueResolver, MetricValueResolver } from '../metrics/metric-value.resolver.ts'
import { NodeResolver } from './node.resolver.ts'
import { DateTime } from './scalars.ts'

/** All of the public surface; `schema.graphql` is printed from it. */
export function createSchema() {
  return buildSchema({
    resolvers: [
      NodeResolver,
      CustomerResolver,
      ContactResolver,
      FeedbackResolver,
      OrderResolver,
      MetricResolver,
      MetricValueResolver,
      MetricDefinitionResolver,
      DimensionValueResolver,
    ],
    // Inputs are checked by their own rules, with a path and a fix.
    validate: false,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  })
}

/** The text of `schema.graphql`. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await createSchema()))}\n`
}
