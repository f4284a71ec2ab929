import { describe, expect, it } from 'vitest'
import {
  parseSearch,
  pickScope,
  readScope,
  type Scope,
  type ScopeSearch,
  stringifySearch,
  usualScope,
  whereOf,
  writeScope,
} from './scope.ts'
import { pickDrawers, readDrawers } from './useDrawers.ts'

const roundTrip = (scope: Scope) => readScope(pickScope(parseSearch(stringifySearch(writeScope(scope)))))

describe('the address of a scope', () => {
  it('is empty for the usual one', () => {
    expect(stringifySearch(writeScope(usualScope))).toBe('')
    expect(readScope({})).toEqual({ scope: usualScope, broken: [] })
  })

  it('leads back to the scope it was written from', () => {
    const scopes: Scope[] = [
      { ...usualScope, period: 'last-year', grain: 'MONTH', against: 'previous' },
      { ...usualScope, period: { from: '2026-01-05', to: '2026-02-01' } },
      { ...usualScope, chosen: { channel: ['chat', 'phone'], team: ['Noord, 100 %', ''] } },
    ]
    for (const scope of scopes) expect(roundTrip(scope)).toEqual({ scope, broken: [] })
  })

  it('names both days of a period as a person would: the last one counts', () => {
    expect(stringifySearch(writeScope({ ...usualScope, period: { from: '2026-01-05', to: '2026-02-01' } }))).toBe(
      '?from=2026-01-05&to=2026-01-31',
    )
  })

  it('falls back part by part, and says which part it could not read', () => {
    const search: ScopeSearch = { period: 'last-decade', grain: 'hour', against: 'previous', channel: '%' }
    const { scope, broken } = readScope(search)
    expect(scope).toEqual({ ...usualScope, against: 'previous' })
    expect(broken).toEqual(['period', 'grain', 'channel'])
  })

  it.each<ScopeSearch>([
    { from: '2026-02-30', to: '2026-03-01' },
    { from: '2026-03-01' },
    { from: '2026-03-02', to: '2026-03-01' },
    { from: '1900-01-01', to: '2026-03-01' },
  ])('refuses the period %o', search => {
    const { scope, broken } = readScope(search)
    expect(scope.period).toBe(usualScope.period)
    expect(broken).toEqual(['from', 'to'])
  })

  it('drops a stranger’s parameters without a word', () => {
    expect(pickScope({ utm_source: 'mail', grain: 'day', at: 4 })).toEqual({ grain: 'day' })
  })
})

describe('what is chosen', () => {
  it('holds all at once over fields, and any within one; what is not set can be chosen too', () => {
    expect(whereOf({})).toBeNull()
    expect(whereOf({ channel: ['chat', 'phone'] })).toEqual({ channel: { in: ['chat', 'phone'] } })
    expect(whereOf({ channel: ['chat'], team: ['', 'Noord'] })).toEqual({
      and: [{ channel: { in: ['chat'] } }, { or: [{ team: { in: ['Noord'] } }, { team: { isNull: true } }] }],
    })
    expect(whereOf({ team: [''] })).toEqual({ team: { isNull: true } })
  })
})

describe('the address of a drawer', () => {
  it('tells whose records are open, and names what it cannot read', () => {
    expect(
      readDrawers(
        pickDrawers({ records: 'CES', at: '2026-08-31', by: 'week', only: 'channel=chat', with: 'windowDays:14' }),
      ),
    ).toEqual({
      definition: null,
      annotation: null,
      records: {
        key: 'CES',
        at: '2026-08-31',
        grain: 'WEEK',
        only: { channel: ['chat'] },
        params: { windowDays: '14' },
      },
      broken: [],
    })
    expect(readDrawers({ definition: '<script>', at: 'soon' })).toEqual({
      definition: null,
      annotation: null,
      records: null,
      broken: ['at', 'definition'],
    })
  })
})
