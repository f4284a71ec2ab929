import { useQuery } from '@apollo/client/react'
import { OrganisationSettingsDocument, type OrganisationSettingsQuery } from '../../graphql/generated/graphql.ts'

/** What all figures go by. Null: on its way. */
export function useOrganisation(): OrganisationSettingsQuery['organisation'] | null {
  return useQuery(OrganisationSettingsDocument).data?.organisation ?? null
}
