export const mirrorEn = {
  title: 'The mirror',
  upright: {
    about:
      'Above the axis what a stage of the journey brings in, below it what help in that stage costs, on one money scale.',
    worst:
      'Above the axis what a stage of the journey brings in, below it what help costs. Help costs most in {{stage}}: {{cost}} for each {{unit}} of margin.',
  },
  turned: {
    about: 'Left what a stage of the journey brings in, right what help in it costs, on one scale of money.',
    worst:
      'Left what a stage of the journey brings in, right what help costs. In {{stage}} help costs most: {{cost}} for every {{unit}} of margin.',
    rest: 'The other figures by stage are in the table.',
  },
  wellSpent: 'Left aside: {{stages}}, where help is time well spent.',
  ideal: 'as designed',
  table: { ideal: 'Service cost as designed', excess: 'Beyond the design' },
  noTarget: 'no target',
  open: 'Show what is behind this figure',
  thin: 'Too few to lean on; show what is behind it',
  unfiltered: 'Not filtered by {{names}}: {{rows}}.',
  notes: 'A tick is the design; what help costs beyond it is hatched.',
  excess: 'Beyond the design in all',
  row: {
    ACTIVE_CUSTOMERS: { name: 'Customers', about: 'in the stage' },
    STAGE_CONVERSION: { name: 'Conversion', about: 'to the next stage' },
    CES: { name: 'Ease (CES)', about: 'found it easy' },
    RELATIONAL_NPS: { name: 'Relational NPS', about: 'points' },
    RETAINED_MARGIN: { name: 'Retained margin', about: 'in this period' },
    SERVICE_COST_RATIO: { name: 'Help per unit of margin', about: 'service cost over margin' },
    SERVICE_COST: { name: 'Service cost', about: 'in this period' },
    CONTACT_RATE: { name: 'Contacts', about: 'per 100 customers' },
    FIRST_TIME_FIX: { name: 'First-time fix', about: 'within 7 days' },
    AHT: { name: 'Handling time', about: 'mean, min' },
  },
}
