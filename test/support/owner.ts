import { createOwner, dropOwner } from './owner.queries.ts'
import { urlOfDatabase, withServer } from './postgres.ts'

const PASSWORD = 'of-the-owner'

/** An empty database and its owner, both of this name; the owner has only the rights that are given. Their address. */
export async function ownedDatabase(serverUrl: string, name: string, rights: string): Promise<string> {
  await withServer(serverUrl, sql => createOwner(sql, name, rights, PASSWORD))
  const url = new URL(urlOfDatabase(serverUrl, name))
  url.username = name
  url.password = PASSWORD
  return url.href
}

/** Drops the database, its owner and its reader. */
export function dropOwned(serverUrl: string, name: string): Promise<void> {
  return withServer(serverUrl, sql => dropOwner(sql, name))
}
