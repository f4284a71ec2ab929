/** Who knows what: systems that know the customer by the CRM's number, the web also by a visitor's of its own. */
export const sources = {
  crm: 'crm',
  contactCentre: 'contact-centre',
  survey: 'survey',
  shop: 'shop',
  web: 'web',
  finance: 'finance',
} as const

/** Who owns touchpoints and causes of contact. */
export const departments = {
  marketing: 'Marketing',
  shop: 'E-commerce',
  billing: 'Financiën',
  logistics: 'Logistiek',
  service: 'Klantenservice',
} as const
export type Department = (typeof departments)[keyof typeof departments]

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

/** Towns across the border and the sea, served by team Zuid. */
export const germanTowns = ['Kleve', 'Aachen', 'Düsseldorf', 'Münster'] as const
export const britishTowns = ['Leeds', 'Bristol', 'Norwich', 'Sheffield', 'Edinburgh', 'Cardiff'] as const

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
