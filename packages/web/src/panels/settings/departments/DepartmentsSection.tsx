import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { count } from '../../../format/figures.ts'
import { TouchpointSettingsDocument, TriggerSettingsDocument } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import table from '../../Table.module.css'
import { OpenLink } from '../OpenLink.tsx'
import { Sheet } from '../Sheet.tsx'
import { useOpened } from '../useOpened.ts'
import { DepartmentDrawer } from './DepartmentDrawer.tsx'
import { departmentsOf } from './department.ts'

/** Who owns what: departments are words, so they are where they are said. */
export default function DepartmentsSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { record } = useOpened()
  const triggers = useQuery(TriggerSettingsDocument, { fetchPolicy: 'cache-and-network' })
  const touchpoints = useQuery(TouchpointSettingsDocument, { fetchPolicy: 'cache-and-network' })
  const departments =
    triggers.data && touchpoints.data
      ? departmentsOf(triggers.data.triggers.nodes, touchpoints.data.touchpoints.nodes)
      : null
  const opened = departments?.find(({ name }) => name === record)
  return (
    <>
      <Sheet
        title={t('settings.sections.departments')}
        about={t('settings.departments.about')}
        rows={departments}
        failed={triggers.error !== undefined || touchpoints.error !== undefined}
        onRetry={() => void Promise.all([triggers.refetch(), touchpoints.refetch()])}
        keyOf={({ name }) => name}
        none={t('settings.departments.none')}
        columns={[
          { name: t('settings.department'), cell: ({ name }) => <OpenLink record={name} name={name} /> },
          {
            name: t('settings.departments.triggers'),
            look: table.number,
            cell: department => count(department.triggers.length, language),
          },
          {
            name: t('settings.departments.touchpoints'),
            look: table.number,
            cell: department => count(department.touchpoints.length, language),
          },
        ]}
      />
      {departments && opened && (
        <DepartmentDrawer key={opened.name} department={opened} names={departments.map(({ name }) => name)} />
      )}
    </>
  )
}
