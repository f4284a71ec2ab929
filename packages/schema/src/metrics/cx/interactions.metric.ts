import { interaction } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { tally } from '../finalize.ts'

export default defineMetric({
  key: 'INTERACTIONS',
  lens: 'CX',
  version: 1,
  unit: 'count',
  direction: 'NONE',
  parts: { interactions: interaction.count('happened') },
  n: 'interactions',
  finalize: tally('interactions'),
  formula: 'interactions',
  countedOn: 'at',
  source: 'Own definition: occurrences of touchpoints',
  words: {
    nl: {
      name: 'Interacties',
      description: 'Hoe vaak klanten een contactpunt tegenkwamen: een advertentie, een pagina, een bezorging.',
      includes: 'Elke keer, bewust of onbewust, ook van onbekende bezoekers en buiten een klantreis.',
      excludes: 'Contacten met de klantenservice; die tellen als contacten.',
    },
    en: {
      name: 'Interactions',
      description: 'How often customers met with a touchpoint: an advertisement, a page, a delivery.',
      includes: 'Every occurrence, conscious or not, also of unknown visitors and outside a journey.',
      excludes: 'Contacts with customer service; those count as contacts.',
    },
  },
  examples: [
    {
      promise: 'every occurrence counts on its day, also of an unknown visitor and outside a journey',
      rows: {
        interaction: [
          { day: '2026-03-01', stage: 'orient' },
          { day: '2026-03-31', known: false, journeyMapId: null },
          { day: '2026-03-31', known: false, journeyMapId: null },
          { day: '2026-04-01' },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 3,
      n: 3,
    },
    {
      promise: 'nothing counted is 0, since there is nothing to divide',
      rows: {},
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 0,
      n: 0,
    },
  ],
})
