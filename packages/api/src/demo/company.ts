/** Who knows what: four systems, all of which know the customer by the CRM's number. */
export const sources = { crm: 'crm', contactCentre: 'contact-centre', survey: 'survey', shop: 'shop' } as const

export const regionalTeams = ['Noord', 'Zuid', 'West', 'Vlaanderen'] as const
export type RegionalTeam = (typeof regionalTeams)[number]
export type Team = RegionalTeam | 'Advies'
export type Channel = 'phone' | 'email' | 'chat' | 'whatsapp' | 'video'

/** Advice takes its time on purpose; the four others answer for a region. */
export const teams: Record<Team, { agents: readonly string[]; pace: number; eurosPerHour: number }> = {
  Noord: {
    agents: ['Sietske', 'Jelle', 'Marit', 'Rens', 'Hilde', 'Wiebe', 'Naomi', 'Tjeerd'],
    pace: 1,
    eurosPerHour: 37.5,
  },
  Zuid: { agents: ['Maud', 'Guus', 'Ilse', 'Sjors', 'Fatima', 'Bram', 'Lieke'], pace: 1.03, eurosPerHour: 37 },
  West: { agents: ['Soraya', 'Dennis', 'Kim', 'Youssef', 'Petra', 'Milan', 'Eva'], pace: 0.97, eurosPerHour: 38.5 },
  Vlaanderen: { agents: ['Joke', 'Wout', 'Annelies', 'Stijn', 'Elke'], pace: 1.06, eurosPerHour: 41 },
  Advies: { agents: ['Alfredo', 'Roos', 'Kwame', 'Mirjam'], pace: 1, eurosPerHour: 43 },
}

/** The call centre of the region takes its towns' contacts. */
export const towns: Record<RegionalTeam, readonly string[]> = {
  Noord: [
    'Amsterdam',
    'Groningen',
    'Haarlem',
    'Leeuwarden',
    'Zwolle',
    'Alkmaar',
    'Almere',
    'Assen',
    'Hoorn',
    'Zaandam',
    'Emmen',
  ],
  Zuid: ['Eindhoven', 'Tilburg', 'Nijmegen', 'Breda', 'Maastricht', 'Arnhem', 'Den Bosch', 'Venlo', 'Helmond'],
  West: ['Rotterdam', 'Den Haag', 'Utrecht', 'Leiden', 'Amersfoort', 'Delft', 'Gouda', 'Zoetermeer', 'Middelburg'],
  Vlaanderen: ['Antwerpen', 'Gent', 'Leuven', 'Brugge', 'Mechelen', 'Hasselt', 'Kortrijk', 'Aalst'],
}

/** Towns across the border, served by team Zuid. */
export const germanTowns = ['Kleve', 'Aachen', 'Düsseldorf', 'Münster'] as const

export const brands = [
  ['Loopwijs', 68],
  ['Veldspoor', 32],
] as const
export type Brand = (typeof brands)[number][0]

/** Prices of shoes per brand, and what goes along. */
export const prices: Record<Brand, { shoes: readonly number[]; extras: readonly number[] }> = {
  Loopwijs: {
    shoes: [89.9, 99.95, 119.95, 129.95, 139.95, 149.95, 159.95, 179.95],
    extras: [12.95, 19.95, 24.9, 34.95, 49.95],
  },
  Veldspoor: { shoes: [54.95, 64.9, 74.95, 84.95, 99.95, 119.95], extras: [9.95, 14.95, 22.5, 29.95] },
}

/** A cause of contact as the model knows it. Shares are of 1, points of 100. */
export interface Trigger {
  id: string
  /** What the contact is about in the customer's words. */
  topic: string
  /** Contacts that begin on it per order. */
  perOrder: number
  /** Days after the order, as median of a skewed spread; negative: before it. */
  medianDays: number
  /** Talk and wrap-up against the channel's usual. */
  length: number
  /** Share of matters that need no second contact within a week. */
  fixedShare: number
  /** Share of customers that find it easy, in points. */
  easyPoints: number
  /** Transactional NPS. */
  npsPoints: number
  /** Share of customers that wanted this contact. */
  wantedShare: number
  advice?: boolean
  subjects: readonly string[]
}

export const parcelTrigger: Trigger = {
  id: 'where-is-my-parcel',
  topic: 'Bezorging',
  perOrder: 0.317,
  medianDays: 3,
  length: 0.82,
  fixedShare: 0.76,
  easyPoints: 66,
  npsPoints: 38,
  wantedShare: 0.12,
  subjects: ['Waar blijft mijn pakket?', 'Pakket nog niet binnen', 'Track en trace staat stil'],
}

export const triggers: readonly Trigger[] = [
  parcelTrigger,
  {
    id: 'exchange-size',
    topic: 'Ruilen',
    perOrder: 0.212,
    medianDays: 6,
    length: 1.02,
    fixedShare: 0.79,
    easyPoints: 74,
    npsPoints: 52,
    wantedShare: 0.55,
    subjects: ['Schoenen ruilen voor een maat groter', 'Maat valt klein uit', 'Ruilen'],
  },
  {
    id: 'refund-not-received',
    topic: 'Retour',
    perOrder: 0.154,
    medianDays: 21,
    length: 1.06,
    fixedShare: 0.71,
    easyPoints: 61,
    npsPoints: 30,
    wantedShare: 0.06,
    subjects: ['Retour nog niet terugbetaald', 'Waar blijft mijn geld?', 'Terugbetaling retour'],
  },
  {
    id: 'unclear-invoice',
    topic: 'Factuur',
    perOrder: 0.144,
    medianDays: 14,
    length: 1.18,
    fixedShare: 0.75,
    easyPoints: 64,
    npsPoints: 36,
    wantedShare: 0.05,
    subjects: ['Vraag over mijn factuur', 'Factuur klopt niet?', 'Bedrag op factuur onduidelijk'],
  },
  {
    id: 'size-advice',
    topic: 'Maatadvies',
    perOrder: 0.163,
    medianDays: -1.5,
    length: 1.5,
    fixedShare: 0.87,
    easyPoints: 84,
    npsPoints: 64,
    wantedShare: 0.93,
    advice: true,
    subjects: ['Welke maat past mij?', 'Maatadvies gevraagd'],
  },
  {
    id: 'change-address',
    topic: 'Bezorging',
    perOrder: 0.097,
    medianDays: 0.6,
    length: 0.72,
    fixedShare: 0.84,
    easyPoints: 73,
    npsPoints: 48,
    wantedShare: 0.3,
    subjects: ['Adres wijzigen', 'Verkeerd adres ingevuld'],
  },
  {
    id: 'discount-code',
    topic: 'Bestellen',
    perOrder: 0.097,
    medianDays: -0.4,
    length: 0.68,
    fixedShare: 0.8,
    easyPoints: 68,
    npsPoints: 39,
    wantedShare: 0.08,
    subjects: ['Kortingscode werkt niet', 'Korting niet verrekend'],
  },
  {
    id: 'payment-failed',
    topic: 'Betaling',
    perOrder: 0.081,
    medianDays: 0.3,
    length: 0.84,
    fixedShare: 0.77,
    easyPoints: 67,
    npsPoints: 37,
    wantedShare: 0.04,
    subjects: ['Betaling mislukt', 'Dubbel afgeschreven?'],
  },
  {
    id: 'forgotten-password',
    topic: 'Account',
    perOrder: 0.097,
    medianDays: -0.2,
    length: 0.55,
    fixedShare: 0.85,
    easyPoints: 69,
    npsPoints: 43,
    wantedShare: 0.04,
    subjects: ['Kan niet inloggen', 'Wachtwoord vergeten'],
  },
  {
    id: 'stock-in-store',
    topic: 'Voorraad',
    perOrder: 0.067,
    medianDays: -2,
    length: 0.7,
    fixedShare: 0.88,
    easyPoints: 78,
    npsPoints: 50,
    wantedShare: 0.6,
    advice: true,
    subjects: ['Ligt deze schoen in de winkel?', 'Voorraad maat 43'],
  },
  {
    id: 'warranty',
    topic: 'Garantie',
    perOrder: 0.058,
    medianDays: 95,
    length: 1.3,
    fixedShare: 0.66,
    easyPoints: 62,
    npsPoints: 32,
    wantedShare: 0.2,
    subjects: ['Zool laat los', 'Garantie op mijn schoenen'],
  },
  {
    id: 'gait-analysis',
    topic: 'Loopanalyse',
    perOrder: 0.043,
    medianDays: -4,
    length: 1.85,
    fixedShare: 0.9,
    easyPoints: 86,
    npsPoints: 70,
    wantedShare: 0.96,
    advice: true,
    subjects: ['Afspraak loopanalyse', 'Vraag na de loopanalyse'],
  },
]

/** What people ask before they buy, also those no system knows. */
export const adviceTriggers = triggers.filter(({ advice }) => advice)
