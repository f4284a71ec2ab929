import { randomBytes } from 'node:crypto'
import { fail } from '@tweeluik/schema'
import { openPool, type Sql } from './connection.ts'
import { sqlState } from './connection-failure.ts'
import {
  createRole,
  createRoleStatement,
  findRole,
  grantReading,
  keepSecret,
  readerName,
  setPassword,
  setPasswordStatement,
  tryLogin,
} from './roles.queries.ts'

const INSUFFICIENT_PRIVILEGE = '42501'
const WRONG_PASSWORD = ['28P01', '28000']

/**
 * Gives this database a login that owns nothing and reads under row security. May run again at any time, also on a
 * copy of a database, which gets a login of its own.
 *
 * @throws READER_NEEDS_ADMINISTRATOR with the statement to run, when the owner may not make roles.
 */
export async function prepareReader(owner: Sql, url: string, ownerOnlyTables: readonly string[]): Promise<void> {
  const user = await readerName(owner)
  const password = await keepSecret(owner, user, randomBytes(24).toString('base64url'))
  const role = await findRole(owner, user)
  if (!role) {
    await orAskAdministrator(createRole(owner, user, password), createRoleStatement(user, password))
  } else if (role.seesAll) {
    fail(
      'READER_SEES_ALL',
      '',
      `The role ${user} passes row security.`,
      `Run: alter role "${user}" nosuperuser nobypassrls`,
    )
  } else if (!(await canLogIn(url, { user, password }))) {
    await orAskAdministrator(setPassword(owner, user, password), setPasswordStatement(user, password))
  }
  await grantReading(owner, user, ownerOnlyTables)
}

async function orAskAdministrator(change: Promise<void>, statement: string): Promise<void> {
  try {
    await change
  } catch (error) {
    if (sqlState(error) !== INSUFFICIENT_PRIVILEGE) throw error
    fail(
      'READER_NEEDS_ADMINISTRATOR',
      '',
      'The owner of the database may not make the login that readers use.',
      `Let an administrator run, and start again: ${statement}`,
    )
  }
}

async function canLogIn(url: string, login: { user: string; password: string }): Promise<boolean> {
  const pool = openPool(url, { max: 1, login })
  try {
    await tryLogin(pool)
    return true
  } catch (error) {
    if (WRONG_PASSWORD.includes(sqlState(error) ?? '')) return false
    throw error
  } finally {
    await pool.end()
  }
}
