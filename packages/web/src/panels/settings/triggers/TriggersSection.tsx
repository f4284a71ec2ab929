import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { nothing } from '../../../format/figures.ts'
import { TriggerSettingsDocument } from '../../../graphql/generated/graphql.ts'
import { OpenLink } from '../OpenLink.tsx'
import { Sheet } from '../Sheet.tsx'
import css from '../settings.module.css'
import { NEW, useOpened } from '../useOpened.ts'
import { TriggerDrawer } from './TriggerDrawer.tsx'

/** Why customers get in touch, and which department owns the cause. */
export default function TriggersSection() {
  const { t } = useTranslation()
  const { record, open } = useOpened()
  const { data, error, refetch } = useQuery(TriggerSettingsDocument, { fetchPolicy: 'cache-and-network' })
  const triggers = data?.triggers.nodes ?? null
  const opened = triggers?.find(({ id }) => id === record) ?? null
  return (
    <>
      <Sheet
        title={t('settings.sections.triggers')}
        about={t('settings.triggers.about')}
        rows={triggers}
        failed={error !== undefined}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        none={t('settings.triggers.none')}
        onAdd={{ word: t('settings.triggers.add'), act: () => open(NEW) }}
        columns={[
          {
            name: t('settings.triggers.name'),
            cell: ({ id, name, parent }) => (
              <>
                <OpenLink record={id} name={name} />
                {parent && <div className={css.under}>{t('settings.triggers.partOf', { name: parent.name })}</div>}
              </>
            ),
          },
          { name: t('settings.department'), cell: ({ department }) => department },
          {
            name: t('settings.triggers.intent'),
            look: css.spare,
            cell: ({ intent }) => (intent ? t(`settings.triggers.intents.${intent}`) : nothing),
          },
          {
            name: t('settings.triggers.avoidable'),
            look: css.spare,
            cell: ({ avoidable }) => (avoidable == null ? nothing : t(avoidable ? 'settings.yes' : 'settings.no')),
          },
        ]}
      />
      {triggers && (opened || record === NEW) && <TriggerDrawer key={record} trigger={opened} triggers={triggers} />}
    </>
  )
}
