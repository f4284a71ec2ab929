import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { count } from '../../format/figures.ts'
import { LastChangesDocument, type LastChangesQuery, type RecordKind } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'

export type LastChange = LastChangesQuery['lastChanges'][number]

/** What was last changed of these kinds, the newest first. Null: on its way, or it could not be fetched. */
export function useLastChanges(kinds: readonly RecordKind[]): readonly LastChange[] | null {
  const { data, previousData } = useQuery(LastChangesDocument, {
    variables: { kinds: [...kinds] },
    fetchPolicy: 'cache-and-network',
    skip: kinds.length === 0,
  })
  return (data ?? previousData)?.lastChanges ?? null
}

/** A change in words: what it was about, and whose it was. */
export function useChangeWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  const kindOf = ({ kind }: LastChange) => t('settings.kind', { returnObjects: true })[kind as KnownKind] ?? kind
  return {
    whatOf(change: LastChange): string {
      const name = nameOf(change)
      if (change.count > 1) {
        const shown = count(change.count, language)
        return t('settings.changes.many', { count: change.count, shown, kind: kindOf(change) })
      }
      return name === null ? kindOf(change) : `${kindOf(change)} ${name}`
    },
    whoOf({ by, source }: LastChange): string {
      if (by) return t('settings.changes.by', { by: by === 'local' ? t('settings.changes.local') : by })
      return source ? t('settings.changes.loaded', { source }) : t('settings.changes.replayed')
    },
  }
}

type KnownKind =
  | 'TRIGGER'
  | 'TOUCHPOINT'
  | 'JOURNEY_MAP'
  | 'CALENDAR'
  | 'SLA_POLICY'
  | 'COST_RATE'
  | 'INVESTMENT'
  | 'ANNOTATION'

function nameOf({ record }: LastChange): string | null {
  if (!record) return null
  if ('name' in record) return record.name
  if ('team' in record) return record.team ?? null
  if ('campaign' in record) return record.campaign ?? null
  return null
}
