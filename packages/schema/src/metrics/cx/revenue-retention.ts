import { spent } from '../../facts/index.ts'
import type { Grain } from '../../time.ts'

/** Customers who spent something in as long a time before, what it was, and what became of it: all of it or the part kept. */
export const revenueRetentionParts = (later: 'now' | 'kept') => ({
  customers: spent('before', []),
  start: spent('before', ['before']),
  startSquares: spent('before', ['before', 'before']),
  later: spent('before', [later]),
  laterSquares: spent('before', [later, later]),
  products: spent('before', ['before', later]),
})

export const revenueRetentionTotals = {
  over: 'later',
  under: 'start',
  overSquares: 'laterSquares',
  underSquares: 'startSquares',
  products: 'products',
  n: 'customers',
} as const

/** What customers spend in a day or a week tells nothing of whether they stay. */
export const monthsOrMore: readonly Grain[] = ['MONTH', 'QUARTER', 'YEAR']
