import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { fullDate } from '../format/dates.ts'
import { UndoMergeDocument } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import type { Customer } from '../story/answer.ts'
import { dayAt } from '../time/days.ts'
import css from './KnownAs.module.css'
import page from './Page.module.css'

type Identity = Customer['identities'][number]

/** Under which ids the sources know the customer, and how these came together; who sees the ids may part them. */
export function KnownAs({ identities, onParted }: Pick<Customer, 'identities'> & { onParted: () => void }) {
  const { t } = useTranslation()
  const [undo, { data, loading, error }] = useMutation(UndoMergeDocument, { onCompleted: onParted })
  const [problem] = data?.undoMerge.problems ?? []
  return (
    <section className={`${page.sheet} ${css.known}`}>
      <h2>{t('story.known')}</h2>
      <ul>
        {identities.map((identity, place) => (
          <li key={`${identity.source} ${identity.externalId ?? place}`}>
            <span className={css.source}>{identity.source}</span>
            <span className={css.id}>{identity.externalId ?? t('face.withheld')}</span>
            <WayIn identity={identity} />
            {identity.joinedThrough && identity.externalId && (
              <button
                type="button"
                className={css.undo}
                aria-label={t('story.unmergeOne', { source: identity.source, id: identity.externalId })}
                disabled={loading}
                onClick={() => void undo({ variables: { merge: identity.joinedThrough ?? '' } }).catch(() => undefined)}
              >
                {t('story.unmerge')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{problem ? `${problem.message}. ${problem.fix}.` : error ? t('story.unmergeFailed') : ''}</p>
    </section>
  )
}

function WayIn({ identity: { joinedBy, joinedAt } }: { identity: Identity }) {
  const { t } = useTranslation()
  const language = useLanguage()
  if (!joinedBy || !joinedAt) return null
  const date = fullDate(dayAt(new Date(joinedAt)), language, true)
  return <span className={css.way}>{t(`story.joined.${joinedBy}`, { date })}</span>
}
