import { useMediaQuery } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { dearerByDesign, type MirrorKey, mirrorStages, worstStage } from '../../findings/mirror.ts'
import { figure, type Notation, type Unit } from '../../format/figures.ts'
import { MirrorDocument } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import '../../i18n/pages/mirror.ts'
import { fieldOf } from '../../routes/dimension.ts'
import { useFigures } from '../../routes/useFigures.ts'
import { useScope } from '../../routes/useScope.ts'
import { usePrinting } from '../../theme/printing.ts'
import { Panel } from '../Panel.tsx'
import type { Table } from '../PanelTable.tsx'
import { Leaves } from './Leaves.tsx'
import css from './Mirror.module.css'
import { above, below, money } from './rows.ts'
import { Turned } from './Turned.tsx'

/** What each stage of the journey brings in, mirrored in what help in it costs; on a phone the mirror is turned. */
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
  const narrow = useMediaQuery('(max-width: 699px)', false, { getInitialValueInEffect: false })
  const isTurned = usePrinting() ? false : narrow
  const way = isTurned ? 'turned' : 'upright'
  const rows = [...above, ...money, ...below]
  const asMoney = (value: number | null) => ({ text: figure(value, notation('money')), value })
  const table: Table = {
    columns: [
      { key: 'stage', label: t('dimension.stage') },
      ...rows.map(({ key }) => ({ key, label: t(`mirror.row.${key}.name`), isNumber: true })),
      { key: 'ideal', label: t('mirror.table.ideal'), isNumber: true },
      { key: 'excess', label: t('mirror.table.excess'), isNumber: true },
    ],
    rows: stages.map(stage => ({
      stage: { text: stage.name, value: stage.name },
      ...Object.fromEntries(
        rows.map(({ key, unit }) => [
          key,
          { text: figure(stage.figures[key].value, notation(unit)), value: stage.figures[key].value },
        ]),
      ),
      ideal: asMoney(stage.figures.SERVICE_COST.ideal),
      excess: asMoney(stage.excess),
    })),
  }
  const worst = worstStage(stages)
  const wellSpent = worst ? dearerByDesign(stages, worst).map(({ name }) => name) : []
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
          ? [
              t(`mirror.${way}.worst`, {
                stage: worst.name,
                cost: figure(worst.figures.SERVICE_COST_RATIO.value, notation('money')),
                unit: figure(1, notation('money')),
              }),
              ...(wellSpent.length > 0 ? [t('mirror.wellSpent', { stages: wellSpent.join(', ') })] : []),
            ].join(' ')
          : t(`mirror.${way}.about`)
      }
      state={state === 'ready' || state === 'stale' ? (stages.length === 0 ? 'empty' : state) : state}
      failure={failure}
      onRetry={retry}
      table={table}
      explorable={{ keys: ['RETAINED_MARGIN', 'SERVICE_COST'], groupBy: ['STAGE'], top: 10, shape: 'bar' }}
      height={isTurned ? 400 : 744}
    >
      {unfiltered && <p className={css.unfiltered}>{unfiltered}</p>}
      {isTurned ? (
        <Turned stages={stages} worst={worst} notation={notation} />
      ) : (
        <Leaves stages={stages} worst={worst} notation={notation} />
      )}
      <p className={css.notes}>
        {t('mirror.notes')} {isTurned && t('mirror.turned.rest')} {t('mirror.excess')}:{' '}
        <span className="figures">
          {figure(
            stages.reduce((sum, { excess }) => sum + (excess ?? 0), 0),
            notation('money'),
          )}
        </span>
        .
      </p>
    </Panel>
  )
}
