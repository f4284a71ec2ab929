import { useMutation, useQuery } from '@apollo/client/react'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import {
  CreateInvestmentDocument,
  DeleteInvestmentDocument,
  type InvestmentLens,
  type InvestmentPurpose,
  type InvestmentSettingFragment,
  TouchpointSettingsDocument,
  UpdateInvestmentDocument,
} from '../../../graphql/generated/graphql.ts'
import { ChoiceField, TextField } from '../fields.tsx'
import { outcomeOf } from '../outcome.ts'
import { RecordDrawer } from '../RecordDrawer.tsx'
import css from '../settings.module.css'
import { useChecks } from '../useChecks.ts'
import { useOpened } from '../useOpened.ts'
import { amountOrNull, onlyChanged, textOf, wordOrNull } from '../values.ts'
import { dayIn, startOfDay, today } from '../zone.ts'

const purposes = ['ACQUISITION', 'RETENTION', 'SERVICE', 'OTHER'] as const satisfies readonly InvestmentPurpose[]
const lenses = ['CX', 'SERVICE'] as const satisfies readonly InvestmentLens[]

const valuesOf = (investment: InvestmentSettingFragment | null, zone: string) => ({
  at: investment ? dayIn(investment.at, zone) : today(zone),
  amount: textOf(investment?.amount.amount),
  currency: textOf(investment?.amount.currency),
  purpose: investment?.purpose ?? 'ACQUISITION',
  lens: investment?.lens ?? 'CX',
  touchpoint: textOf(investment?.touchpoint?.id),
  campaign: textOf(investment?.campaign),
})
type InvestmentValues = ReturnType<typeof valuesOf>

/** Money that was spent: when, how much and what for. */
export function InvestmentDrawer({ investment, zone }: { investment: InvestmentSettingFragment | null; zone: string }) {
  const { t } = useTranslation()
  const { close } = useOpened()
  const { neededDay, neededNumber } = useChecks()
  const touchpoints = useQuery(TouchpointSettingsDocument).data?.touchpoints.nodes ?? []
  const [create] = useMutation(CreateInvestmentDocument)
  const [update] = useMutation(UpdateInvestmentDocument)
  const [remove] = useMutation(DeleteInvestmentDocument)
  const stored = valuesOf(investment, zone)
  const form = useForm<InvestmentValues>({ initialValues: stored, validate: { at: neededDay, amount: neededNumber } })
  const save = async (values: InvestmentValues) => {
    const touchpoint = touchpoints.find(({ id }) => id === values.touchpoint)
    const input = {
      at: startOfDay(values.at, zone),
      amount: amountOrNull(values.amount) ?? '0',
      currency: wordOrNull(values.currency),
      purpose: values.purpose,
      lens: values.lens,
      touchpoint: touchpoint ? { source: touchpoint.source, id: touchpoint.externalId } : null,
      campaign: wordOrNull(values.campaign),
    }
    if (!investment) return outcomeOf(await create({ variables: { input } }))
    const patch = onlyChanged(input, form.isDirty)
    return outcomeOf(await update({ variables: { id: investment.id, patch, ifUpdatedAt: investment.updatedAt } }))
  }
  return (
    <RecordDrawer
      title={investment ? t('settings.investments.one') : t('settings.investments.add')}
      record={investment}
      form={form}
      stored={stored}
      save={save}
      beforeRemoving={t('settings.investments.use')}
      onClose={close}
      {...(investment && {
        remove: async () =>
          outcomeOf(await remove({ variables: { id: investment.id, ifUpdatedAt: investment.updatedAt } })),
      })}
    >
      <TextField form={form} path="at" type="date" label={t('settings.investments.at')} required />
      <div className={css.pair}>
        <TextField form={form} path="amount" type="number" label={t('settings.investments.amount')} required />
        <TextField form={form} path="currency" label={t('settings.costs.currency')} />
      </div>
      <ChoiceField
        form={form}
        path="purpose"
        label={t('settings.investments.purpose')}
        choices={purposes.map(value => ({ value, label: t(`settings.investments.purposes.${value}`) }))}
      />
      <ChoiceField
        form={form}
        path="lens"
        label={t('settings.investments.lens')}
        choices={lenses.map(value => ({ value, label: t(`settings.investments.lenses.${value}`) }))}
      />
      <ChoiceField
        form={form}
        path="touchpoint"
        label={t('settings.investments.touchpoint')}
        choices={[
          { value: '', label: t('settings.investments.noTouchpoint') },
          ...touchpoints.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TextField form={form} path="campaign" label={t('settings.investments.campaign')} />
    </RecordDrawer>
  )
}
