import { useMutation } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../../graphql/failure.ts'
import { RevokeTokenDocument, type TokensQuery } from '../../../graphql/generated/graphql.ts'
import page from '../../Page.module.css'
import { SideDrawer } from '../../SideDrawer.tsx'
import css from '../settings.module.css'
import { useAskAgain } from '../useAskAgain.ts'
import { useOpened } from '../useOpened.ts'
import { useProblemWords } from '../useProblemWords.ts'

/** Asks once more before a token is ended, and says so when it is the last of an administrator. */
export function RevokeToken({ token: { id, name, role } }: { token: TokensQuery['tokens'][number] }) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const askAgain = useAskAgain()
  const wordsOf = useProblemWords()
  const [revoke, { error, loading }] = useMutation(RevokeTokenDocument)
  const failure = error && failureOf(error)
  const isLast = failure?.code === 'LAST_ADMIN'
  const end = async () => {
    const ended = await revoke({ variables: { id, evenLastAdmin: isLast } }).catch(() => null)
    if (!ended?.data) return
    await askAgain().catch(() => {})
    close()
  }
  return (
    <SideDrawer title={t('tokens.revokeOf', { name })} size={440} onClose={close}>
      <div className={css.form}>
        <p>{t('tokens.revokeAbout', { role: t(`tokens.roles.${role}.name`) })}</p>
        <div role="alert">
          {failure && (
            <p className={css.alert}>
              {isLast
                ? t('tokens.revokeLast', { command: 'pnpm tweeluik token create' })
                : wordsOf(failure) || t('tokens.notMade')}
            </p>
          )}
        </div>
        <div className={css.acts}>
          <button type="button" className={`${page.button} ${css.save}`} disabled={loading} onClick={() => void end()}>
            {t(isLast ? 'tokens.revokeEvenSo' : 'tokens.revokeSure')}
          </button>
          <button type="button" className={page.button} onClick={close}>
            {t('tokens.keep')}
          </button>
        </div>
      </div>
    </SideDrawer>
  )
}
