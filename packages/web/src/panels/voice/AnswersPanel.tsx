import '@mantine/core/styles/SegmentedControl.layer.css'
import { SegmentedControl } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { moment } from '../../format/dates.ts'
import { count } from '../../format/figures.ts'
import type { AnswersQuery } from '../../graphql/generated/graphql.ts'
import { channelName } from '../../i18n/channelName.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useScope } from '../../routes/useScope.ts'
import { ScoreShape } from '../../story/ScoreShape.tsx'
import page from '../Page.module.css'
import { Panel } from '../Panel.tsx'
import segments from '../segments.module.css'
import css from './AnswersPanel.module.css'
import { answersWhere, kinds, outcomes, readScore, scale, unknownOf } from './answersWhere.ts'
import { useAnswers } from './useAnswers.ts'

type Answer = AnswersQuery['feedback']['nodes'][number]

/** No verdict is chosen while scores are. */
const among = 'among'

/** The answers themselves; who may not read names or comments gets none of them from the server. */
export function AnswersPanel() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { scope, period } = useScope()
  const search = useSearch({ from: '/voice' })
  const navigate = useNavigate({ from: '/voice' })
  const kind = kinds.find(one => one === search.kind?.toUpperCase()) ?? null
  const score = useMemo(() => readScore(search.score, kind), [search.score, kind])
  const where = useMemo(() => answersWhere(period, scope.chosen, kind, score), [period, scope.chosen, kind, score])
  const { list, failure, retry, more, fetchingMore } = useAnswers(where)
  const choose = (name: 'kind' | 'score', value: string) =>
    void navigate({
      // Another question has other scores; a verdict holds for all.
      search: old => ({
        ...old,
        ...(name === 'kind' && score && 'among' in score && { score: undefined }),
        [name]: value === '' ? undefined : value.toLowerCase(),
      }),
      resetScroll: false,
      replace: true,
    })
  const picked = score && 'among' in score ? score.among : []
  const leftOut = unknownOf(scope.chosen).map(field => t(`dimension.${field}`).toLocaleLowerCase())
  const isWithheld = failure?.code === 'ROWS_WITHHELD'
  const about = [
    list && t('voice.answers.count', { count: list.totalCount, shown: count(list.totalCount, language) }),
    leftOut.length > 0 && t('voice.answers.leftOut', { names: leftOut.join(', ') }),
  ]
  const subject = ({ touchpoint, channel, team }: Answer) =>
    [touchpoint?.name ?? (channel && channelName(channel, t)), team].filter(Boolean).join(' · ')
  const told = (answer: Answer) => t('voice.answers.outOf', { score: answer.score, max: answer.scaleMax })
  const text = (value: string | null) => ({ value, text: value ?? '' })
  return (
    <>
      <div className={css.filters}>
        <SegmentedControl
          aria-label={t('voice.answers.kind')}
          classNames={segments}
          className={css.choice ?? ''}
          value={kind ?? ''}
          data={[
            { value: '', label: t('voice.answers.all') },
            ...kinds.map(value => ({ value, label: t(`voice.answers.kinds.${value}`) })),
          ]}
          onChange={value => choose('kind', value)}
        />
        <SegmentedControl
          aria-label={t('voice.answers.score')}
          classNames={segments}
          className={css.choice ?? ''}
          value={score ? ('outcome' in score ? score.outcome : among) : ''}
          data={[
            { value: '', label: t('voice.answers.all') },
            ...outcomes.map(value => ({ value, label: t(`voice.answers.scores.${value}`) })),
          ]}
          onChange={value => choose('score', value)}
        />
        {kind && (
          <fieldset className={css.scores}>
            <legend className="unseen">
              {t('voice.answers.scoresOf', { name: t(`voice.answers.kinds.${kind}`) })}
            </legend>
            {scale[kind].map(one => (
              <button
                key={one}
                type="button"
                className="figures"
                aria-pressed={picked.includes(one)}
                onClick={() =>
                  choose('score', scale[kind].filter(other => picked.includes(other) !== (other === one)).join())
                }
              >
                {one}
              </button>
            ))}
          </fieldset>
        )}
      </div>
      <Panel
        title={t('voice.answers.title')}
        about={isWithheld ? t('voice.answers.withheld') : about.filter(Boolean).join(' ')}
        state={list || isWithheld ? 'ready' : failure ? 'failed' : 'loading'}
        failure={failure}
        onRetry={retry}
        height={isWithheld ? 0 : 320}
        {...(list && {
          table: {
            columns: [
              { key: 'at', label: t('voice.answers.table.at') },
              { key: 'kind', label: t('voice.answers.table.kind') },
              { key: 'score', label: t('voice.answers.table.score') },
              { key: 'comment', label: t('voice.answers.table.comment') },
              { key: 'about', label: t('voice.answers.table.about') },
            ],
            rows: list.nodes.map(answer => ({
              at: { value: answer.at, text: moment(answer.at, language) },
              kind: text(t(`voice.answers.kinds.${answer.kind}`)),
              score: { value: answer.score, text: told(answer) },
              comment: text(answer.comment),
              about: text(subject(answer)),
            })),
          },
        })}
      >
        {list?.nodes.length === 0 && <p className={css.soft}>{t('voice.answers.none')}</p>}
        <ol className={css.answers}>
          {list?.nodes.map(answer => (
            <li key={answer.id}>
              <svg width="20" height="20" viewBox="-10 -10 20 20" aria-hidden="true">
                <ScoreShape kind={answer.kind} />
              </svg>
              <p className={css.score}>
                <b className="figures">{told(answer)}</b>
                <span>{t(`voice.answers.kinds.${answer.kind}`)}</span>
              </p>
              <p className={answer.comment === null ? css.soft : css.comment}>
                {answer.comment ?? t('voice.answers.silent')}
              </p>
              <p className={css.meta}>
                {answer.customer ? (
                  <Link to="/customers/$id" params={{ id: answer.customer.id }}>
                    {answer.customer.name ?? t('customers.unnamed')}
                  </Link>
                ) : (
                  t('voice.answers.someone')
                )}
                <span className="figures">
                  {[moment(answer.at, language), subject(answer)].filter(Boolean).join(' · ')}
                </span>
              </p>
            </li>
          ))}
        </ol>
        {more && (
          <button type="button" className={page.button} disabled={fetchingMore} onClick={more}>
            {t('voice.answers.more')}
          </button>
        )}
      </Panel>
    </>
  )
}
