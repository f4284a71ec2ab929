/** Words of what happened: on every page that draws it, and where it is written. */
export const annotationsNl = {
  list: 'Aantekeningen in deze periode',
  column: 'Aantekening',
  title: 'Aantekening',
  when: 'Wanneer',
  owner: 'Eigenaar',
  brand: 'Merk',
  everyBrand: 'alle merken',
  source: 'Bron',
  written: 'Bijgewerkt',
  writtenBy: '{{at}}, door {{who}}',
  gone: 'Deze aantekening is er niet meer.',
  edit: 'Bewerken in Instellingen',
}
export type AnnotationsWords = typeof annotationsNl
