import { describe, expect, it } from 'vitest'
import {
  type OverviewSearch,
  parseSearch,
  pickSearch,
  readAddress,
  stringifySearch,
  usualView,
  type View,
  writeAddress,
} from './address.ts'

const roundTrip = (view: View) => readAddress(pickSearch(parseSearch(stringifySearch(writeAddress(view)))))

describe('the address of a view', () => {
  it('is empty for the usual view', () => {
    expect(stringifySearch(writeAddress(usualView))).toBe('')
    expect(readAddress({})).toEqual({ view: usualView, broken: [] })
  })

  it('leads back to the view it was written from', () => {
    const views: View[] = [
      { ...usualView, period: 'last-year', grain: 'MONTH', against: 'previous' },
      { ...usualView, period: { from: '2026-01-05', to: '2026-02-01' } },
      { ...usualView, definition: 'AHT' },
      { ...usualView, records: { key: 'CES', at: '2026-08-31' } },
      { ...usualView, records: { key: 'CES', at: null } },
    ]
    for (const view of views) expect(roundTrip(view)).toEqual({ view, broken: [] })
  })

  it('names both days of a period as a person would: the last one counts', () => {
    expect(stringifySearch(writeAddress({ ...usualView, period: { from: '2026-01-05', to: '2026-02-01' } }))).toBe(
      '?from=2026-01-05&to=2026-01-31',
    )
  })

  it('falls back part by part, and says which part it could not read', () => {
    const search: OverviewSearch = { period: 'last-decade', grain: 'hour', against: 'previous', definition: 'LOVE' }
    const { view, broken } = readAddress(search)
    expect(view).toEqual({ ...usualView, against: 'previous' })
    expect(broken).toEqual(['period', 'grain', 'definition'])
  })

  it.each<OverviewSearch>([
    { from: '2026-02-30', to: '2026-03-01' },
    { from: '2026-03-01' },
    { from: '2026-03-02', to: '2026-03-01' },
    { from: '1900-01-01', to: '2026-03-01' },
  ])('refuses the period %o', search => {
    const { view, broken } = readAddress(search)
    expect(view.period).toBe(usualView.period)
    expect(broken).toEqual(['from', 'to'])
  })

  it('drops a stranger’s parameters without a word', () => {
    expect(pickSearch({ utm_source: 'mail', grain: 'day', at: 4 })).toEqual({ grain: 'day' })
  })
})
