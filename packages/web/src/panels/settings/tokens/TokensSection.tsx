import '../../../i18n/pages/tokens.ts'
import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { dayName, moment } from '../../../format/dates.ts'
import { failureOf } from '../../../graphql/failure.ts'
import { TokensDocument, type TokensQuery } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import page from '../../Page.module.css'
import { Sheet } from '../Sheet.tsx'
import css from '../settings.module.css'
import { NEW, useOpened } from '../useOpened.ts'
import { NewToken } from './NewToken.tsx'
import { RevokeToken } from './RevokeToken.tsx'

type Token = TokensQuery['tokens'][number]

const stateOf = ({ revokedAt, expiresAt }: Token): 'inForce' | 'expired' | 'revoked' =>
  revokedAt ? 'revoked' : expiresAt && new Date(expiresAt) <= new Date() ? 'expired' : 'inForce'

/** Who may come in, and as what. */
export default function TokensSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { record, open } = useOpened()
  const { data, error, refetch } = useQuery(TokensDocument, { fetchPolicy: 'cache-and-network' })
  const opened = data?.tokens.find(({ id }) => id === record)
  const isWithheld = error && failureOf(error).code === 'ROLE_WITHOUT_RIGHT'
  const ends = (token: Token) => {
    const state = stateOf(token)
    return state === 'inForce' && token.expiresAt
      ? dayName(token.expiresAt.slice(0, 10), language)
      : t(`tokens.state.${state}`)
  }
  return (
    <>
      <Sheet
        title={t('settings.sections.tokens')}
        about={t(isWithheld ? 'tokens.notAdmin' : data && !data.tokenNeeded ? 'tokens.open' : 'tokens.about')}
        rows={isWithheld ? [] : (data?.tokens ?? null)}
        failed={error !== undefined}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        none={isWithheld ? '' : t('tokens.none')}
        {...(data && { onAdd: { word: t('tokens.add'), act: () => open(NEW) } })}
        columns={[
          { name: t('tokens.name'), cell: ({ name }) => name },
          { name: t('tokens.role'), cell: ({ role }) => t(`tokens.roles.${role}.name`) },
          {
            name: t('tokens.scope'),
            look: css.spare ?? '',
            cell: ({ source, brands }) => source ?? brands?.join(', ') ?? t('tokens.everyBrand'),
          },
          { name: t('tokens.ends'), cell: ends },
          {
            name: t('tokens.used'),
            look: css.spare ?? '',
            cell: ({ lastUsedAt }) => (lastUsedAt ? moment(lastUsedAt, language) : t('tokens.never')),
          },
          {
            name: t('tokens.end'),
            cell: token =>
              stateOf(token) === 'inForce' && (
                <button
                  type="button"
                  className={page.act}
                  onClick={() => open(token.id)}
                  aria-label={t('tokens.revokeOf', { name: token.name })}
                >
                  {t('tokens.revoke')}
                </button>
              ),
          },
        ]}
      />
      {data && record === NEW && <NewToken isFirst={!data.tokenNeeded} />}
      {opened && <RevokeToken token={opened} />}
    </>
  )
}
