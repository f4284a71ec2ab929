import type { Brand, RegionalTeam } from './company.ts'
import { brands, britishTowns, germanTowns, sources, towns } from './company.ts'
import type { Random } from './random.ts'
import type { Sent } from './records.ts'

const dutchFirstNames = [
  'Emma',
  'Daan',
  'Sanne',
  'Thijs',
  'Fleur',
  'Lars',
  'Anouk',
  'Ruben',
  'Lotte',
  'Jeroen',
  'Femke',
  'Niels',
  'Iris',
  'Bas',
  'Marieke',
  'Sander',
  'Noor',
  'Joris',
  'Esther',
  'Koen',
  'Saskia',
  'Wouter',
  'Tess',
  'Martijn',
  'Ingrid',
  'Peter',
  'Yara',
  'Mohammed',
  'Samira',
  'Rik',
  'Hanneke',
  'Gijs',
  'Linda',
  'Stefan',
  'Aylin',
  'Johan',
  'Marloes',
  'Hugo',
  'Chantal',
  'Erik',
  'Roos',
  'Timo',
  'Bianca',
  'Jasper',
  'Nadia',
  'Willem',
  'Carlijn',
  'Ahmed',
  'Judith',
  'Frank',
] as const
const dutchLastNames = [
  'de Jong',
  'Jansen',
  'de Vries',
  'van den Berg',
  'Bakker',
  'van Dijk',
  'Visser',
  'Smit',
  'Meijer',
  'de Boer',
  'Mulder',
  'de Groot',
  'Bos',
  'Vos',
  'Peters',
  'Hendriks',
  'van Leeuwen',
  'Dekker',
  'Brouwer',
  'de Wit',
  'Dijkstra',
  'Smits',
  'de Graaf',
  'van der Meer',
  'van der Linden',
  'Kok',
  'Jacobs',
  'Vermeulen',
  'van den Heuvel',
  'van der Veen',
  'Schouten',
  'Hoekstra',
  'Postma',
  'Willems',
  'van Vliet',
  'Koster',
  'Prins',
  'Blom',
  'Huisman',
  'Kuipers',
  'Veenstra',
  'El Amrani',
  'Yilmaz',
  'Ramdin',
  'Nijland',
  'Scholten',
  'Verhoeven',
  'Wolters',
  'Zijlstra',
  'Timmermans',
] as const
const flemishFirstNames = [
  'Lies',
  'Wout',
  'An',
  'Pieter',
  'Elke',
  'Bart',
  'Griet',
  'Jef',
  'Nele',
  'Tom',
  'Katrien',
  'Stijn',
  'Leen',
  'Dries',
  'Charlotte',
  'Arne',
  'Sofie',
  'Kobe',
  'Julie',
  'Mathieu',
] as const
const flemishLastNames = [
  'Peeters',
  'Janssens',
  'Maes',
  'Mertens',
  'Willems',
  'Claes',
  'Goossens',
  'Wouters',
  'De Smet',
  'Vermeulen',
  'Van Damme',
  'De Clercq',
  'Lambrecht',
  'Desmet',
  'Aerts',
  'Hermans',
  'Verstraete',
  'Vandenberghe',
  'Cools',
  'Dubois',
] as const
const germanFirstNames = ['Jonas', 'Lena', 'Markus', 'Katharina', 'Felix', 'Sabine', 'Tobias', 'Greta'] as const
const germanLastNames = ['Schneider', 'Weber', 'Becker', 'Hoffmann', 'Schäfer', 'Koch', 'Richter', 'Krüger'] as const
const britishFirstNames = ['Amelia', 'Oliver', 'Isla', 'George', 'Priya', 'Callum', 'Megan', 'Rhys'] as const
const britishLastNames = ['Taylor', 'Hughes', 'Patel', 'Wright', 'Campbell', 'Morgan', 'Bennett', 'Khan'] as const
const clubNames = ['Atletiekvereniging', 'Loopgroep', 'Hockeyclub', 'Voetbalvereniging', 'Trailclub'] as const

const segments = [
  ['Beginnende loper', 31],
  ['Vaste loper', 27],
  ['Wedstrijdloper', 9],
  ['Veldsporter', 29],
  ['Vereniging', 4],
] as const
export type Segment = (typeof segments)[number][0]

const homes = [
  ['Noord', 36],
  ['Zuid', 22],
  ['West', 22],
  ['Vlaanderen', 14],
  ['Duitsland', 4],
  ['Engeland', 2],
] as const
type Home = (typeof homes)[number][0]

/** Across the sea only the brand for field sports is sold. */
const countries = { Noord: 'NL', Zuid: 'NL', West: 'NL', Vlaanderen: 'BE', Duitsland: 'DE', Engeland: 'GB' } as const

/** A customer as the other parts of the model need it, beside its CRM record. */
export interface Person {
  /** The sender's number, the stem of the ids of its facts. */
  number: string
  brand: Brand
  segment: Segment
  country: 'NL' | 'BE' | 'DE' | 'GB'
  language: 'nl' | 'en' | 'fr' | 'de'
  team: RegionalTeam
  /** How readily this person picks up the phone, against the mean. */
  contactFactor: number
  /** Standing mood towards the company, a standard normal: one person's answers resemble each other. */
  mood: number
  /** How other systems than the CRM name this person. */
  reference: { source: string; id: string }
  record: Sent<'customers'>
}

/** The index-th customer. Numbers are spread so that they betray no order, and never repeat below nine million. */
export function person(index: number, random: Random): Person {
  const number = String(1_000_000 + ((index * 4_368_787) % 9_000_000))
  const home = random.key(homes)
  const country = countries[home]
  const segment = home === 'Engeland' ? 'Veldsporter' : random.key(segments)
  const brand = segment === 'Veldsporter' ? 'Veldspoor' : segment === 'Vereniging' ? random.key(brands) : 'Loopwijs'
  const language = random.key(languages[country])
  const [first, last] = name(home, random)
  const city = town(home, random)
  const company = segment === 'Vereniging' ? `${random.pick(clubNames)} ${city}` : undefined
  return {
    number,
    brand,
    segment,
    country,
    language,
    team: home === 'Duitsland' || home === 'Engeland' ? 'Zuid' : home,
    contactFactor: Math.min(2, random.logNormal(0.92, 0.4)),
    mood: random.normal(),
    reference: { source: sources.crm, id: `C-${number}` },
    record: {
      id: `C-${number}`,
      kind: company ? 'company' : 'person',
      company,
      name: `${first} ${last}`,
      email: `${mailbox(first, last)}${index}@${domains[country]}`,
      phone: phone(country, random),
      language,
      country,
      segment,
      attributes: { city },
    },
  }
}

const languages = {
  NL: [
    ['nl', 92],
    ['en', 8],
  ],
  BE: [
    ['nl', 86],
    ['fr', 10],
    ['en', 4],
  ],
  DE: [
    ['de', 70],
    ['en', 18],
    ['nl', 12],
  ],
  GB: [['en', 1]],
} as const

/** Kept free for examples, so that no message can reach anyone. */
const domains = { NL: 'example.nl', BE: 'example.be', DE: 'example.com', GB: 'example.org' }

function name(home: Home, random: Random): [string, string] {
  if (home === 'Vlaanderen') return [random.pick(flemishFirstNames), random.pick(flemishLastNames)]
  if (home === 'Duitsland') return [random.pick(germanFirstNames), random.pick(germanLastNames)]
  if (home === 'Engeland') return [random.pick(britishFirstNames), random.pick(britishLastNames)]
  return [random.pick(dutchFirstNames), random.pick(dutchLastNames)]
}

function town(home: Home, random: Random): string {
  if (home === 'Duitsland') return random.pick(germanTowns)
  return random.pick(home === 'Engeland' ? britishTowns : towns[home])
}

function mailbox(first: string, last: string): string {
  return `${first}.${last}`
    .normalize('NFD')
    .replace(/[^A-Za-z.]/g, '')
    .toLowerCase()
}

/** Ranges that no subscriber has: 06-0 and 0400 are not given out, (0)30 23125 and 07700 900 are set aside for fiction. */
function phone(country: Person['country'], random: Random): string {
  const digits = (count: number) => String(random.whole(0, 10 ** count - 1)).padStart(count, '0')
  if (country === 'BE') return `+32400${digits(6)}`
  if (country === 'DE') return `+493023125${digits(3)}`
  if (country === 'GB') return `+447700900${digits(3)}`
  return `+3160${digits(7)}`
}
