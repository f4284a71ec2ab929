import { departments, sources } from './company.ts'
import type { Sent } from './records.ts'

/** The customer's road, in six stages. */
export const stages = {
  discover: 'Ontdekken',
  consider: 'Overwegen',
  buy: 'Kopen',
  receive: 'Ontvangen',
  use: 'Gebruiken',
  comeBack: 'Terugkeren',
} as const

const { marketing, shop, billing, logistics, service } = departments
const web = { channel: 'web', awareness: 'conscious' } as const
const desk = { department: service, awareness: 'conscious' } as const

/** Every place where customer and company meet, also those nobody notices; the service desk's serve every stage. */
const touchpoints = {
  search: { ...web, name: 'Zoekresultaat', stage: stages.discover, department: marketing, ideal: { ces: 6 } },
  blog: { ...web, name: 'Blog over hardlopen', stage: stages.discover, department: marketing, ideal: { csat: 4.2 } },
  billboard: {
    name: 'Sponsorbord langs de baan',
    stage: stages.discover,
    channel: 'outdoor',
    department: marketing,
    awareness: 'unconscious',
  },
  ad: { name: 'Advertentie', stage: stages.consider, channel: 'social', department: marketing, awareness: 'conscious' },
  'product-page': {
    ...web,
    name: 'Productpagina',
    stage: stages.consider,
    department: shop,
    momentOfTruth: true,
    ideal: { csat: 4.3, ces: 6 },
  },
  'size-guide': {
    ...web,
    name: 'Maatwijzer',
    stage: stages.consider,
    department: shop,
    selfService: true,
    ideal: { ces: 6 },
  },
  advice: {
    ...desk,
    name: 'Persoonlijk advies',
    stage: stages.consider,
    channel: 'chat',
    momentOfTruth: true,
    ideal: { csat: 4.7, ces: 6.2 },
  },
  store: {
    name: 'Winkel',
    stage: stages.buy,
    channel: 'store',
    department: shop,
    awareness: 'conscious',
    ideal: { csat: 4.5 },
  },
  cart: { ...web, name: 'Winkelmand', stage: stages.buy, department: shop, ideal: { ces: 6.2, maxSeconds: 600 } },
  checkout: { ...web, name: 'Afrekenen', stage: stages.buy, department: shop, ideal: { ces: 6.2, maxSeconds: 240 } },
  payment: {
    ...web,
    name: 'Betaling',
    stage: stages.buy,
    department: billing,
    momentOfTruth: true,
    ideal: { ces: 6.5, maxSeconds: 120 },
  },
  tracking: {
    ...web,
    name: 'Track en trace',
    stage: stages.receive,
    department: logistics,
    selfService: true,
    ideal: { ces: 6.2 },
  },
  van: {
    name: 'Bezorgbus in de straat',
    stage: stages.receive,
    channel: 'delivery',
    department: logistics,
    awareness: 'unconscious',
  },
  delivery: {
    name: 'Bezorging',
    stage: stages.receive,
    channel: 'delivery',
    department: logistics,
    awareness: 'conscious',
    momentOfTruth: true,
    ideal: { csat: 4.6, maxSeconds: 172_800 },
  },
  packaging: {
    name: 'Verpakking',
    stage: stages.receive,
    channel: 'delivery',
    department: logistics,
    awareness: 'unconscious',
  },
  invoice: {
    name: 'Factuur',
    stage: stages.receive,
    channel: 'email',
    department: billing,
    awareness: 'conscious',
    ideal: { ces: 6.5 },
  },
  'first-run': {
    name: 'Eerste loop',
    stage: stages.use,
    channel: 'app',
    department: shop,
    awareness: 'conscious',
    momentOfTruth: true,
    ideal: { csat: 4.6 },
  },
  'return-portal': {
    ...web,
    name: 'Retour aanmelden',
    stage: stages.use,
    department: logistics,
    selfService: true,
    ideal: { ces: 6 },
  },
  'return-parcel': {
    name: 'Retourpakket',
    stage: stages.use,
    channel: 'delivery',
    department: logistics,
    awareness: 'conscious',
  },
  refund: {
    name: 'Terugbetaling',
    stage: stages.use,
    channel: 'email',
    department: billing,
    awareness: 'conscious',
    momentOfTruth: true,
    ideal: { csat: 4.4, maxSeconds: 604_800 },
  },
  newsletter: {
    name: 'Nieuwsbrief',
    stage: stages.comeBack,
    channel: 'email',
    department: marketing,
    awareness: 'conscious',
  },
  'review-page': { ...web, name: 'Reviewpagina', stage: stages.comeBack, department: marketing },
  'running-club': {
    name: 'Loopclub',
    stage: stages.comeBack,
    channel: 'app',
    department: marketing,
    awareness: 'conscious',
    ideal: { csat: 4.5 },
  },
  faq: { ...web, name: 'Veelgestelde vragen', department: service, selfService: true, ideal: { ces: 6 } },
  account: { ...web, name: 'Mijn account', department: shop, selfService: true, ideal: { ces: 6 } },
  phone: { ...desk, name: 'Klantenservice aan de telefoon', channel: 'phone', ideal: { csat: 4.4, ces: 5.8 } },
  chat: { ...desk, name: 'Chat', channel: 'chat', ideal: { csat: 4.4, ces: 6 } },
  email: { ...desk, name: 'E-mail', channel: 'email', ideal: { csat: 4.2, ces: 5.6 } },
  whatsapp: { ...desk, name: 'WhatsApp', channel: 'whatsapp', ideal: { csat: 4.4, ces: 6 } },
} as const satisfies Record<string, Omit<Sent<'touchpoints'>, 'id'>>

export type Touchpoint = keyof typeof touchpoints

/** A touchpoint as other systems than the web name it. */
export const touchpointReference = (id: Touchpoint) => ({ source: sources.web, id })

export const touchpointRecords: Sent<'touchpoints'>[] = Object.entries(touchpoints).map(([id, touchpoint]) => ({
  id,
  ...touchpoint,
}))
