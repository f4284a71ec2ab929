import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { count, figure, type Language, type Notation } from '../../format/figures.ts'
import type { Dimension } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import { fieldOf } from '../../routes/dimension.ts'
import type { useDrawers } from '../../routes/useDrawers.ts'
import { Change } from '../Change.tsx'
import type { Definition } from './exploration.ts'
import css from './FigureTable.module.css'
import { type Answered, type Figure, idOf, type OpensRecords, onlyOf, type Row, rowsOf } from './rows.ts'

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() })
const helper = createColumnHelper<typeof features, Row>()

/** What has no value, and what gathers the rest, stands last whichever way rows are sorted. */
const sortable = (row: Row, value: string | number | null | undefined) =>
  row.id === 'other' ? undefined : (value ?? undefined)

const byValue = (a: unknown, b: unknown): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b))

const sorting = {
  sortUndefined: 'last' as const,
  sortFn: (a: { getValue(id: string): unknown }, b: { getValue(id: string): unknown }, id: string) =>
    byValue(a.getValue(id), b.getValue(id)),
}

type Props = Pick<ReturnType<typeof useDrawers>, 'openDefinition'> & {
  metrics: readonly Answered[]
  definitions: readonly Definition[]
  groupBy: readonly Dimension[]
  notationOf: (metric: Answered) => Notation
  recordsOf: (definition: Definition) => OpensRecords
}

/** Every figure of every group: its value, interval, n and change, sorted by whichever column. */
export function FigureTable({ metrics, definitions, groupBy, notationOf, openDefinition, recordsOf }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const data = useMemo(() => rowsOf(metrics), [metrics])
  const columns = useMemo(() => {
    const groups = groupBy.map((dimension, index) =>
      helper.accessor(row => sortable(row, row.keys[index]?.label), {
        id: dimension,
        header: t(`dimension.${fieldOf(dimension)}`),
        ...sorting,
      }),
    )
    const figures = metrics.flatMap((metric, index) => [
      helper.accessor(row => sortable(row, row.figures[index]?.value), {
        id: `${metric.definition.key}.value`,
        header: t('explore.column.value'),
        sortDescFirst: true,
        ...sorting,
      }),
      helper.accessor(row => sortable(row, row.figures[index]?.n), {
        id: `${metric.definition.key}.n`,
        header: t('explore.column.n'),
        sortDescFirst: true,
        ...sorting,
      }),
      helper.accessor(row => sortable(row, row.figures[index]?.compared?.difference), {
        id: `${metric.definition.key}.change`,
        header: t('explore.column.change'),
        sortDescFirst: true,
        ...sorting,
      }),
    ])
    return helper.columns([...groups, ...figures])
  }, [groupBy, metrics, t])
  const table = useTable({ features, columns, data, getRowId: row => row.id })
  const cells = (figures: readonly (Figure | null)[], keys: Row['keys']) =>
    metrics.map((metric, index) => {
      const definition = definitions.find(({ key }) => key === metric.definition.key)
      const only = onlyOf(keys)
      return (
        <FigureCells
          key={metric.definition.key}
          metric={metric}
          figure={figures[index] ?? null}
          direction={definition?.direction ?? 'NONE'}
          notation={notationOf(metric)}
          language={language}
          group={keys.map(({ label }) => label).join(' · ') || t('explore.all')}
          onRecords={only && definition ? () => recordsOf(definition)({ only }) : null}
        />
      )
    })
  return (
    <div className={css.scroll}>
      <table className={`${css.table} figures`}>
        <caption className="unseen">{t('explore.table')}</caption>
        <thead>
          <tr>
            {groupBy.length > 0 && <td colSpan={groupBy.length} />}
            {groupBy.length === 0 && <td />}
            {metrics.map(({ definition }) => (
              <th key={definition.key} colSpan={3} scope="colgroup" className={css.metric}>
                <button
                  type="button"
                  className={css.name}
                  title={t('explore.definition', { name: definition.name })}
                  onClick={() => openDefinition(definition.key)}
                >
                  {definition.name}
                </button>
              </th>
            ))}
          </tr>
          <tr>
            {groupBy.length === 0 && <th scope="col">{t('explore.group')}</th>}
            {table.getFlatHeaders().map(({ id, column }) => {
              const sorted = column.getIsSorted()
              return (
                <th
                  key={id}
                  scope="col"
                  className={
                    id.endsWith('.value')
                      ? css.first
                      : id.endsWith('.change')
                        ? css.change
                        : id.endsWith('.n')
                          ? css.n
                          : undefined
                  }
                  aria-sort={sorted === false ? 'none' : sorted === 'asc' ? 'ascending' : 'descending'}
                >
                  <button type="button" className={css.sort} onClick={column.getToggleSortingHandler()}>
                    {String(column.columnDef.header)}
                    <span aria-hidden="true">{sorted === false ? '' : sorted === 'asc' ? '↑' : '↓'}</span>
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {table.getRowModel().rows.map(({ id, original: { keys, figures } }) => (
            <tr key={id}>
              {groupBy.length === 0 && <th scope="row">{t('explore.all')}</th>}
              {keys.map(({ dimension, label }, index) =>
                index === 0 ? (
                  <th key={dimension} scope="row">
                    {label}
                  </th>
                ) : (
                  <td key={dimension} className={css.key}>
                    {label}
                  </td>
                ),
              )}
              {cells(figures, keys)}
            </tr>
          ))}
        </tbody>
        {groupBy.length > 0 && (
          <tfoot>
            <tr>
              <th scope="row" colSpan={groupBy.length}>
                {t('explore.all')}
              </th>
              {cells(
                metrics.map(({ total }) => total),
                [],
              )}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  )
}

type CellProps = {
  metric: Answered
  figure: Figure | null
  direction: Definition['direction']
  notation: Notation
  language: Language
  group: string
  /** Null: its records cannot be told apart from others. */
  onRecords: (() => void) | null
}

function FigureCells({ metric, figure: told, direction, notation, language, group, onRecords }: CellProps) {
  const { t } = useTranslation()
  const n = count(told?.n, language)
  const isAmongOther = onRecords !== null && metric.series.some(({ keys }) => idOf(keys) === 'other')
  return (
    <>
      <td className={`${css.value} ${css.first} ${told?.suppressed ? css.few : ''}`}>
        {figure(told?.value, notation)}
        {told?.interval && (
          <span>
            <span className="unseen"> {t('explore.column.interval')} </span>
            {figure(told.interval.low, notation)}&nbsp;– {figure(told.interval.high, notation)}
          </span>
        )}
      </td>
      <td className={css.n}>
        {onRecords && told?.n ? (
          <button
            type="button"
            className={css.records}
            aria-label={t('explore.records', { n, name: metric.definition.name, group })}
            onClick={onRecords}
          >
            {n}
          </button>
        ) : (
          n
        )}
      </td>
      <td className={css.change}>
        {told ? (
          <Change metric={{ definition: { direction }, total: told }} notation={notation} />
        ) : (
          isAmongOther && t('explore.amongOther')
        )}
      </td>
    </>
  )
}
