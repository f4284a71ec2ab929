export const voiceNl = {
  title: 'Klantstem',
  pageTitle: 'Klantstem · Tweeluik',
  split: {
    promoters: 'bevelen aan',
    passives: 'neutraal',
    detractors: 'raden af',
    summary: '{{promoters}} bevelen aan (9–10), {{passives}} zijn neutraal (7–8), {{detractors}} raden af (0–6).',
  },
  touchpoint: {
    title: 'Waar het goed gaat en waar niet',
    about: 'Naar contactpunt. Het stippellijntje is alles samen, het grijze streepje de periode ernaast.',
    by: '{{name}} naar contactpunt',
  },
  answers: {
    title: 'In hun eigen woorden',
    count_one: '{{shown}} antwoord in deze periode, nieuwste eerst.',
    count_other: '{{shown}} antwoorden in deze periode, nieuwste eerst.',
    leftOut: 'Antwoorden zijn niet bekend naar {{names}}; dat filter geldt hier niet.',
    kind: 'Wat er gevraagd is',
    score: 'Hoe het antwoord uitviel',
    all: 'Alles',
    kinds: {
      RELATIONAL_NPS: 'Relatie-NPS',
      TRANSACTIONAL_NPS: 'Contact-NPS',
      CSAT: 'Tevredenheid',
      CES: 'Gemak',
      REVIEW: 'Review',
    },
    scores: { favourable: 'Gunstig', neutral: 'Ertussenin', unfavourable: 'Ongunstig' },
    scoresOf: 'Antwoorden op {{name}}',
    outOf: '{{score}} van {{max}}',
    silent: 'Geen toelichting',
    someone: 'Klant onbekend',
    more: 'Meer antwoorden',
    none: 'Geen antwoorden met deze filters.',
    withheld: 'De antwoorden zelf zijn voor een andere rol.',
    failed: 'De antwoorden konden niet worden opgehaald.',
    table: { at: 'Wanneer', kind: 'Vraag', score: 'Antwoord', comment: 'Toelichting', about: 'Waarover' },
  },
}

export type VoiceWords = typeof voiceNl
