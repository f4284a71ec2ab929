import type { Sql } from '../db/pools.ts'
import { selectBrands } from './brands.queries.ts'

const MAX_AGE_MS = 1_000

/** Every brand there is, at most a second late; `refresh` when this process may have added one. */
export interface BrandCatalogue {
  all(): Promise<readonly string[]>
  refresh(): void
}

/** @param defaultBrand is there before any record is. */
export function brandCatalogue(owner: Sql, defaultBrand: string): BrandCatalogue {
  let known: readonly string[] | undefined
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<readonly string[]> | undefined
  const read = async () => {
    const askedAt = performance.now()
    try {
      known = [...new Set([defaultBrand, ...(await selectBrands(owner))])].sort()
      readAt = askedAt
    } finally {
      reading = undefined
    }
    return known
  }
  return {
    async all() {
      if (known && performance.now() - readAt < MAX_AGE_MS) return known
      reading ??= read()
      // A database that is away for a moment has no new brands.
      return known ? reading.catch(() => known ?? []) : reading
    },
    refresh() {
      readAt = Number.NEGATIVE_INFINITY
      reading = undefined
    },
  }
}
