import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { type Failure, failureOf } from '../graphql/failure.ts'
import { CustomersDocument, type CustomersQuery } from '../graphql/generated/graphql.ts'

export type CustomersAnswer = {
  /** The last good list stays while the next one is fetched. Null: none has come, or none may. */
  list: CustomersQuery['customers'] | null
  /** `personal`: this role may neither search nor sort by names. `rows`: no rows are for it. Null: nothing is wrong. */
  refusal: 'personal' | 'rows' | 'failed' | null
  failure: Failure | null
  retry: () => void
  /** Null: everything is here. */
  more: (() => void) | null
  fetchingMore: boolean
}

/** Customers by name or newest first, of whom the name begins with a text; all of them when it is empty. */
export function useCustomers(name: string, field: 'NAME' | 'ACQUIRED_AT'): CustomersAnswer {
  const variables = {
    where: name === '' ? null : { name: { startsWith: name } },
    orderBy: { field, direction: field === 'NAME' ? ('ASC' as const) : ('DESC' as const) },
  }
  const { data, previousData, error, refetch, fetchMore } = useQuery(CustomersDocument, {
    variables,
    fetchPolicy: 'no-cache',
  })
  const [fetchingMore, setFetching] = useState(false)
  const failure = error ? failureOf(error) : null
  const list = error ? null : ((data ?? previousData)?.customers ?? null)
  const more = async (here: CustomersQuery['customers']) => {
    setFetching(true)
    await fetchMore({
      variables: { ...variables, after: here.pageInfo.endCursor },
      updateQuery: ({ customers }, { fetchMoreResult }) => ({
        customers: { ...fetchMoreResult.customers, nodes: [...customers.nodes, ...fetchMoreResult.customers.nodes] },
      }),
    }).catch(() => undefined)
    setFetching(false)
  }
  return {
    list,
    refusal: failure && refusalOf(failure),
    failure,
    retry: () => void refetch(),
    more: data?.customers.pageInfo.hasNextPage ? () => void more(data.customers) : null,
    fetchingMore,
  }
}

const refusalOf = ({ code }: Failure) =>
  code === 'PERSONAL_DATA' ? 'personal' : code === 'ROWS_WITHHELD' ? 'rows' : 'failed'
