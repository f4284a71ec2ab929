import type { AnnotationSettingsWords } from './annotationSettings.nl.ts'

export const annotationSettingsEn: AnnotationSettingsWords = {
  about: 'What happened on a day or for some time. It stands, numbered, in every chart of those days.',
  add: 'Add an annotation',
  none: 'Nothing has been written down yet.',
  name: 'What happened',
  from: 'First day',
  until: 'Last day',
  untilHelp: 'Without a last day it happened on one day.',
  description: 'Explanation',
  lens: 'Drawn with',
  lenses: { both: 'experience and service', CX: 'experience', SERVICE: 'service' },
  brand: 'Brand (empty: every one)',
  missingDay: 'Choose a day.',
  endsBefore: 'The last day lies before the first.',
}
