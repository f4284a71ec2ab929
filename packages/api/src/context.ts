import type { Database } from './db/pools.ts'
import type { Settings } from './db/settings.ts'
import { type Loaders, loadersFor } from './graphql/loaders.ts'
import { type Read, readerFor } from './graphql/reading.ts'
import { may, type Viewer } from './security/roles.ts'

/** What every resolver of one request has. */
export interface Context {
  database: Database
  viewer: Viewer
  settings: Settings
  /** One statement on behalf of the viewer, sent together with what else is asked in this turn. */
  read: Read
  loaders: Loaders
  /** The moment of the request: one for the whole answer. */
  now: Date
  requestId: string
}

export function createContext(given: Omit<Context, 'read' | 'loaders'>): Context {
  const read = readerFor(given.database, given.viewer.brands)
  return { ...given, read, loaders: loadersFor(read, may(given.viewer, 'personalData')) }
}
