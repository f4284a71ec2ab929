import { useMutation } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../../graphql/failure.ts'
import { CreateTokenDocument, type Role } from '../../../graphql/generated/graphql.ts'
import { signIn } from '../../../routes/signIn.ts'
import page from '../../Page.module.css'
import { SideDrawer } from '../../SideDrawer.tsx'
import { ChoiceField, TextField } from '../fields.tsx'
import css from '../settings.module.css'
import { useAskAgain } from '../useAskAgain.ts'
import { useOpened } from '../useOpened.ts'
import { useProblemWords } from '../useProblemWords.ts'
import { wordOrNull } from '../values.ts'
import { Secret } from './Secret.tsx'
import own from './tokens.module.css'

const roles: readonly Role[] = ['VIEWER', 'ANALYST', 'SERVICE', 'INTEGRATOR', 'ADMIN']
const lengthsDays = [30, 90, 365, 3_650]

/** Makes a token, and shows its text this once. `isFirst`: nobody needs one yet; this ends that, and its maker goes on with it. */
export function NewToken({ isFirst: isFirstNow }: { isFirst: boolean }) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const askAgain = useAskAgain()
  const wordsOf = useProblemWords()
  // Once it is made it is the first no more.
  const [isFirst] = useState(isFirstNow)
  const [create, { error, loading }] = useMutation(CreateTokenDocument)
  const [made, setMade] = useState<{ secret: string; isSignedIn: boolean | null } | null>(null)
  const form = useForm<{ name: string; role: Role; source: string; brands: string; days: string }>({
    initialValues: { name: '', role: isFirst ? 'ADMIN' : 'VIEWER', source: '', brands: '', days: '90' },
    validate: {
      name: name => (name.trim() ? null : t('settings.needed')),
      source: (source, { role }) => (role === 'INTEGRATOR' && !source.trim() ? t('settings.needed') : null),
    },
  })
  const { role } = form.values
  const make = form.onSubmit(async ({ name, source, brands, days }) => {
    const named = brands.split(',').flatMap(brand => wordOrNull(brand) ?? [])
    const input = {
      name: name.trim(),
      role,
      source: role === 'INTEGRATOR' ? source.trim() : null,
      brands: named.length > 0 ? named : null,
      days: Number(days),
    }
    const answer = await create({ variables: { input } }).catch(() => null)
    const secret = answer?.data?.createToken.secret
    if (!secret) return
    // Before anything else is asked: the next question needs it.
    const isSignedIn = isFirst ? (await signIn(secret)) === 'in' : null
    setMade({ secret, isSignedIn })
    // Whoever is not let in any more would be led to the door, away from the only sight of the token.
    if (isSignedIn !== false) await askAgain().catch(() => {})
  })
  const failure = error && failureOf(error)
  return (
    <SideDrawer
      title={t(made ? 'tokens.made' : 'tokens.add')}
      size={440}
      onClose={close}
      leaving={made && t('tokens.leaving', { returnObjects: true })}
    >
      {made ? (
        <Secret {...made} onDone={close} />
      ) : (
        <form className={css.form} onSubmit={make} noValidate>
          {isFirst && (
            <p className={own.note}>
              <b>{t('tokens.firstTitle')}</b>
              {t('tokens.first')}
            </p>
          )}
          <TextField form={form} path="name" label={t('tokens.name')} about={t('tokens.nameHelp')} required />
          <ChoiceField
            form={form}
            path="role"
            label={t('tokens.role')}
            about={t(`tokens.roles.${role}.may`)}
            choices={roles
              .filter(value => !isFirst || value === 'ADMIN')
              .map(value => ({ value, label: t(`tokens.roles.${value}.name`) }))}
          />
          {role === 'INTEGRATOR' && (
            <TextField form={form} path="source" label={t('tokens.source')} about={t('tokens.sourceHelp')} required />
          )}
          {!isFirst && (
            <TextField form={form} path="brands" label={t('tokens.brands')} about={t('tokens.brandsHelp')} />
          )}
          <ChoiceField
            form={form}
            path="days"
            label={t('tokens.days')}
            choices={lengthsDays.map(days => ({ value: String(days), label: t('tokens.daysOf', { count: days }) }))}
          />
          {failure && (
            <p className={css.alert} role="alert">
              {wordsOf(failure) || t('tokens.notMade')}
            </p>
          )}
          <div className={css.acts}>
            <button type="submit" className={`${page.button} ${css.save}`} disabled={loading}>
              {t('tokens.add')}
            </button>
          </div>
        </form>
      )}
    </SideDrawer>
  )
}
