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
  let known: Promise<readonly string[]> | undefined
  let readAt = 0
  const read = async () => [...new Set([defaultBrand, ...(await selectBrands(owner))])].sort()
  return {
    all() {
      const now = performance.now()
      if (!known || now - readAt > MAX_AGE_MS) {
        readAt = now
        known = read()
        // A failed read is told to who waits for it, and not remembered.
        known.catch(() => {
          known = undefined
        })
      }
      return known
    },
    refresh() {
      known = undefined
    },
  }
}
