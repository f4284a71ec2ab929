import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { type Failure, failureOf } from '../graphql/failure.ts'
import { CatalogueDocument } from '../graphql/generated/graphql.ts'
import type { Definition } from '../panels/explore/exploration.ts'

/** All metrics there are, in the reader's language. Null: they have not come. */
export function useCatalogue(language: 'NL' | 'EN'): {
  catalogue: readonly Definition[] | null
  failure: Failure | null
} {
  // Definitions have no id to be kept by: a drawer that asks one with other fields would take these away.
  const { data, error } = useQuery(CatalogueDocument, { variables: { language }, fetchPolicy: 'no-cache' })
  const failure = useMemo(() => (error ? failureOf(error) : null), [error])
  return { catalogue: data?.metricDefinitions ?? null, failure }
}
