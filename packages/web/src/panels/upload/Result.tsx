import { Box } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { count, nothing } from '../../format/figures.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useKindName } from '../kindName.ts'
import page from '../Page.module.css'
import table from '../Table.module.css'
import type { Outcome, Totals } from './send.ts'
import css from './Upload.module.css'
import { useProblemWords } from './useProblemWords.ts'
import type { Attempt } from './useUpload.ts'

const columns = ['received', 'created', 'updated', 'unchanged', 'waiting', 'rejected'] as const

/** What became of a file, or would. */
export function Result({ attempt: { dryRun, ended, received } }: { attempt: Attempt }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const wordsOf = useProblemWords()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const outcome = typeof ended === 'object' && 'outcome' in ended ? ended.outcome : null
  const title = outcome
    ? t(dryRun ? 'upload.tried' : 'upload.loaded', { count: taken(outcome), shown: count(taken(outcome), language) })
    : t(ended === 'left' ? 'upload.left' : 'upload.failed')
  return (
    <div className={css.result}>
      <h3 ref={head} tabIndex={-1}>
        {title}
      </h3>
      {outcome && <Counts outcome={outcome} />}
      {!outcome && (
        <p className={ended === 'left' ? css.hint : css.alert}>
          {ended === 'lost' && t('upload.lost')}
          {typeof ended === 'object' && 'problem' in ended && wordsOf(ended.problem)}{' '}
          {t(dryRun ? 'upload.nothingKept' : 'upload.keptSoFar', { rows: count(received, language) })}
        </p>
      )}
    </div>
  )
}

const taken = ({ received, rejected }: Totals) => received - rejected

function Counts({ outcome }: { outcome: Outcome }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const kindName = useKindName()
  const wordsOf = useProblemWords()
  const { dryRun, kinds, skipped, queued, stopped, problem, causes, rejected } = outcome
  const rows: (Totals & { kind: string })[] = kinds.length > 1 ? [...kinds, { ...outcome, kind: '' }] : kinds
  const shown = (number: number) => (number === 0 ? nothing : count(number, language))
  return (
    <>
      {rows.length > 0 && (
        <Box
          component="section"
          className={`${table.scroll} ${css.counts}`}
          tabIndex={0}
          aria-label={t('upload.counts')}
        >
          <table className={`${table.table} ${table.onSheet} figures`}>
            <thead>
              <tr>
                <th scope="col">{t('data.kind')}</th>
                {columns.map(column => (
                  <th key={column} scope="col" className={table.number}>
                    {t(`data.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.kind}>
                  <th scope="row">{row.kind === '' ? t('upload.total') : kindName(row.kind)}</th>
                  {columns.map(column => (
                    <td key={column} className={table.number}>
                      {column === 'rejected' && row.rejected > 0 ? (
                        <span className={css.bad}>{shown(row.rejected)}</span>
                      ) : (
                        shown(row[column])
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Box>
      )}
      {problem && <p className={css.alert}>{wordsOf(problem)}</p>}
      <div className={css.asides}>
        {skipped > 0 && <p>{t('upload.skipped', { count: skipped, shown: count(skipped, language) })}</p>}
        {queued > 0 && <p>{t('upload.queued', { count: queued, shown: count(queued, language) })}</p>}
        {stopped && <p>{t(dryRun ? 'upload.triedFirst' : 'upload.stopped')}</p>}
        {outcome.waiting > 0 && <p>{t('upload.waitingHelp')}</p>}
      </div>
      {rejected > 0 && (
        <div>
          <h4 className={css.asides}>{t(dryRun ? 'upload.wouldRefuse' : 'upload.refusedRows')}</h4>
          <ul className={css.causes}>
            {causes.map(cause => (
              <li key={`${cause.kind} ${cause.code} ${cause.path}`}>
                <span className={`${css.bad} figures`}>{count(cause.count, language)}</span>
                <div>
                  <p>
                    {cause.path && <b>{cause.path}: </b>}
                    {wordsOf(cause)}
                  </p>
                  <p className={`${css.hint} figures`}>
                    {kinds.length > 1 && `${kindName(cause.kind)} · `}
                    {t('upload.lines', { count: cause.count, lines: cause.lines.join(', ') })}
                    {cause.count > cause.lines.length && ' …'}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!dryRun && (
        <div className={css.asides}>
          <button type="button" className={page.act} onClick={() => goTo('sources')}>
            {t('upload.toSources')}
          </button>{' '}
          {rejected > 0 && (
            <button type="button" className={page.act} onClick={() => goTo('refused')}>
              {t('upload.toRefused')}
            </button>
          )}
        </div>
      )}
    </>
  )
}

/** A section of the page, wherever it is. */
function goTo(id: string): void {
  const section = document.getElementById(id)
  section?.scrollIntoView({ block: 'start' })
  section?.focus({ preventScroll: true })
}
