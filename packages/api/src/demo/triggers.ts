import { type Department, departments, sources } from './company.ts'
import type { Sent } from './records.ts'
import type { Touchpoint } from './touchpoints.ts'

/** A cause of contact as the model knows it. Shares are of 1, points of 100. */
export interface Trigger {
  id: string
  name: string
  /** Who owns the cause. */
  department: Department
  parent: string
  /** Nobody would miss this contact if the cause were gone. */
  avoidable?: boolean
  /** Contacts on it are reckoned per order, unless told otherwise. */
  ratePer?: 'customers'
  /** Where the customer stands when it comes up. */
  arisesAt: Touchpoint
  /** What the contact is about in the customer's words. */
  topic: string
  /** Contacts that begin on it per order, of what no effect brings. */
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
  /** Time well spent, by people who take it. */
  advice?: boolean
  /** Short enough for the bot to answer alone now and then. */
  botAnswers?: boolean
  subjects: readonly string[]
}

export const parcelTrigger: Trigger = {
  id: 'where-is-my-parcel',
  name: 'Waar is mijn pakket?',
  department: departments.logistics,
  parent: 'delivery',
  avoidable: true,
  arisesAt: 'tracking',
  topic: 'Bezorging',
  perOrder: 0.345,
  medianDays: 3,
  length: 0.82,
  fixedShare: 0.76,
  easyPoints: 66,
  npsPoints: 40,
  wantedShare: 0.12,
  botAnswers: true,
  subjects: ['Waar blijft mijn pakket?', 'Pakket nog niet binnen', 'Track en trace staat stil'],
}

export const triggers: readonly Trigger[] = [
  parcelTrigger,
  {
    id: 'exchange-size',
    name: 'Maat ruilen',
    department: departments.shop,
    parent: 'product',
    arisesAt: 'first-run',
    topic: 'Ruilen',
    perOrder: 0.212,
    medianDays: 6,
    length: 1.02,
    fixedShare: 0.79,
    easyPoints: 74,
    npsPoints: 60,
    wantedShare: 0.55,
    subjects: ['Schoenen ruilen voor een maat groter', 'Maat valt klein uit', 'Ruilen'],
  },
  {
    id: 'refund-not-received',
    name: 'Retour niet terugbetaald',
    department: departments.billing,
    parent: 'money',
    avoidable: true,
    arisesAt: 'return-portal',
    topic: 'Retour',
    perOrder: 0.154,
    medianDays: 21,
    length: 1.06,
    fixedShare: 0.71,
    easyPoints: 61,
    npsPoints: 47,
    wantedShare: 0.06,
    subjects: ['Retour nog niet terugbetaald', 'Waar blijft mijn geld?', 'Terugbetaling retour'],
  },
  {
    id: 'unclear-invoice',
    name: 'Factuur onduidelijk',
    department: departments.billing,
    parent: 'money',
    avoidable: true,
    arisesAt: 'invoice',
    topic: 'Factuur',
    perOrder: 0.144,
    medianDays: 14,
    length: 1.18,
    fixedShare: 0.75,
    easyPoints: 64,
    npsPoints: 38,
    wantedShare: 0.05,
    subjects: ['Vraag over mijn factuur', 'Factuur klopt niet?', 'Bedrag op factuur onduidelijk'],
  },
  {
    id: 'size-advice',
    name: 'Maatadvies',
    department: departments.service,
    parent: 'advice',
    arisesAt: 'product-page',
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
    name: 'Adres wijzigen',
    department: departments.logistics,
    parent: 'delivery',
    arisesAt: 'faq',
    topic: 'Bezorging',
    perOrder: 0.012,
    medianDays: 30,
    length: 0.72,
    fixedShare: 0.84,
    easyPoints: 73,
    npsPoints: 48,
    wantedShare: 0.3,
    subjects: ['Adres wijzigen', 'Verkeerd adres ingevuld'],
  },
  {
    id: 'parcel-elsewhere',
    name: 'Pakket bij buren of afhaalpunt',
    department: departments.logistics,
    parent: 'delivery',
    avoidable: true,
    arisesAt: 'tracking',
    topic: 'Bezorging',
    perOrder: 0.008,
    medianDays: 2,
    length: 0.7,
    fixedShare: 0.8,
    easyPoints: 68,
    npsPoints: 41,
    wantedShare: 0.15,
    subjects: ['Bij welke buren ligt mijn pakket?', 'Afhaalpunt was dicht'],
  },
  {
    id: 'discount-code',
    name: 'Kortingscode werkt niet',
    department: departments.marketing,
    parent: 'ordering',
    avoidable: true,
    arisesAt: 'cart',
    topic: 'Bestellen',
    perOrder: 0.097,
    medianDays: -0.4,
    length: 0.68,
    fixedShare: 0.8,
    easyPoints: 62,
    npsPoints: 8,
    wantedShare: 0.08,
    botAnswers: true,
    subjects: ['Kortingscode werkt niet', 'Korting niet verrekend'],
  },
  {
    id: 'payment-failed',
    name: 'Betaling mislukt',
    department: departments.billing,
    parent: 'ordering',
    avoidable: true,
    arisesAt: 'checkout',
    topic: 'Betaling',
    perOrder: 0.081,
    medianDays: -0.3,
    length: 0.8,
    fixedShare: 0.77,
    easyPoints: 61,
    npsPoints: 6,
    wantedShare: 0.04,
    subjects: ['Betaling mislukt', 'Dubbel afgeschreven?'],
  },
  {
    id: 'forgotten-password',
    name: 'Wachtwoord vergeten',
    department: departments.shop,
    parent: 'ordering',
    avoidable: true,
    ratePer: 'customers',
    arisesAt: 'cart',
    topic: 'Account',
    perOrder: 0.097,
    medianDays: -0.2,
    length: 0.55,
    fixedShare: 0.85,
    easyPoints: 64,
    npsPoints: 10,
    wantedShare: 0.04,
    botAnswers: true,
    subjects: ['Kan niet inloggen', 'Wachtwoord vergeten'],
  },
  {
    id: 'stock-in-store',
    name: 'Voorraad in de winkel',
    department: departments.shop,
    parent: 'advice',
    arisesAt: 'product-page',
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
    name: 'Garantie',
    department: departments.shop,
    parent: 'product',
    ratePer: 'customers',
    arisesAt: 'first-run',
    topic: 'Garantie',
    perOrder: 0.058,
    medianDays: 95,
    length: 1.3,
    fixedShare: 0.66,
    easyPoints: 62,
    npsPoints: 34,
    wantedShare: 0.2,
    subjects: ['Zool laat los', 'Garantie op mijn schoenen'],
  },
  {
    id: 'gait-analysis',
    name: 'Loopanalyse',
    department: departments.service,
    parent: 'advice',
    ratePer: 'customers',
    arisesAt: 'product-page',
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

/** A complaint once a parcel came later than promised; of whoever was let down, only some make it. */
export const lateTrigger: Trigger = {
  id: 'late-order',
  name: 'Bestelling te laat',
  department: departments.logistics,
  parent: 'delivery',
  avoidable: true,
  arisesAt: 'tracking',
  topic: 'Bezorging',
  perOrder: 0,
  medianDays: 1,
  length: 0.95,
  fixedShare: 0.76,
  easyPoints: 58,
  npsPoints: 30,
  wantedShare: 0.1,
  subjects: ['Bestelling kwam te laat', 'Beloofd voor vrijdag, gekomen op maandag'],
}

const everyTrigger = [...triggers, lateTrigger]
const triggersById = new Map(everyTrigger.map(trigger => [trigger.id, trigger]))

/** What people ask before they buy, also those no system knows. */
export const adviceTriggers = triggers.filter(({ advice }) => advice)

export function triggerNamed(id: string): Trigger {
  const trigger = triggersById.get(id)
  if (!trigger) throw new RangeError(`the company knows no trigger ${id}`)
  return trigger
}

/** A trigger as other systems than the contact centre name it. */
export const triggerReference = (id: string) => ({ source: sources.contactCentre, id })

const families: Sent<'triggers'>[] = [
  { id: 'ordering', name: 'Bestellen en betalen', department: departments.shop },
  { id: 'delivery', name: 'Bezorgen', department: departments.logistics },
  { id: 'money', name: 'Factuur en geld terug', department: departments.billing },
  { id: 'product', name: 'Schoen en maat', department: departments.shop },
  { id: 'advice', name: 'Advies', department: departments.service, intent: 'time_spent', avoidable: false },
]

/** The taxonomy of causes as the contact centre keeps it: families, and the causes that agents choose from. */
export const triggerRecords: Sent<'triggers'>[] = [...families, ...everyTrigger.map(recordOf)]

function recordOf({ id, name, parent, department, advice, avoidable = false, ratePer }: Trigger) {
  const intent = advice ? 'time_spent' : 'time_saved'
  return {
    id,
    name,
    parent,
    department,
    intent,
    avoidable,
    ratePer: ratePer ?? 'orders',
  } satisfies Sent<'triggers'>
}
