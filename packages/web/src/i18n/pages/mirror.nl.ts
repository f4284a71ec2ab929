export const mirrorNl = {
  title: 'De spiegel',
  upright: {
    about: 'Boven de as wat een fase van de klantreis opbrengt, eronder wat hulp in die fase kost, op één euroschaal.',
    worst:
      'Boven de as wat een fase van de klantreis opbrengt, eronder wat hulp kost. In {{stage}} kost hulp het meest: {{cost}} op elke {{unit}} marge.',
  },
  turned: {
    about: 'Links wat een fase van de klantreis opbrengt, rechts wat hulp in die fase kost, op één euroschaal.',
    worst:
      'Links wat een fase van de klantreis opbrengt, rechts wat hulp kost. In {{stage}} kost hulp het meest: {{cost}} op elke {{unit}} marge.',
    rest: 'De andere cijfers per fase staan in de tabel.',
  },
  wellSpent: 'Buiten beschouwing: {{stages}}, waar hulp welbestede tijd is.',
  ideal: 'zoals ontworpen',
  table: { ideal: 'Servicekosten zoals ontworpen', excess: 'Boven het ontwerp' },
  noTarget: 'geen doel',
  open: 'Toon wat achter dit cijfer zit',
  thin: 'Te weinig om op te bouwen; toon wat erachter zit',
  unfiltered: 'Niet gefilterd op {{names}}: {{rows}}.',
  notes: 'Een streepje is het ontwerp; wat hulp meer kost dan ontworpen is gearceerd.',
  excess: 'Samen boven het ontwerp',
  row: {
    ACTIVE_CUSTOMERS: { name: 'Klanten', about: 'in de fase' },
    STAGE_CONVERSION: { name: 'Doorstroom', about: 'naar de volgende fase' },
    CES: { name: 'Gemak (CES)', about: 'vond het makkelijk' },
    RELATIONAL_NPS: { name: 'Relatie-NPS', about: 'punten' },
    RETAINED_MARGIN: { name: 'Behouden marge', about: 'in deze periode' },
    SERVICE_COST_RATIO: { name: 'Hulp per euro marge', about: 'servicekosten op marge' },
    SERVICE_COST: { name: 'Servicekosten', about: 'in deze periode' },
    CONTACT_RATE: { name: 'Contacten', about: 'per 100 klanten' },
    FIRST_TIME_FIX: { name: 'In één keer opgelost', about: 'binnen 7 dagen' },
    AHT: { name: 'Handeltijd', about: 'gemiddeld, min' },
  },
}

export type MirrorWords = typeof mirrorNl
