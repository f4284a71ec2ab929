export const paletteNl = {
  label: 'Zoek of doe iets',
  placeholder: 'Ga naar een pagina, een cijfer, een klant …',
  page: 'Pagina',
  section: 'Op {{page}}',
  metric: 'Definitie',
  inExplore: 'in Verkennen',
  customer: 'Klant',
  period: 'Periode',
  does: 'Doen',
  help: 'Uitleg bij deze pagina',
  language: 'In het Engels',
  choose: 'kiezen',
  away: 'sluiten',
  nothing: 'Niets gevonden bij {{typed}}.',
  try: 'Typ een pagina, een cijfer of een periode, in het Nederlands of Engels.',
  tryWithPersons: 'Typ een pagina, een cijfer of een periode, of hoe de naam of het e-mailadres van een klant begint.',
}

export type PaletteWords = Record<keyof typeof paletteNl, string>
