import 'reflect-metadata'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { buildSchema } from 'type-graphql'
import { ContactResolver } from '../entities/contact/contact.resolver.ts'
import { CustomerResolver } from '../entities/customer/customer.resolver.ts'
import { FeedbackResolver } from '../entities/feedback/feedback.resolver.ts'
import { OrderResolver } from '../entities/order/order.resolver.ts'
import { NodeResolver } from './node.resolver.ts'
import { DateTime } from './scalars.ts'

/** All of the public surface; `schema.graphql` is printed from it. */
export function createSchema() {
  return buildSchema({
    resolvers: [NodeResolver, CustomerResolver, ContactResolver, FeedbackResolver, OrderResolver],
    // Inputs are checked by their own rules, with a path and a fix.
    validate: false,
    scalarsMap: [{ type: Date, scalar: DateTime }],
  })
}

/** The text of `schema.graphql`. */
export async function printedSchema(): Promise<string> {
  return `${printSchema(lexicographicSortSchema(await createSchema()))}\n`
}
