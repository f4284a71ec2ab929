import type { UseFormReturnType } from '@mantine/form'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { moment } from '../../format/dates.ts'
import { useLanguage } from '../../i18n/language.ts'
import page from '../Page.module.css'
import { SideDrawer } from '../SideDrawer.tsx'
import { fieldOf, type Outcome, type Problem } from './outcome.ts'
import css from './settings.module.css'
import { useAskAgain } from './useAskAgain.ts'
import { useProblemWords } from './useProblemWords.ts'

/** A record as it was read, with who changed it and when. */
export type Changed = { id: string; source: string; updatedAt: string; updatedBy: string | null }

type Props<Values extends object> = {
  title: string
  /** Null: it is a new one. */
  record: Changed | null
  form: UseFormReturnType<Values>
  /** The record's values as they stand now; they change when somebody else changes it. */
  stored: Values
  save: (values: Values) => Promise<Outcome>
  remove?: () => Promise<Outcome>
  /** What is to be known before it is deleted. */
  beforeRemoving?: ReactNode
  saveWord?: string
  size?: number
  onClose: () => void
  children: ReactNode
}

/** A record beside its list, to be changed: what the server refuses stands at its field. */
export function RecordDrawer<Values extends object>(props: Props<Values>) {
  const { title, record, form, save, remove, beforeRemoving, saveWord, size = 480, onClose, children } = props
  const { t } = useTranslation()
  const language = useLanguage()
  const askAgain = useAskAgain()
  const wordsOf = useProblemWords()
  const [unplaced, setUnplaced] = useState<readonly Problem[]>([])
  const [state, setState] = useState<'idle' | 'busy' | 'failed' | 'asked'>('idle')
  const alert = useRef<HTMLDivElement>(null)
  useKeptUp(props)

  async function attempt(work: () => Promise<Outcome>): Promise<void> {
    setState('busy')
    setUnplaced([])
    try {
      const { problems } = await work()
      // It is done, whether or not the list can be fetched again.
      await askAgain().catch(() => {})
      if (problems.length === 0) return onClose()
      setState('idle')
      setUnplaced(problems.filter(problem => !place(problem)))
      // What was pressed may be gone, as the question whether to delete is.
      if (document.activeElement === document.body) alert.current?.focus()
    } catch {
      setState('failed')
    }
  }

  function place(problem: Problem): boolean {
    const field = fieldOf(problem.path, pathsOf(form.getValues()))
    if (field === null) return false
    form.setFieldError(field, wordsOf(problem))
    form.getInputNode(field)?.focus()
    return true
  }

  const busy = state === 'busy'
  const asked = state === 'asked'
  return (
    <SideDrawer
      title={title}
      size={size}
      onClose={onClose}
      leaving={form.isDirty() ? t('settings.leaving', { returnObjects: true }) : null}
    >
      {record && (
        <p className={`${css.who} figures`}>
          {t(record.updatedBy === null ? 'settings.changedAt' : 'settings.changedBy', {
            at: moment(record.updatedAt, language),
            by: record.updatedBy,
            source: record.source,
          })}
        </p>
      )}
      <div role="alert" ref={alert} tabIndex={-1}>
        {unplaced.map(problem => (
          <p key={problem.code + problem.path} className={css.alert}>
            {wordsOf(problem)}
          </p>
        ))}
        {state === 'failed' && <p className={css.alert}>{t('settings.notSaved')}</p>}
      </div>
      <form className={css.form} noValidate onSubmit={form.onSubmit(values => void attempt(() => save(values)))}>
        {children}
        <div className={css.acts}>
          <button type="submit" className={`${page.button} ${css.save}`} disabled={busy || !form.isDirty()}>
            {busy ? t('settings.saving') : (saveWord ?? t('settings.save'))}
          </button>
          {remove && (
            // One button asks and takes back, so that focus stays where it is.
            <button
              type="button"
              className={`${page.button} ${css.aside}`}
              disabled={busy}
              onClick={() => setState(asked ? 'idle' : 'asked')}
            >
              {t(asked ? 'settings.keep' : 'settings.remove')}
            </button>
          )}
          {asked && remove && (
            <div className={css.question} role="alert">
              <p>{beforeRemoving ?? t('settings.sure')}</p>
              <button type="button" className={page.button} onClick={() => void attempt(remove)}>
                {t('settings.removeIndeed')}
              </button>
            </div>
          )}
        </div>
      </form>
    </SideDrawer>
  )
}

/** Takes over what somebody else has changed, and leaves what the reader has. */
function useKeptUp<Values extends object>({ record, form, stored }: Props<Values>): void {
  const version = record?.updatedAt
  const known = useRef(version)
  useEffect(() => {
    if (known.current === version) return
    known.current = version
    const own = Object.entries(form.getValues()).filter(([field]) => form.isDirty(field))
    form.setInitialValues(stored)
    form.setValues({ ...stored, ...Object.fromEntries(own) })
  })
}

/** Every place in a form's values, as problems name places. */
function pathsOf(values: object, before = ''): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const path = `${before}${name}`
    return value !== null && typeof value === 'object' ? [path, ...pathsOf(value, `${path}.`)] : [path]
  })
}
