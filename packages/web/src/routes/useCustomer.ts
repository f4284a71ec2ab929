import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { type Failure, failureOf } from '../graphql/failure.ts'
import { CustomerStoryDocument } from '../graphql/generated/graphql.ts'
import { type Customer, customerOf, firstPage, joined, pageBefore } from '../story/answer.ts'

export type CustomerAnswer = {
  /** Null: not yet, or not for this reader. */
  customer: Customer | null
  /** `missing`: there is none, or the reader may not see it; the server does not say which. */
  state: 'loading' | 'ready' | 'missing' | 'failed'
  failure: Failure | null
  retry: () => void
  /** Fetches what came before. Null: everything is here. */
  earlier: (() => void) | null
  fetching: 'no' | 'busy' | 'failed'
}

/** A customer with the newest page of each kind of record, and more of them on request. */
export function useCustomer(id: string): CustomerAnswer {
  const { data, error, refetch, fetchMore } = useQuery(CustomerStoryDocument, {
    variables: firstPage(id),
    fetchPolicy: 'no-cache',
  })
  const [fetching, setFetching] = useState<CustomerAnswer['fetching']>('no')
  const customer = customerOf(data)
  const failure = error ? failureOf(error) : null
  const earlier = async (here: Customer) => {
    setFetching('busy')
    const failed = await fetchMore({
      variables: pageBefore(here),
      updateQuery: (before, { fetchMoreResult }) => joined(before, fetchMoreResult),
    }).then(
      () => false,
      () => true,
    )
    setFetching(failed ? 'failed' : 'no')
  }
  const hasMore =
    customer !== null &&
    [customer.interactions, customer.contacts, customer.orders, customer.feedback].some(
      list => list.pageInfo.hasNextPage,
    )
  return {
    customer,
    state: customer ? 'ready' : failure ? 'failed' : data ? 'missing' : 'loading',
    failure,
    retry: () => void refetch(),
    earlier: customer && hasMore ? () => void earlier(customer) : null,
    fetching,
  }
}
