import { IconAlertTriangle, IconClock, IconEyeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { countedOf, type Face, notationOf, sampleOf } from '../findings/card.ts'
import { type CardKey, type Metric, paramOf } from '../findings/metric.ts'
import { capitalised } from '../findings/phrase.ts'
import { timeOfDay } from '../format/dates.ts'
import { count, figure, nothing, unitWord } from '../format/figures.ts'
import { useLanguage } from '../i18n/language.ts'
import { retrySeconds } from '../routes/useFigures.ts'
import changeCss from './Change.module.css'
import { Change } from './Change.tsx'
import css from './Figures.module.css'
import { useUnfiltered } from './useUnfiltered.ts'

type Props = {
  cardKey: CardKey
  metric: Metric | undefined
  face: Face
  per: 'WEEK' | 'MONTH' | 'YEAR'
  /** When the figures shown were fetched; only said when they are stale. */
  fetchedAt: Date | null
  nameId: string
  onDefinition: () => void
  onRecords: () => void
}

/** Name, value, change, interval, n: always in this order and at these heights, whatever the face. */
export function Figures(props: Props) {
  const { metric, face } = props
  if (face === 'loading') return <Bones />
  if (!metric) return <Missing {...props} />
  return <Shown {...props} metric={metric} />
}

function Rows({
  name,
  value,
  change,
  meta,
  counted,
}: Record<'name' | 'value' | 'change' | 'meta' | 'counted', ReactNode>) {
  return (
    <div className={css.figures}>
      {name}
      {value}
      <div className={css.change}>{change}</div>
      <div className={`${css.meta} figures`}>{meta}</div>
      <div className={`${css.count} figures`}>{counted}</div>
    </div>
  )
}

function Bones() {
  const bar = (width: number, height: number) => <i className={css.bar} style={{ width, height }} />
  return (
    <Rows
      name={<div className={css.name}>{bar(104, 13)}</div>}
      value={<div className={css.value}>{bar(126, 28)}</div>}
      change={bar(96, 20)}
      meta={bar(140, 12)}
      counted={bar(110, 12)}
    />
  )
}

function Missing({ cardKey, nameId }: Props) {
  const { t } = useTranslation()
  return (
    <Rows
      name={
        <h3 className={css.name} id={nameId}>
          {capitalised(t(`metric.${cardKey}.word`))}
        </h3>
      }
      value={<div className={`${css.value} ${css.none}`}>{nothing}</div>}
      change={null}
      meta={t('face.notFetched')}
      counted={null}
    />
  )
}

function Shown({ cardKey, metric, face, per, fetchedAt, nameId, onDefinition, onRecords }: Props & { metric: Metric }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const notation = notationOf(metric, language)
  const { value, interval } = metric.total
  const unit = unitWord(value, notation.unit)
  const perWord = cardKey === 'REVENUE_PER_CUSTOMER' ? t(`per.${per}`) : null
  const unfiltered = useUnfiltered(metric.notFilteredBy)
  const detail = unfiltered?.short ?? t(`metric.${cardKey}.detail`, { windowDays: paramOf(metric, 'windowDays') ?? 7 })
  const weight = { few: css.light, stale: css.past }[String(face)] ?? ''
  const counted = useCounted(cardKey, metric, per)

  const between = interval
    ? t('between', { low: figure(interval.low, notation), high: figure(interval.high, notation) })
    : null
  return (
    <Rows
      name={
        <h3 className={css.name} id={nameId}>
          <button type="button" onClick={onDefinition} title={t('definition.title')}>
            {metric.definition.name}
          </button>
          {detail !== '' && (
            <span className={css.detail} title={unfiltered?.sentence}>
              {detail}
            </span>
          )}
        </h3>
      }
      value={
        <div className={`${css.value} ${value === null ? css.none : weight} figures`}>
          {face === 'withheld' ? <IconEyeOff size={26} stroke={1.75} aria-hidden="true" /> : figure(value, notation)}
          {value !== null && unit !== null && <span className={css.unit}>{t(`unit.${unit}`)}</span>}
          {value !== null && perWord !== null && <span className={css.unit}>{perWord}</span>}
        </div>
      }
      change={
        face === 'normal' ? (
          <Change metric={metric} notation={notation} />
        ) : face === 'few' ? (
          <Remark icon={<IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />}>
            {t(`change.tooFew.${sampleOf(cardKey)}`)}
          </Remark>
        ) : face === 'stale' && fetchedAt ? (
          <Remark icon={<IconClock size={14} stroke={1.75} aria-hidden="true" />}>
            {t('face.staleAt', { at: timeOfDay(fetchedAt, language) })}
          </Remark>
        ) : null
      }
      meta={face === 'withheld' ? t('face.withheld') : face === 'stale' ? t('face.unreachable') : between}
      counted={
        face === 'stale' ? (
          t('face.retrying', { seconds: retrySeconds })
        ) : counted === null ? null : (
          <button type="button" onClick={onRecords} aria-label={t('records.open', { counted })}>
            {counted}
          </button>
        )
      }
    />
  )
}

function Remark({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className={`${changeCss.pill} ${changeCss.quiet}`}>
      {icon}
      {children}
    </span>
  )
}

/** `21.874 antwoorden`; null where n is withheld. */
function useCounted(cardKey: CardKey, metric: Metric, per: Props['per']): string | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const counted = countedOf(cardKey)
  if (counted === 'customerTime') {
    const { denominator } = metric.total
    return denominator === null ? null : t(`counted.customerTime_${per}`, { shown: count(denominator, language) })
  }
  const { n } = metric.total
  return n === null ? null : t(`counted.${counted}`, { count: n, shown: count(n, language) })
}
