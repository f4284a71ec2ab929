import type { UseFormReturnType } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { FlagField, TextField } from '../fields.tsx'
import css from '../settings.module.css'
import { ItemHead } from './ItemHead.tsx'
import { idealNumbers, type MapValues } from './map-values.ts'

/** A stage: what it is called, and what it should be like. */
export function StageFields({ form, place }: { form: UseFormReturnType<MapValues>; place: number }) {
  const { t } = useTranslation()
  const at = `stages.${place}`
  const name = form.getValues().stages[place]?.name ?? ''
  return (
    <div className={css.item}>
      <ItemHead form={form} list="stages" place={place} name={name}>
        <TextField form={form} path={`${at}.name`} label={t('settings.maps.stage')} required />
      </ItemHead>
      <details>
        <summary className={css.summary}>{t('settings.touchpoints.ideal')}</summary>
        <div className={css.pair}>
          <FlagField form={form} path={`${at}.timeWellSpent`} label={t('settings.maps.timeWellSpent')} />
          {idealNumbers.map(metric => (
            <TextField
              key={metric}
              form={form}
              path={`${at}.ideal.${metric}`}
              type="number"
              label={t(`settings.maps.ideals.${metric}`)}
            />
          ))}
          <TextField form={form} path={`${at}.ideal.handleSeconds`} label={t('settings.maps.ideals.handleSeconds')} />
        </div>
      </details>
    </div>
  )
}
