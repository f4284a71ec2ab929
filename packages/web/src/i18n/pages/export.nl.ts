export const exportNl = {
  page: 'Pagina',
  period: 'Periode',
  compared: 'Vergeleken met',
  filters: 'Filters',
  none: 'geen',
  nothing: 'niets',
  asOf: 'Stand van',
  address: 'Adres',
  pdf: 'PDF of papier',
  csv: 'Alle cijfers van deze pagina (CSV)',
  png: 'Deze pagina als afbeelding (PNG)',
  link: 'Kopieer de link',
}

export type ExportWords = Record<keyof typeof exportNl, string>
