import type { Account } from './program.ts'
import { runProgram } from './program.ts'

/** In order of preference; the first is made when it can be. */
const OWN_ACCOUNT = 'tweeluik'
const OTHER_ACCOUNTS = ['postgres', 'nobody']

/**
 * The account that PostgreSQL runs as. PostgreSQL refuses root, so root gets the system user `tweeluik`, or an
 * unprivileged one that is there; everyone else, and Windows, runs it as himself: undefined.
 */
export async function postgresAccount(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const own = (await findAccount(OWN_ACCOUNT)) ?? (await createAccount(OWN_ACCOUNT))
  if (own) return own
  for (const name of OTHER_ACCOUNTS) {
    const account = await findAccount(name)
    if (account) return account
  }
  throw new Error(`No unprivileged account to run PostgreSQL as: none of ${[OWN_ACCOUNT, ...OTHER_ACCOUNTS]} exists.`)
}

async function createAccount(name: string): Promise<Account | undefined> {
  const args = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]
  // Not every machine has useradd, and not every machine lets root write /etc.
  await runProgram('useradd', args, { cwd: '/' }).catch(() => undefined)
  return findAccount(name)
}

async function findAccount(name: string): Promise<Account | undefined> {
  const [uid, gid] = await Promise.all([
    runProgram('id', ['-u', name], { cwd: '/' }),
    runProgram('id', ['-g', name], { cwd: '/' }),
  ])
  if (uid.exitCode !== 0 || gid.exitCode !== 0) return undefined
  return { name, uid: Number(uid.output), gid: Number(gid.output) }
}
