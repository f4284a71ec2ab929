import { useQuery } from '@apollo/client/react'
import { useDebouncedValue } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { PaletteCustomersDocument } from '../../graphql/generated/graphql.ts'
import { pickScope } from '../../routes/scope.ts'
import { useMe } from '../../routes/useMe.ts'
import type { Choice } from './search.ts'

/** Long enough for a hand to go on typing. */
const typingMs = 200
const LETTERS_MIN = 2

/** Customers whose name or e-mail address begins with what was typed; none for whom persons are not to be seen. */
export function useNamed(typed: string): { customers: Choice[]; seesPersons: boolean } {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const role = useMe().me?.role
  const seesPersons = role === 'ADMIN' || role === 'SERVICE'
  const [text] = useDebouncedValue(typed, typingMs)
  const { data } = useQuery(PaletteCustomersDocument, {
    variables: { where: { or: [{ name: { startsWith: text } }, { email: { startsWith: text } }] } },
    skip: !seesPersons || text.length < LETTERS_MIN,
    fetchPolicy: 'no-cache',
  })
  const found = text === typed ? (data?.customers.nodes ?? []) : []
  return {
    seesPersons,
    customers: found.map(({ id, name, company, email }) => {
      const label = name ?? company ?? t('customers.unnamed')
      return {
        id: `customer:${id}`,
        label: email ? `${label}, ${email}` : label,
        otherwise: '',
        kind: t('palette.customer'),
        run: () => void navigate({ to: '/customers/$id', params: { id }, search: pickScope }),
      }
    }),
  }
}
