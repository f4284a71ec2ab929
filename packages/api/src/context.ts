import type { Database } from './db/pools.ts'
import type { Settings } from './db/settings.ts'
import { type ColumnsAsked, everyColumn } from './graphql/asked.ts'
import { type Loaders, loadersFor } from './graphql/loaders.ts'
import { type Read, readerFor } from './graphql/reading.ts'
import type { Door } from './ingest/door.ts'
import { may, type Viewer } from './security/roles.ts'

/** What every resolver of one request has. */
export interface Context {
  database: Database
  door: Pick<Door, 'inOneTurn'>
  viewer: Viewer
  settings: Settings
  /** One statement on behalf of the viewer, sent together with what else is asked in this turn. */
  read: Read
  loaders: Loaders
  columns: ColumnsAsked
  /** The moment of the request: one for the whole answer. */
  now: Date
  requestId: string
}

/** What is known before the document is. */
export type Given = Omit<Context, 'read' | 'loaders' | 'columns'>

export function createContext(given: Given, columns = everyColumn): Context {
  const read = readerFor(given.database, given.viewer.brands)
  return { ...given, read, columns, loaders: loadersFor(read, columns, may(given.viewer, 'personalData')) }
}
