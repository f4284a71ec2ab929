import type { UseFormReturnType } from '@mantine/form'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { TouchpointSettingFragment } from '../../../graphql/generated/graphql.ts'
import { ChoiceField, FlagField, TextField } from '../fields.tsx'
import css from '../settings.module.css'
import { ItemHead } from './ItemHead.tsx'
import type { MapValues } from './map-values.ts'

type Props = {
  form: UseFormReturnType<MapValues>
  place: number
  touchpoints: readonly TouchpointSettingFragment[]
}

/** A step: a touchpoint in its stage. Whose it is and whether it decides is a matter of the touchpoint. */
export function StepFields({ form, place, touchpoints }: Props) {
  const { t } = useTranslation()
  const at = `steps.${place}`
  const { stages, steps } = form.getValues()
  const touchpoint = touchpoints.find(({ id }) => id === steps[place]?.touchpoint)
  const about = [
    touchpoint?.department && t('settings.maps.owner', { department: touchpoint.department }),
    touchpoint?.momentOfTruth && t('settings.maps.moment'),
  ]
  return (
    <div className={css.item}>
      <ItemHead form={form} list="steps" place={place} name={touchpoint?.name ?? t('settings.maps.step')}>
        <ChoiceField
          form={form}
          path={`${at}.touchpoint`}
          label={t('settings.touchpoints.name')}
          choices={[
            { value: '', label: t('settings.untold') },
            ...touchpoints.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </ItemHead>
      {touchpoint && (
        <p className={css.hint}>
          {about.filter(Boolean).join(' · ')}{' '}
          <Link to="/settings" search={{ section: 'touchpoints', record: touchpoint.id }} className={css.name}>
            {t('settings.maps.toTouchpoint')}
          </Link>
        </p>
      )}
      <div className={css.pair}>
        <ChoiceField
          form={form}
          path={`${at}.stage`}
          label={t('settings.maps.stage')}
          choices={stages.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FlagField form={form} path={`${at}.optional`} label={t('settings.maps.optional')} />
        <TextField form={form} path={`${at}.maxSeconds`} label={t('settings.maps.maxSeconds')} />
      </div>
    </div>
  )
}
