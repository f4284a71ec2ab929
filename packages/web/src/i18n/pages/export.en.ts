import type { ExportWords } from './export.nl.ts'

export const exportEn: ExportWords = {
  page: 'Page',
  period: 'Period',
  compared: 'Compared with',
  filters: 'Filters',
  none: 'none',
  nothing: 'nothing',
  asOf: 'As of',
  address: 'Address',
  pdf: 'PDF or paper',
  csv: 'All figures of this page (CSV)',
  png: 'This page as an image (PNG)',
  link: 'Copy the link',
}
