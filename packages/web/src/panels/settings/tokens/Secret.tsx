import { useClipboard } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import page from '../../Page.module.css'
import css from '../settings.module.css'
import own from './tokens.module.css'

type Props = {
  secret: string
  /** Whether its maker goes on with it. Null: they came in with another. */
  isSignedIn: boolean | null
  onDone: () => void
}

/** The text of a token, this once. */
export function Secret({ secret, isSignedIn, onDone }: Props) {
  const { t } = useTranslation()
  const { copied, copy, error } = useClipboard({ timeout: 3_000 })
  return (
    <div className={css.form}>
      <p role="status">
        {t('tokens.once')} {isSignedIn !== null && t(isSignedIn ? 'tokens.loggedIn' : 'tokens.notLoggedIn')}
      </p>
      <code className={own.secret}>{secret}</code>
      <p role="alert">{error && t('tokens.notCopied')}</p>
      <div className={css.acts}>
        <button type="button" className={`${page.button} ${css.save}`} onClick={() => copy(secret)}>
          {t(copied ? 'tokens.copied' : 'tokens.copy')}
        </button>
        <button type="button" className={page.button} onClick={onDone}>
          {t('tokens.done')}
        </button>
      </div>
    </div>
  )
}
