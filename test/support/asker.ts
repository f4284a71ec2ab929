import type { Context } from '../../packages/api/src/context.ts'
import type { Database } from '../../packages/api/src/db/pools.ts'
import { readerFor } from '../../packages/api/src/graphql/reading.ts'
import type { Asker } from '../../packages/api/src/metrics/engine.ts'
import type { Viewer } from '../../packages/api/src/security/roles.ts'

/** Somebody who asks for figures: of one brand and all, unless told otherwise. */
export function askerOf(
  database: Database,
  { now = '2026-11-22T12:00:00Z', ...viewer }: Partial<Viewer> & { now?: string } = {},
): Asker & Pick<Context, 'door' | 'read'> {
  const { brands = ['default', '*'] } = viewer
  return {
    database,
    read: readerFor(database, brands),
    door: { inOneTurn: () => Promise.reject(new Error('Who asks for figures changes none')) },
    viewer: { role: 'admin', seesAllBrands: true, source: null, id: 'test', name: 'test', ...viewer, brands },
    settings: {
      timeZone: 'Europe/Amsterdam',
      currency: 'EUR',
      weekStart: 'monday',
      inactivityDays: 180,
      contactedDays: 30,
      defaultBrand: 'default',
      emailRule: 'merge',
      phoneRule: 'suggest',
      phoneCountry: 'NL',
    },
    now: new Date(now),
  }
}
