/** Words of the section of the settings in which annotations are written. */
export const annotationSettingsNl = {
  about: 'Wat er gebeurde op een dag of een tijdlang. Het staat genummerd in elke grafiek van die dagen.',
  add: 'Aantekening toevoegen',
  none: 'Er is nog niets opgeschreven.',
  name: 'Wat er gebeurde',
  from: 'Eerste dag',
  until: 'Laatste dag',
  untilHelp: 'Zonder laatste dag gebeurde het op één dag.',
  description: 'Toelichting',
  lens: 'Getekend bij',
  lenses: { both: 'ervaring en service', CX: 'ervaring', SERVICE: 'service' },
  brand: 'Merk (leeg: alle)',
  missingDay: 'Kies een dag.',
  endsBefore: 'De laatste dag ligt vóór de eerste.',
}
export type AnnotationSettingsWords = typeof annotationSettingsNl
