import { useTranslation } from 'react-i18next'
import { scalesOf } from '../../findings/bars.ts'
import { headline } from '../../findings/headline.ts'
import type { CardKey, Metric } from '../../findings/metric.ts'
import { CustomerFiguresDocument, type MetricKey } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useFigures } from '../../routes/useFigures.ts'
import { useScope } from '../../routes/useScope.ts'
import { comparisonOf } from '../../time/periods.ts'
import { Annotated } from '../Annotated.tsx'
import { GroupPanel } from '../GroupPanel.tsx'
import { MeasurePanel } from '../MeasurePanel.tsx'
import { PageHead } from '../PageHead.tsx'
import { ScopeBar } from '../ScopeBar.tsx'
import sheets from '../sheets.module.css'
import { CohortsPanel } from './CohortsPanel.tsx'
import { LifecyclePanel } from './LifecyclePanel.tsx'

/** What the page's sentence may tell of. */
const told: CardKey[] = ['REPEAT_PURCHASE_RATE', 'REVENUE_PER_CUSTOMER', 'RETENTION_RATE', 'ACTIVE_CUSTOMERS']

const shown: MetricKey[] = [
  'RETENTION_RATE',
  'CHURN_RATE',
  'REPEAT_PURCHASE_RATE',
  'CUSTOMER_LIFETIME_VALUE',
  'REVENUE_PER_CUSTOMER',
  'REVENUE',
  'ACTIVE_CUSTOMERS',
  'SHARE_OF_REVENUE',
]

const noMetrics: Metric[] = []

/** Who came and stayed, what they are worth, and how segments differ. A day or a week is too short to tell it by. */
export default function CustomerFigures() {
  const { t } = useTranslation()
  const reader = useLanguage()
  const { scope, period, grain: finest, where, language } = useScope()
  const grain = finest === 'DAY' || finest === 'WEEK' ? 'MONTH' : finest
  const comparison = comparisonOf(scope.against, grain)
  const answer = useFigures(CustomerFiguresDocument, { period, grain, comparison, where, language })
  const metrics = answer.data?.metrics ?? noMetrics
  const scales = scalesOf(answer.data?.segments ?? [])
  return (
    <>
      <ScopeBar grain={grain} />
      <PageHead sentence={headline(metrics, told, reader, t)} metrics={metrics} answer={answer} />
      <Annotated answer={answer.data}>
        <div className={sheets.grid}>
          <LifecyclePanel answer={answer} metric={answer.data?.lifecycle[0]} grain={grain} />
          <CohortsPanel grain={grain} />
        </div>
        <div className={`${sheets.grid} ${sheets.below}`}>
          {shown.map(key => (
            <MeasurePanel
              key={key}
              answer={answer}
              metric={metrics.find(({ definition }) => definition.key === key)}
              title={t('customers.title')}
              counted={key === 'REPEAT_PURCHASE_RATE' || key === 'REVENUE' ? 'orders' : 'customers'}
              grain={grain}
              lens="cx"
            />
          ))}
        </div>
        <div className={sheets.heading}>
          <div>
            <h2>{t('customers.segments')}</h2>
            <p>{t('customers.segmentsAbout')}</p>
          </div>
        </div>
        <div className={sheets.grid}>
          {(answer.data?.segments ?? []).map(metric => (
            <GroupPanel
              key={metric.definition.key}
              answer={answer}
              metric={metric}
              field="segment"
              lens="cx"
              scale={scales.get(metric.definition.unit)}
              title={metric.definition.name}
            />
          ))}
        </div>
      </Annotated>
    </>
  )
}
