import '../../../i18n/pages/annotations.ts'
import '../../../i18n/pages/annotationSettings.ts'
import { useQuery } from '@apollo/client/react'
import { useTranslation } from 'react-i18next'
import { daysName } from '../../../format/dates.ts'
import { nothing } from '../../../format/figures.ts'
import { AnnotationSettingsDocument } from '../../../graphql/generated/graphql.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { OpenLink } from '../OpenLink.tsx'
import { Sheet } from '../Sheet.tsx'
import css from '../settings.module.css'
import { NEW, useOpened } from '../useOpened.ts'
import { AnnotationForm } from './AnnotationForm.tsx'

/** What happened, as it is written down: the newest first. */
export default function AnnotationsSection() {
  const { t } = useTranslation()
  const language = useLanguage()
  const { record, open } = useOpened()
  const { data, error, refetch } = useQuery(AnnotationSettingsDocument, { fetchPolicy: 'cache-and-network' })
  const annotations = data?.annotations.nodes ?? null
  const opened = annotations?.find(({ id }) => id === record) ?? null
  return (
    <>
      <Sheet
        title={t('settings.sections.annotations')}
        about={t('annotationSettings.about')}
        rows={annotations}
        failed={error !== undefined}
        onRetry={() => void refetch()}
        keyOf={({ id }) => id}
        none={t('annotationSettings.none')}
        onAdd={{ word: t('annotationSettings.add'), act: () => open(NEW) }}
        columns={[
          { name: t('annotationSettings.name'), cell: ({ id, name }) => <OpenLink record={id} name={name} /> },
          { name: t('annotations.when'), cell: ({ from, to }) => daysName(from, to, language) },
          { name: t('annotations.owner'), look: css.spare ?? '', cell: ({ department }) => department ?? nothing },
          {
            name: t('annotations.brand'),
            look: css.spare ?? '',
            cell: ({ brand }) => brand ?? t('annotations.everyBrand'),
          },
        ]}
      />
      {annotations && (opened || record === NEW) && <AnnotationForm key={record} annotation={opened} />}
    </>
  )
}
