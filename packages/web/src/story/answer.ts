import type { CustomerStoryQuery, CustomerStoryQueryVariables } from '../graphql/generated/graphql.ts'

export type Customer = Extract<NonNullable<CustomerStoryQuery['node']>, { __typename: 'Customer' }>
export type VisitRecord = Customer['interactions']['nodes'][number]
export type ContactRecord = Customer['contacts']['nodes'][number]
export type OrderRecord = Customer['orders']['nodes'][number]
export type AnswerRecord = Customer['feedback']['nodes'][number]
export type Money = OrderRecord['amount']

/** Records of each kind in one page. */
export const pageSize = 200

/** The customer behind an answer. Null: there is none, or it is not the reader's to see. */
export const customerOf = (answer: CustomerStoryQuery | undefined): Customer | null =>
  answer?.node?.__typename === 'Customer' ? answer.node : null

export const firstPage = (id: string): CustomerStoryQueryVariables => ({
  id,
  visits: pageSize,
  contacts: pageSize,
  orders: pageSize,
  answers: pageSize,
})

/** What to ask for the page before the ones that are here: nothing of a kind that is complete. */
export function pageBefore({ id, interactions, contacts, orders, feedback }: Customer): CustomerStoryQueryVariables {
  const size = (list: { pageInfo: { hasNextPage: boolean } }) => (list.pageInfo.hasNextPage ? pageSize : 0)
  return {
    id,
    visits: size(interactions),
    visitsAfter: interactions.pageInfo.endCursor,
    contacts: size(contacts),
    contactsAfter: contacts.pageInfo.endCursor,
    orders: size(orders),
    ordersAfter: orders.pageInfo.endCursor,
    answers: size(feedback),
    answersAfter: feedback.pageInfo.endCursor,
  }
}

type List = { nodes: unknown[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }

/** Both pages as one answer, newest first as they came. */
export function joined(later: CustomerStoryQuery, earlier: CustomerStoryQuery): CustomerStoryQuery {
  const [here, more] = [customerOf(later), customerOf(earlier)]
  if (!here || !more) return later
  const join = <L extends List>(list: L, next: L): L =>
    list.pageInfo.hasNextPage ? { ...list, pageInfo: next.pageInfo, nodes: [...list.nodes, ...next.nodes] } : list
  return {
    node: {
      ...here,
      interactions: join(here.interactions, more.interactions),
      contacts: join(here.contacts, more.contacts),
      orders: join(here.orders, more.orders),
      feedback: join(here.feedback, more.feedback),
    },
  }
}

/** The moment back to which nothing is missing. Null: everything is here. */
export function completeSince({ interactions, contacts, orders, feedback }: Customer): string | null {
  const oldest = [
    interactions.pageInfo.hasNextPage ? interactions.nodes.at(-1)?.at : undefined,
    contacts.pageInfo.hasNextPage ? contacts.nodes.at(-1)?.openedAt : undefined,
    orders.pageInfo.hasNextPage ? orders.nodes.at(-1)?.at : undefined,
    feedback.pageInfo.hasNextPage ? feedback.nodes.at(-1)?.at : undefined,
  ]
  const known = oldest.filter(at => at !== undefined)
  return known.length === 0 ? null : known.reduce((latest, at) => (Date.parse(at) > Date.parse(latest) ? at : latest))
}
