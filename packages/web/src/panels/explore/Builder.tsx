import '@mantine/core/styles/CloseButton.layer.css'
import '@mantine/core/styles/Combobox.layer.css'
import '@mantine/core/styles/FloatingIndicator.layer.css'
import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/core/styles/SegmentedControl.layer.css'
import { MultiSelect, NativeSelect, SegmentedControl } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Dimension, MetricKey } from '../../graphql/generated/graphql.ts'
import { fieldOf } from '../../routes/dimension.ts'
import segments from '../segments.module.css'
import css from './Builder.module.css'
import {
  askable,
  type Definition,
  type Exploration,
  fit,
  GROUPED_BY_MAX,
  KEYS_MAX,
  paramsOf,
  shapes,
  sharedDimensions,
  tops,
} from './exploration.ts'
import { ParamControl } from './ParamControl.tsx'

const lenses = ['CX', 'SERVICE', 'LINK'] as const
const line = { label: css.label, input: `${css.input} ${css.line}` }
const input = { label: css.label, input: css.input, pill: css.pill, dropdown: css.float, option: css.option }

type Props = {
  exploration: Exploration
  catalogue: readonly Definition[]
  onChange: (exploration: Exploration) => void
}

/** What is asked, put together from what the catalogue says there is. */
export function Builder({ exploration, catalogue, onChange }: Props) {
  const { t } = useTranslation()
  const { keys, groupBy, top, shape, params } = exploration
  const metrics = useMemo(() => askable(catalogue), [catalogue])
  const chosen = metrics.filter(({ key }) => keys.includes(key))
  const known = sharedDimensions(chosen)
  const change = (changed: Partial<Exploration>) => onChange(fit({ ...exploration, ...changed }, catalogue))
  const isKey = (text: string): text is MetricKey => metrics.some(({ key }) => key === text)
  // A group that an address names stays until somebody takes it away, even where these metrics do not know it.
  const dimensions: Dimension[] = [...new Set([...known, ...groupBy])]
  return (
    <fieldset className={css.builder}>
      <legend className="unseen">{t('explore.controls')}</legend>
      <MultiSelect
        label={t('explore.metrics')}
        placeholder={keys.length < KEYS_MAX ? t('explore.metricsHint') : ''}
        className={css.metrics}
        classNames={input}
        data={lenses.flatMap(lens => {
          const items = metrics
            .filter(metric => metric.lens === lens)
            .map(({ key, name }) => ({ value: key, label: name }))
          return items.length > 0 ? [{ group: t(`explore.lens.${lens}`), items }] : []
        })}
        value={[...keys]}
        onChange={picked => picked.length > 0 && change({ keys: picked.filter(isKey) })}
        maxValues={KEYS_MAX}
        searchable
        nothingFoundMessage={t('explore.noMetric')}
        hidePickedOptions
      />
      <MultiSelect
        label={t('explore.groupBy')}
        placeholder={groupBy.length === 0 ? t('explore.groupByHint') : ''}
        className={css.groupBy}
        classNames={input}
        data={dimensions.map(dimension => ({ value: dimension, label: t(`dimension.${fieldOf(dimension)}`) }))}
        value={[...groupBy]}
        onChange={picked => change({ groupBy: dimensions.filter(dimension => picked.includes(dimension)) })}
        maxValues={GROUPED_BY_MAX}
        nothingFoundMessage={t('explore.noDimension')}
        hidePickedOptions
      />
      {groupBy.length > 0 && (
        <NativeSelect
          label={t('explore.top')}
          classNames={line}
          data={tops.map(count => ({ value: String(count), label: t('explore.topN', { count }) }))}
          value={String(top)}
          onChange={event => change({ top: Number(event.currentTarget.value) })}
        />
      )}
      {paramsOf(chosen).map(param => (
        <ParamControl
          key={param.name}
          param={param}
          value={params[param.name] ?? null}
          classNames={line}
          onChange={value => change({ params: withParam(params, param.name, value) })}
        />
      ))}
      <div className={css.shape}>
        <span className={css.label} id="explore-shape">
          {t('explore.shape')}
        </span>
        <SegmentedControl
          aria-labelledby="explore-shape"
          data={shapes.map(value => ({ value, label: t(`explore.shapes.${value}`) }))}
          value={shape}
          onChange={picked => change({ shape: picked })}
          withItemsBorders={false}
          classNames={segments}
        />
      </div>
    </fieldset>
  )
}

/** Null, or what the organisation has anyway, takes a param out of the question. */
function withParam(params: Exploration['params'], name: string, value: string | null): Exploration['params'] {
  const { [name]: _, ...others } = params
  return value === null ? others : { ...others, [name]: value }
}
