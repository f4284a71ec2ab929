import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { count } from '../../../format/figures.ts'
import { JourneyMapSettingsDocument } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { OpenLink } from '../OpenLink.tsx'
import { Sheet } from '../Sheet.tsx'
import { NEW, useOpened } from '../useOpened.ts'
import { MapDrawer } from './MapDrawer.tsx'

/** Journeys as they were meant. */
export default function MapsSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { record, open } = useOpened()
  const { data, error, refetch } = useQuery(JourneyMapSettingsDocument, { fetchPolicy: 'cache-and-network' })
  const maps = data?.journeyMaps.nodes ?? null
  const opened = maps?.find(({ id }) => id === record) ?? null
  return (
    <>
      <Sheet
        title={t('settings.sections.maps')}
        about={t('settings.maps.about')}
        rows={maps}
        failed={error !== undefined}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        none={t('settings.maps.none')}
        onAdd={{ word: t('settings.maps.add'), act: () => open(NEW) }}
        columns={[
          { name: t('settings.maps.name'), cell: ({ id, name }) => <OpenLink record={id} name={name} /> },
          {
            name: t('settings.maps.stages'),
            cell: ({ stages, steps }) =>
              t('settings.maps.counted', {
                stages: count(stages.length, language),
                steps: count(steps.length, language),
              }),
          },
        ]}
      />
      {maps && (opened || record === NEW) && <MapDrawer key={record} map={opened} />}
    </>
  )
}
