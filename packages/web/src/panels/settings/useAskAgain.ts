import { useApolloClient } from '@apollo/client/react'
import { useCallback } from 'react'

/** Asks anew what the page shows, after a change. */
export function useAskAgain(): () => Promise<unknown> {
  const client = useApolloClient()
  return useCallback(() => client.refetchQueries({ include: 'active' }), [client])
}
