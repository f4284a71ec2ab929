import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { count } from '../../format/figures.ts'
import { LastChangesDocument, type LastChangesQuery, type RecordKind } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'

export type LastChange = LastChangesQuery['lastChanges'][number]

/** What was last changed of these kinds, the newest first. `changes` null: on their way, or they have `failed`. */
export function useLastChanges(kinds: readonly RecordKind[]): {
  changes: readonly LastChange[] | null
  failed: boolean
} {
  const { data, error } = useQuery(LastChangesDocument, {
    variables: { kinds: [...kinds] },
    fetchPolicy: 'cache-and-network',
    skip: kinds.length === 0,
  })
  return { changes: data?.lastChanges ?? null, failed: error !== undefined }
}

/** A change in words: what it was about, and whose it was. */
export function useChangeWords() {
  const { t } = useTranslation()
  const language = useLanguage()
  const kindOf = ({ kind }: LastChange) => (isTold(kind) ? t(`settings.kind.${kind}`) : kind)
  return {
    whatOf(change: LastChange): string {
      const name = nameOf(change)
      if (change.count > 1) {
        const kinds = isTold(change.kind) ? t(`settings.kinds.${change.kind}`) : change.kind
        return t('settings.changes.many', { shown: count(change.count, language), kinds })
      }
      return name === null ? kindOf(change) : `${kindOf(change)} ${name}`
    },
    whoOf({ by, source }: LastChange): string {
      if (by) return t('settings.changes.by', { by: by === 'local' ? t('settings.changes.local') : by })
      return source ? t('settings.changes.loaded', { source }) : t('settings.changes.replayed')
    },
  }
}

const told = [
  'TRIGGER',
  'TOUCHPOINT',
  'JOURNEY_MAP',
  'CALENDAR',
  'SLA_POLICY',
  'COST_RATE',
  'INVESTMENT',
  'ANNOTATION',
] as const
const isTold = (kind: RecordKind): kind is (typeof told)[number] => told.some(other => other === kind)

function nameOf({ record }: LastChange): string | null {
  if (!record) return null
  if ('name' in record) return record.name
  if ('team' in record) return record.team ?? null
  if ('campaign' in record) return record.campaign ?? null
  return null
}
