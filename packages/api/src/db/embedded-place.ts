import { createHash } from 'node:crypto'
import { chmod, chown, mkdir, realpath } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { postgresAccount } from './embedded-account.ts'
import { binariesVersion, copyBinaries } from './embedded-binaries.ts'
import type { Account } from './program.ts'

/** Where one embedded server lives. All paths are absolute. */
export interface Place {
  /** Undefined: PostgreSQL runs as the caller. */
  account: Account | undefined
  /** Holds the files below; only the account may enter. */
  home: string
  /** PostgreSQL's data folder. */
  data: string
  log: string
  passwordFile: string
  portFile: string
  lockFile: string
}

/**
 * Finds the place of the server that belongs to this data folder. As a normal user that is `<dataDir>/postgres`; as
 * root it is below `/var/lib/tweeluik/<hash of the clone's path>`, because the account that PostgreSQL then runs as
 * may have no way into the clone.
 */
export async function findPlace(dataDir: string, cloneDir: string): Promise<Place> {
  const account = await postgresAccount()
  const base = account ? await baseForRoot(cloneDir) : dataDir
  const home = join(base, account ? encodeURIComponent(relative(cloneDir, dataDir)) : 'postgres')
  return {
    account,
    home,
    data: join(home, 'data'),
    log: join(home, 'log'),
    passwordFile: join(home, 'password'),
    portFile: join(home, 'port'),
    lockFile: join(base, 'postgres.lock'),
  }
}

/** Makes the folder of the place, for its account alone. */
export async function makePlace({ account, home }: Place): Promise<void> {
  await mkdir(home, { recursive: true })
  await chmod(home, 0o700)
  if (account) await chown(home, account.uid, account.gid)
}

/** The binaries that the place's account can run: those given, or as root a copy made once per version. */
export async function reachableBinaries(binaries: string, place: Place, cloneDir: string) {
  const version = await binariesVersion(binaries)
  const reachable = place.account ? await copyBinaries(binaries, version, await baseForRoot(cloneDir)) : binaries
  return { version, bin: join(reachable, 'bin') }
}

async function baseForRoot(cloneDir: string): Promise<string> {
  const hash = createHash('sha256')
    .update(await realpath(cloneDir))
    .digest('hex')
    .slice(0, 16)
  const base = join('/var/lib/tweeluik', hash)
  await mkdir(base, { recursive: true })
  for (const folder of ['/var/lib/tweeluik', base]) await chmod(folder, 0o755)
  return base
}
