import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { nothing } from '../../../format/figures.ts'
import { TouchpointSettingsDocument } from '../../../graphql/generated/graphql.ts'
import { OpenLink } from '../OpenLink.tsx'
import { Sheet } from '../Sheet.tsx'
import css from '../settings.module.css'
import { useOpened } from '../useOpened.ts'
import { TouchpointDrawer } from './TouchpointDrawer.tsx'

/** Where customers and company meet, and what that should be like. */
export default function TouchpointsSection() {
  const { t } = useTranslation()
  const { record } = useOpened()
  const { data, error, refetch } = useQuery(TouchpointSettingsDocument, { fetchPolicy: 'cache-and-network' })
  const touchpoints = data?.touchpoints.nodes ?? null
  const opened = touchpoints?.find(({ id }) => id === record)
  return (
    <>
      <Sheet
        title={t('settings.sections.touchpoints')}
        about={t('settings.touchpoints.about')}
        rows={touchpoints}
        failed={error !== undefined}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        none={t('settings.touchpoints.none')}
        columns={[
          { name: t('settings.touchpoints.name'), cell: ({ id, name }) => <OpenLink record={id} name={name} /> },
          { name: t('settings.department'), cell: ({ department }) => department ?? nothing },
          { name: t('settings.touchpoints.channel'), look: css.spare, cell: ({ channel }) => channel },
          {
            name: t('settings.touchpoints.moment'),
            look: css.spare,
            cell: ({ momentOfTruth }) =>
              momentOfTruth == null ? nothing : t(momentOfTruth ? 'settings.yes' : 'settings.no'),
          },
        ]}
      />
      {opened && <TouchpointDrawer key={opened.id} touchpoint={opened} />}
    </>
  )
}
