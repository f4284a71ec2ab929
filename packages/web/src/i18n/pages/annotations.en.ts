import type { AnnotationsWords } from './annotations.nl.ts'

export const annotationsEn: AnnotationsWords = {
  list: 'Annotations in this period',
  column: 'Annotation',
  title: 'Annotation',
  when: 'When',
  owner: 'Owner',
  brand: 'Brand',
  everyBrand: 'every brand',
  source: 'Source',
  written: 'Updated',
  writtenBy: '{{at}}, by {{who}}',
  gone: 'This annotation is no longer there.',
  edit: 'Edit in Settings',
}
