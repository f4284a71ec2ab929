import '../i18n/pages/explore.ts'
import { useQuery } from '@apollo/client/react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { type ReactNode, useCallback, useEffect, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { moment, periodName } from '../format/dates.ts'
import { AnnotationsDocument, ExploreDocument } from '../graphql/generated/graphql.ts'
import { groupName } from '../i18n/channelName.ts'
import { useLanguage } from '../i18n/language.ts'
import { Annotated } from '../panels/Annotated.tsx'
import { Answer } from '../panels/explore/Answer.tsx'
import { Builder } from '../panels/explore/Builder.tsx'
import {
  type Definition,
  type Exploration,
  type ExploreSearch,
  pickExploration,
  readExploration,
  writeExploration,
} from '../panels/explore/exploration.ts'
import { headlineOf } from '../panels/explore/headline.ts'
import { QuestionPanel } from '../panels/explore/QuestionPanel.tsx'
import { isOverTime, questionOf, questionText } from '../panels/explore/question.ts'
import { RefusedQuestion } from '../panels/explore/RefusedQuestion.tsx'
import type { Answered } from '../panels/explore/rows.ts'
import { SavedViews } from '../panels/explore/SavedViews.tsx'
import { ExportMenu } from '../panels/export/ExportMenu.tsx'
import page from '../panels/Page.module.css'
import { ScopeBar } from '../panels/ScopeBar.tsx'
import { fittingGrain } from '../time/periods.ts'
import css from './explore.module.css'
import { pickScope, stringifySearch } from './scope.ts'
import { useCatalogue } from './useCatalogue.ts'
import { useFigures } from './useFigures.ts'
import { useScope } from './useScope.ts'
import { useSignIn } from './useSignIn.ts'

const none: Answered[] = []

/** As many buckets as a heat map has room for. */
const COLUMNS_MAX = 26

const withNames = (metric: Answered, t: TFunction): Answered => ({
  ...metric,
  series: metric.series.map(group => ({
    ...group,
    keys: group.keys.map(key => ({ ...key, label: groupName(key, t) })),
  })),
})

/** Any metrics by any dimensions, with the question that anybody can ask for the same. */
export function ExplorePage() {
  const { t } = useTranslation()
  const { language } = useScope()
  const { catalogue, failure } = useCatalogue(language)
  useSignIn(failure)
  useEffect(() => {
    document.title = t('explore.pageTitle')
  }, [t])
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      {catalogue ? (
        <Explored catalogue={catalogue} />
      ) : (
        <>
          <ScopeBar />
          <div className={page.lede}>
            <h1>{t(failure ? 'explore.failed' : 'explore.loading')}</h1>
          </div>
        </>
      )}
    </main>
  )
}

function Explored({ catalogue }: { catalogue: readonly Definition[] }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const scope = useScope()
  // Opening a drawer changes the address too, and asks nothing anew.
  const asText = JSON.stringify(pickExploration(search))
  const { exploration, broken } = useMemo(() => readExploration(JSON.parse(asText), catalogue), [asText, catalogue])
  const definitions = useMemo(
    () => exploration.keys.flatMap(key => catalogue.find(metric => metric.key === key) ?? []),
    [exploration.keys, catalogue],
  )
  const overTime = isOverTime(exploration)
  const grain = exploration.shape === 'heat' ? fittingGrain(scope.grain, scope.period, COLUMNS_MAX) : scope.grain
  const question = questionOf(exploration, { ...scope, grain })
  const answer = useFigures(ExploreDocument, question)
  const { state, failure } = answer
  const answered = answer.data?.metrics ?? none
  const metrics = useMemo(() => answered.map(metric => withNames(metric, t)), [answered, t])
  const change = useCallback(
    (next: Exploration) =>
      void navigate({
        to: '.',
        search: (old: ExploreSearch) => ({
          ...Object.fromEntries(Object.entries(old).filter(([name]) => !(name in pickExploration(old)))),
          ...writeExploration(next),
        }),
        resetScroll: false,
      }),
    [navigate],
  )
  return (
    <>
      <ScopeBar
        grain={overTime ? grain : null}
        tooFine={grain === scope.grain ? scope.tooFine : (scope.tooFine ?? scope.grain)}
      />
      {broken.length > 0 && (
        <p className={page.notice} role="status">
          {t('brokenAddress', { names: broken.join(', ') })}
        </p>
      )}
      <div className={page.lede}>
        <div>
          <h1>
            {state === 'loading'
              ? t('explore.loading')
              : state === 'failed'
                ? t(failure?.fix ? 'explore.refused' : 'explore.failed')
                : headlineOf(metrics, exploration, definitions, language, t)}
          </h1>
          <p className={`${page.beside} figures`}>
            {periodName(scope.period, language)}
            {metrics[0] && `\u00a0· ${t('asOf', { at: moment(metrics[0].asOf, language) })}`}
          </p>
        </div>
        <ExportMenu
          standing={
            metrics[0]
              ? { period: scope.period, compared: t(`filters.${scope.scope.against}`), asOf: metrics[0].asOf }
              : null
          }
        />
        <SavedViews search={stringifySearch({ ...pickScope(search), ...pickExploration(search) })} />
      </div>
      <div className={page.sheet} data-on-screen-only>
        <Builder exploration={exploration} catalogue={catalogue} onChange={change} />
      </div>
      <div
        className={`${css.columns} ${exploration.shape === 'table' || exploration.shape === 'heat' ? css.wide : ''}`}
      >
        <div className={css.answer}>
          {state === 'failed' && failure ? (
            <RefusedQuestion failure={failure} onRetry={answer.retry} />
          ) : (
            <Noted wanted={exploration.shape === 'line'}>
              <Answer
                exploration={exploration}
                definitions={definitions}
                metrics={metrics}
                answer={answer}
                period={scope.period}
                grain={grain}
                onChange={change}
              />
            </Noted>
          )}
        </div>
        <QuestionPanel text={questionText(question, definitions)} />
      </div>
    </>
  )
}

/** Lines with what happened beside them. It is asked apart: the question that stands beside the answer is about figures alone. */
function Noted({ wanted, children }: { wanted: boolean; children: ReactNode }) {
  const { period } = useScope()
  const { data } = useQuery(AnnotationsDocument, { variables: { period }, skip: !wanted })
  return wanted ? <Annotated answer={data ?? null}>{children}</Annotated> : children
}
