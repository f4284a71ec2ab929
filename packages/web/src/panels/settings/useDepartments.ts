import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { TouchpointSettingsDocument, TriggerSettingsDocument } from '../../graphql/generated/graphql.ts'

/** The departments that own anything, as they are called now. */
export function useDepartments(): readonly string[] {
  const triggers = useQuery(TriggerSettingsDocument).data?.triggers.nodes
  const touchpoints = useQuery(TouchpointSettingsDocument).data?.touchpoints.nodes
  return useMemo(
    () => [...new Set([...(triggers ?? []), ...(touchpoints ?? [])].flatMap(({ department }) => department ?? []))],
    [triggers, touchpoints],
  )
}
