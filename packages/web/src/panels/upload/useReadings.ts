import { useTranslation } from 'react-i18next'
import { useKindName } from '../kindName.ts'
import type { Preview, Reading } from './send.ts'

const kinds = [
  'customers',
  'contacts',
  'contact-events',
  'orders',
  'feedback',
  'surveys',
  'journeys',
  'interactions',
  'touchpoints',
  'triggers',
  'journey-maps',
  'exposures',
  'quality-reviews',
  'cost-rates',
  'exchange-rates',
  'investments',
  'annotations',
  'calendars',
  'sla-policies',
]

const MAPPING = 'mapping '

const nameOf = (reading: Reading) => ('kind' in reading ? reading.kind : MAPPING + reading.mapping)

const readingOf = (name: string): Reading | null => {
  if (name === '') return null
  return name.startsWith(MAPPING) ? { mapping: name.slice(MAPPING.length) } : { kind: name }
}

/** By what a file may be read: what fits it first. */
export function useReadings(preview: Preview | null) {
  const { t } = useTranslation()
  const kindName = useKindName()
  const known = preview?.mappings ?? []
  const option = (name: string) => ({ value: MAPPING + name, label: t('upload.byMapping', { name }) })
  const fitting = known.filter(({ missing }) => missing.length === 0).map(({ name }) => option(name))
  const others = known.filter(({ missing }) => missing.length > 0).map(({ name }) => option(name))
  const chosen = preview?.reading
  // Where the file is plainly ours no mapping was asked.
  const unnamed = chosen && 'mapping' in chosen && known.every(({ name }) => name !== chosen.mapping)
  const groups = [
    { group: t('upload.fitting'), items: unnamed ? [option(chosen.mapping)] : fitting },
    { group: t('upload.ours'), items: kinds.map(kind => ({ value: kind, label: kindName(kind) })) },
    { group: t('upload.others'), items: others },
  ]
  const none = chosen ? [] : [{ value: '', label: t('upload.pick') }]
  return { choices: [...none, ...groups.filter(({ items }) => items.length > 0)], nameOf, readingOf }
}
