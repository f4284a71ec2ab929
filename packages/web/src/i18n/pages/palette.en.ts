import type { PaletteWords } from './palette.nl.ts'

export const paletteEn: PaletteWords = {
  label: 'Find or do something',
  placeholder: 'Go to a page, a figure, a customer …',
  page: 'Page',
  section: 'On {{page}}',
  metric: 'Definition',
  inExplore: 'in Explore',
  customer: 'Customer',
  period: 'Period',
  does: 'Do',
  help: 'Help with this page',
  language: 'In Dutch',
  choose: 'choose',
  away: 'close',
  nothing: 'Nothing found for {{typed}}.',
  try: 'Type a page, a figure or a period, in Dutch or English.',
  tryWithPersons: 'Type a page, a figure or a period, or how a customer’s name or e-mail address begins.',
}
