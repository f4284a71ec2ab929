import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import {
  isThin,
  type MirrorKey,
  type MirrorStage,
  mirrorStages,
  type StageFigure,
  worstStage,
} from '../../findings/mirror.ts'
import { figure, type Notation, shortFigure, type Unit } from '../../format/figures.ts'
import { MirrorDocument } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import '../../i18n/pages/mirror.ts'
import { fieldOf } from '../../routes/dimension.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import { useFigures } from '../../routes/useFigures.ts'
import { useScope } from '../../routes/useScope.ts'
import { Panel } from '../Panel.tsx'
import type { Table } from '../PanelTable.tsx'
import css from './Mirror.module.css'

/** How a row is written and how long its bullet may grow; `most` null: as long as the largest of the row. */
type Row = { key: MirrorKey; lens: 'cx' | 'sv'; unit: Unit; least: number; most: number | null }

const above: readonly Row[] = [
  { key: 'ACTIVE_CUSTOMERS', lens: 'cx', unit: 'count', least: 0, most: null },
  { key: 'STAGE_CONVERSION', lens: 'cx', unit: 'share', least: 0, most: 1 },
  { key: 'CES', lens: 'cx', unit: 'share', least: 0, most: 1 },
  { key: 'RELATIONAL_NPS', lens: 'cx', unit: 'points', least: -100, most: 100 },
]
const below: readonly Row[] = [
  { key: 'CONTACT_RATE', lens: 'sv', unit: 'score', least: 0, most: null },
  { key: 'FIRST_TIME_FIX', lens: 'sv', unit: 'share', least: 0, most: 1 },
  { key: 'AHT', lens: 'sv', unit: 'seconds', least: 0, most: null },
]
const money: readonly Row[] = [
  { key: 'RETAINED_MARGIN', lens: 'cx', unit: 'money', least: 0, most: null },
  { key: 'SERVICE_COST_RATIO', lens: 'sv', unit: 'share', least: 0, most: null },
  { key: 'SERVICE_COST', lens: 'sv', unit: 'money', least: 0, most: null },
]

/** Both columns of bars together, in px: one scale of money up and down. */
const BARS_PX = 300
/** A bar's figure stands beyond its end. */
const HEADROOM_PX = 34

/** Stages of the journey as columns: what each brings in stands upright, and what help in it costs hangs beneath. */
export default function Mirror() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { period, where } = useScope()
  const { data, state, failure, retry } = useFigures(MirrorDocument, { period, where })
  const stages = data ? mirrorStages(data) : []
  const currency =
    data?.metrics.flatMap(({ definition }) => definition.params).find(({ name }) => name === 'currency')?.default ??
    'EUR'
  const notation = (unit: Unit): Notation => ({ unit, language, currency })
  const rows = [...above, ...money, ...below]
  const table: Table = {
    columns: [
      { key: 'stage', label: t('dimension.stage') },
      ...rows.map(({ key }) => ({ key, label: t(`mirror.row.${key}.name`), isNumber: true })),
    ],
    rows: stages.map(stage => ({
      stage: { text: stage.name, value: stage.name },
      ...Object.fromEntries(
        rows.map(({ key, unit }) => [
          key,
          { text: figure(stage.figures[key].value, notation(unit)), value: stage.figures[key].value },
        ]),
      ),
    })),
  }
  const worst = worstStage(stages)
  const left = (data?.metrics ?? []).filter(({ notFilteredBy }) => notFilteredBy.length > 0)
  const unfiltered =
    left.length === 0
      ? null
      : t('mirror.unfiltered', {
          rows: left.map(({ definition }) => t(`mirror.row.${definition.key as MirrorKey}.name`)).join(', '),
          names: [...new Set(left.flatMap(({ notFilteredBy }) => notFilteredBy))]
            .map(dimension => t(`dimension.${fieldOf(dimension)}`).toLocaleLowerCase())
            .join(', '),
        })
  return (
    <Panel
      title={t('mirror.title')}
      about={
        worst
          ? t('mirror.worst', {
              stage: worst.name,
              cost: figure(worst.figures.SERVICE_COST_RATIO.value, notation('money')),
              unit: figure(1, notation('money')),
            })
          : t('mirror.about')
      }
      state={state === 'ready' || state === 'stale' ? (stages.length === 0 ? 'empty' : state) : state}
      failure={failure}
      onRetry={retry}
      table={table}
      height={744}
    >
      {unfiltered && <p className={css.unfiltered}>{unfiltered}</p>}
      <Leaves stages={stages} worst={worst} notation={notation} />
    </Panel>
  )
}

type LeavesProps = {
  stages: readonly MirrorStage[]
  worst: MirrorStage | null
  notation: (unit: Unit) => Notation
}

function Leaves({ stages, worst, notation }: LeavesProps) {
  const { t } = useTranslation()
  const { openDefinition, openRecords } = useDrawers()
  const largest = (key: MirrorKey) =>
    Math.max(0, ...stages.flatMap(({ figures }) => [figures[key].value ?? 0, figures[key].ideal ?? 0]))
  const [up, down] = [largest('RETAINED_MARGIN'), largest('SERVICE_COST')]
  const px = (amount: number) => (up + down === 0 ? 0 : (Math.max(0, amount) / (up + down)) * BARS_PX)
  const records = (stage: MirrorStage, key: MirrorKey) => () => openRecords({ key, only: { stage: [stage.id] } })

  const label = (key: MirrorKey) => (
    <th scope="row" className={css.label}>
      <button type="button" onClick={() => openDefinition(key)} title={t('definition.title')}>
        {t(`mirror.row.${key}.name`)}
      </button>
      <small>{t(`mirror.row.${key}.about`)}</small>
    </th>
  )
  const bullets = (rows: readonly Row[]) =>
    rows.map(({ key, lens, unit, least, most }) => (
      <tr key={key} className={css[lens]}>
        {label(key)}
        {stages.map(stage => (
          <td key={stage.id} className={stage === worst ? css.hot : undefined}>
            <Value of={stage.figures[key]} onOpen={records(stage, key)}>
              {figure(stage.figures[key].value, notation(unit))}
            </Value>
            <Bullet of={stage.figures[key]} least={least} most={most ?? (largest(key) || 1)} lens={lens} />
          </td>
        ))}
      </tr>
    ))
  return (
    <div className={css.scroll}>
      <table className={`${css.mirror} figures`} style={{ '--stages': stages.length } as CSSProperties}>
        <caption className="unseen">{t('mirror.about')}</caption>
        <tbody>
          {bullets(above)}
          <tr className={`${css.cx} ${css.bars}`}>
            {label('RETAINED_MARGIN')}
            {stages.map(stage => {
              const { value } = stage.figures.RETAINED_MARGIN
              return (
                <td
                  key={stage.id}
                  className={stage === worst ? css.hot : undefined}
                  style={{ height: px(up) + HEADROOM_PX }}
                >
                  <div className={css.up}>
                    <Value of={stage.figures.RETAINED_MARGIN} onOpen={records(stage, 'RETAINED_MARGIN')}>
                      {shortFigure(value, notation('money'))}
                    </Value>
                    <i style={{ height: px(value ?? 0) }} />
                  </div>
                </td>
              )
            })}
          </tr>
          <tr className={css.spine}>
            {label('SERVICE_COST_RATIO')}
            {stages.map(stage => (
              <td key={stage.id} className={stage === worst ? css.hot : undefined}>
                <b>{stage.name}</b>
                <span className={stage === worst ? css.flag : undefined}>
                  {figure(stage.figures.SERVICE_COST_RATIO.value, notation('money'))}
                </span>
              </td>
            ))}
          </tr>
          <tr className={`${css.sv} ${css.bars}`}>
            {label('SERVICE_COST')}
            {stages.map(stage => {
              const { value, ideal } = stage.figures.SERVICE_COST
              return (
                <td
                  key={stage.id}
                  className={stage === worst ? css.hot : undefined}
                  style={{ height: px(down) + HEADROOM_PX }}
                >
                  <div className={css.down}>
                    <i style={{ height: px((value ?? 0) - (stage.excess ?? 0)) }} />
                    {(stage.excess ?? 0) > 0 && <i className={css.excess} style={{ height: px(stage.excess ?? 0) }} />}
                    {ideal !== null && <s style={{ top: px(ideal) }} title={t('mirror.ideal')} />}
                    <Value of={stage.figures.SERVICE_COST} onOpen={records(stage, 'SERVICE_COST')}>
                      {shortFigure(value, notation('money'))}
                    </Value>
                    {stage.timeWellSpent && <small>{t('mirror.noTarget')}</small>}
                  </div>
                </td>
              )
            })}
          </tr>
          {bullets(below)}
        </tbody>
      </table>
      <p className={css.notes}>
        {t('mirror.notes')} {t('mirror.excess')}:{' '}
        <span className="figures">
          {figure(
            stages.reduce((sum, { excess }) => sum + (excess ?? 0), 0),
            notation('money'),
          )}
        </span>
        .
      </p>
    </div>
  )
}

function Value({ of, onOpen, children }: { of: StageFigure; onOpen: () => void; children: string }) {
  const { t } = useTranslation()
  if (of.value === null) return <span className={css.value}>{children}</span>
  return (
    <button
      type="button"
      className={`${css.value} ${isThin(of) ? css.thin : ''}`}
      onClick={onOpen}
      title={t(isThin(of) ? 'mirror.thin' : 'mirror.open')}
    >
      {children}
    </button>
  )
}

type BulletProps = { of: StageFigure; least: number; most: number; lens: 'cx' | 'sv' }

/** How far a figure reaches, and a tick where it was designed to. */
function Bullet({ of: { value, ideal }, least, most, lens }: BulletProps) {
  if (value === null) return <span className={css.track} />
  const share = (at: number) => `${Math.min(100, Math.max(0, ((at - least) / (most - least)) * 100))}%`
  return (
    <span className={`${css.track} ${lens === 'cx' ? css.trackCx : css.trackSv}`} aria-hidden="true">
      <i style={{ width: share(value) }} />
      {ideal !== null && <s style={{ left: share(ideal) }} />}
    </span>
  )
}
