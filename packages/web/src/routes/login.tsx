import '../i18n/pages/login.ts'
import { Button, PasswordInput } from '@mantine/core'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/PasswordInput.layer.css'
import '@mantine/core/styles/Button.layer.css'
import { useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import page from '../panels/Page.module.css'
import css from './login.module.css'
import { signIn } from './signIn.ts'

/** A token, pasted once; the server turns it into a cookie no script can read. */
export function Login() {
  const { t } = useTranslation()
  const { next } = useSearch({ from: '/login' })
  const [token, setToken] = useState('')
  const [problem, setProblem] = useState<'refused' | 'failed' | null>(null)
  const [busy, setBusy] = useState(false)

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    const outcome = await signIn(token)
    setBusy(false)
    // A full load: nothing fetched for another reader may stay in memory.
    if (outcome === 'in') window.location.assign(next ?? '/')
    else setProblem(outcome)
  }

  return (
    <main id="main" className={page.wrap}>
      <form className={css.form} onSubmit={submit}>
        <h1>{t('login.title')}</h1>
        <p>{t('login.why', { command: 'pnpm tweeluik token create' })}</p>
        <PasswordInput
          label={t('login.token')}
          value={token}
          onChange={event => setToken(event.currentTarget.value)}
          error={problem && t(`login.${problem}`)}
          autoComplete="current-password"
          maxLength={512}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('login.show') }}
        />
        <Button type="submit" loading={busy} disabled={token.trim() === ''}>
          {t('login.submit')}
        </Button>
      </form>
    </main>
  )
}
