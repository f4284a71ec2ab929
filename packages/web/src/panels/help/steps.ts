import type { HelpWords } from '../../i18n/pages/help.nl.ts'

export type HelpPage = keyof HelpWords['pages']

type Step = {
  to: '/' | '/customers' | '/journeys' | '/service' | '/voice' | '/explore' | '/data' | '/settings'
  search?: Record<string, string>
}

/** Where to go from each page: what its words call `first`, `second` and `third`. */
export const steps: Record<HelpPage, Record<'first' | 'second' | 'third', Step>> = {
  overview: {
    first: { to: '/service' },
    second: { to: '/voice', search: { score: 'unfavourable' } },
    third: { to: '/explore' },
  },
  customers: {
    first: { to: '/customers', search: { view: 'list' } },
    second: { to: '/explore', search: { metrics: 'RETENTION_RATE', group: 'segment' } },
    third: { to: '/journeys' },
  },
  list: {
    first: { to: '/customers' },
    second: { to: '/data' },
    third: { to: '/voice' },
  },
  story: {
    first: { to: '/customers', search: { view: 'list' } },
    second: { to: '/journeys' },
    third: { to: '/data' },
  },
  journeys: {
    first: { to: '/explore', search: { metrics: 'CES', group: 'touchpoint' } },
    second: { to: '/service' },
    third: { to: '/voice' },
  },
  service: {
    first: { to: '/service', search: { split: 'first_time_fix' } },
    second: { to: '/explore', search: { metrics: 'CONTACTS', group: 'department' } },
    third: { to: '/voice' },
  },
  voice: {
    first: { to: '/voice', search: { score: 'unfavourable' } },
    second: { to: '/explore', search: { metrics: 'RELATIONAL_NPS', group: 'segment' } },
    third: { to: '/service' },
  },
  explore: {
    first: { to: '/explore', search: { metrics: 'AHT,FIRST_TIME_FIX', group: 'team', as: 'table' } },
    second: { to: '/explore', search: { metrics: 'CONTACT_RATE' } },
    third: { to: '/' },
  },
  data: {
    first: { to: '/' },
    second: { to: '/customers', search: { view: 'list' } },
    third: { to: '/explore' },
  },
  settings: {
    first: { to: '/data' },
    second: { to: '/service' },
    third: { to: '/journeys' },
  },
}

/** Of which page somebody asks what it tells. */
export function helpPageOf(pathname: string, view: string | undefined): HelpPage {
  if (pathname.startsWith('/customers/')) return 'story'
  if (pathname === '/customers' && view === 'list') return 'list'
  const name = pathname.slice(1)
  return name in steps ? (name as HelpPage) : 'overview'
}
