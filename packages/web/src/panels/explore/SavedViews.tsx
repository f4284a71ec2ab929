import { Popover } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconBookmark, IconChevronDown, IconLink, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseSearch } from '../../routes/scope.ts'
import page from '../Page.module.css'
import css from './SavedViews.module.css'
import { NAME_LENGTH_MAX, useViews } from './views.ts'

const icon = { size: 15, stroke: 1.75, 'aria-hidden': true }

/** Views that this browser keeps, and the address of the one that is seen. `search` is that address's own part. */
export function SavedViews({ search }: { search: string }) {
  const { t } = useTranslation()
  const { views, keep, forget } = useViews()
  const { copied, copy, error } = useClipboard({ timeout: 2000 })
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const given = name.trim()
    if (given === '') return
    keep({ name: given, search })
    setName('')
  }
  return (
    <section className={css.views} aria-label={t('explore.views.title')}>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-end"
        offset={6}
        width={320}
        trapFocus
        returnFocus
        transitionProps={{ duration: 120 }}
      >
        <Popover.Target>
          <button type="button" className={`${page.button} ${css.pick}`} onClick={() => setOpened(!opened)}>
            <IconBookmark {...icon} />
            {t('explore.views.open')}
            <IconChevronDown {...icon} size={14} />
          </button>
        </Popover.Target>
        <Popover.Dropdown className={css.float} aria-label={t('explore.views.title')}>
          {views.length === 0 ? (
            <p>{t('explore.views.none')}</p>
          ) : (
            <ul aria-label={t('explore.views.title')}>
              {views.map(view => (
                <li key={view.name}>
                  <Link to="/explore" search={parseSearch(view.search)} onClick={() => setOpened(false)}>
                    {view.name}
                  </Link>
                  <button
                    type="button"
                    aria-label={t('explore.views.forget', { name: view.name })}
                    onClick={() => forget(view.name)}
                  >
                    <IconX {...icon} size={14} />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <form onSubmit={submit}>
            <input
              aria-label={t('explore.views.name')}
              placeholder={t('explore.views.name')}
              value={name}
              maxLength={NAME_LENGTH_MAX}
              onChange={event => setName(event.currentTarget.value)}
            />
            <button type="submit" className={css.keep} disabled={name.trim() === ''}>
              {t('explore.views.keep')}
            </button>
          </form>
          <p>{t('explore.views.where')}</p>
        </Popover.Dropdown>
      </Popover>
      <button
        type="button"
        className={`${page.button} ${css.pick}`}
        onClick={() => copy(`${window.location.origin}${window.location.pathname}${search}`)}
      >
        <IconLink {...icon} />
        <span role="status">{t(`explore.views.${copied ? 'shared' : error ? 'notShared' : 'share'}`)}</span>
      </button>
    </section>
  )
}
