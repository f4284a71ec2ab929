import { useMutation } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import {
  type CostRateSettingFragment,
  CreateCostRateDocument,
  DeleteCostRateDocument,
  UpdateCostRateDocument,
} from '../../../graphql/generated/graphql.ts'
import { TextField, WordField } from '../fields.tsx'
import { outcomeOf } from '../outcome.ts'
import { RecordDrawer } from '../RecordDrawer.tsx'
import css from '../settings.module.css'
import { useChecks } from '../useChecks.ts'
import { useOpened } from '../useOpened.ts'
import { amountOrNull, numberOrNull, onlyChanged, textOf, wordOrNull } from '../values.ts'
import { dayIn, startOfDay, today } from '../zone.ts'

const valuesOf = (rate: CostRateSettingFragment | null, zone: string) => ({
  team: textOf(rate?.team),
  channel: textOf(rate?.channel),
  from: rate ? dayIn(rate.from, zone) : today(zone),
  to: rate?.to ? dayIn(rate.to, zone) : '',
  perHour: textOf(rate?.perHour.amount),
  perContact: textOf(rate?.perContact.amount),
  overheadShare: textOf(rate?.overheadShare),
  currency: textOf(rate?.perHour.currency),
})
type CostValues = ReturnType<typeof valuesOf>

type Props = { rate: CostRateSettingFragment | null; rates: readonly CostRateSettingFragment[]; zone: string }

/** What an hour and a contact cost, for whom and while it is in force. */
export function CostDrawer({ rate, rates, zone }: Props) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const { neededNumber, aNumber, neededDay, aDay } = useChecks()
  const [create] = useMutation(CreateCostRateDocument)
  const [update] = useMutation(UpdateCostRateDocument)
  const [remove] = useMutation(DeleteCostRateDocument)
  const stored = valuesOf(rate, zone)
  const form = useForm<CostValues>({
    initialValues: stored,
    validate: { perHour: neededNumber, perContact: aNumber, overheadShare: aNumber, from: neededDay, to: aDay },
  })
  const save = async (values: CostValues) => {
    const input = {
      team: wordOrNull(values.team),
      channel: wordOrNull(values.channel),
      from: startOfDay(values.from, zone),
      to: values.to ? startOfDay(values.to, zone) : null,
      perHour: amountOrNull(values.perHour) ?? '0',
      perContact: amountOrNull(values.perContact),
      overheadShare: numberOrNull(values.overheadShare),
      currency: wordOrNull(values.currency),
    }
    if (!rate) return outcomeOf(await create({ variables: { input } }))
    const patch = onlyChanged(input, form.isDirty)
    return outcomeOf(await update({ variables: { id: rate.id, patch, ifUpdatedAt: rate.updatedAt } }))
  }
  return (
    <RecordDrawer
      title={
        rate ? [rate.team, rate.channel].filter(Boolean).join(', ') || t('settings.everyone') : t('settings.costs.add')
      }
      record={rate}
      form={form}
      stored={stored}
      save={save}
      beforeRemoving={t('settings.costs.use')}
      onClose={close}
      {...(rate && {
        remove: async () => outcomeOf(await remove({ variables: { id: rate.id, ifUpdatedAt: rate.updatedAt } })),
      })}
    >
      <div className={css.pair}>
        <WordField
          form={form}
          path="team"
          label={t('settings.costs.team')}
          about={t('settings.costs.whoseAbout')}
          words={rates.flatMap(({ team }) => team ?? [])}
        />
        <WordField
          form={form}
          path="channel"
          label={t('settings.costs.channel')}
          about={t('settings.costs.whoseAbout')}
          words={rates.flatMap(({ channel }) => channel ?? [])}
        />
      </div>
      <div className={css.pair}>
        <TextField form={form} path="from" type="date" label={t('settings.costs.from')} required />
        <TextField form={form} path="to" type="date" label={t('settings.costs.to')} />
      </div>
      <div className={css.pair}>
        <TextField form={form} path="perHour" type="number" label={t('settings.costs.perHour')} required />
        <TextField form={form} path="perContact" type="number" label={t('settings.costs.perContact')} />
      </div>
      <TextField
        form={form}
        path="overheadShare"
        type="number"
        label={t('settings.costs.overhead')}
        about={t('settings.costs.overheadAbout')}
      />
      <TextField
        form={form}
        path="currency"
        label={t('settings.costs.currency')}
        about={t('settings.costs.currencyAbout')}
      />
    </RecordDrawer>
  )
}
