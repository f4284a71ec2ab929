import { chmod, chown, cp, mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { runCli } from '../../../../test/support/cli.ts'
import { withServer } from '../../../../test/support/postgres.ts'
import { startEmbedded } from './embedded.ts'
import { embeddedBinaries } from './embedded-binaries.ts'
import { findPlace } from './embedded-place.ts'
import { type Account, runProgram } from './program.ts'

const isRoot = process.getuid?.() === 0
const cloneDir = join(import.meta.dirname, '../../../..')

/** The unprivileged account of every Unix. */
const nobody: Account = { name: 'nobody', uid: 65_534, gid: 65_534 }

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tweeluik-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  return folder
}

test.runIf(isRoot)('root starts it from a clone that only root may enter', async () => {
  const clone = await folderOfTest()
  await chmod(clone, 0o700)
  const [dataDir, binaries] = [join(clone, '.tweeluik'), join(clone, 'native')]
  await cp(embeddedBinaries(), binaries, { recursive: true, verbatimSymlinks: true })
  const server = await startEmbedded({ dataDir, cloneDir: clone, binaries })
  const place = await findPlace(dataDir, clone)
  onTestFinished(() => rm(join(place.home, '..'), { recursive: true }))

  const [row] = await withServer(
    server.url,
    sql => sql<[{ folder: string }]>`select current_setting('data_directory') as folder`,
  )
  expect(row.folder).toBe(place.data)
  expect((await stat(place.data)).uid).not.toBe(0)
  await server.stop()
})

test.runIf(isRoot)('a normal user keeps everything in the data folder', async context => {
  const reach = await runProgram('ls', [cloneDir], { cwd: '/', account: nobody })
  if (reach.exitCode !== 0) context.skip('this clone is closed to other users')
  const dataDir = join(await folderOfTest(), 'data')
  await chmod(join(dataDir, '..'), 0o755)
  await mkdir(dataDir)
  await chown(dataDir, nobody.uid, nobody.gid)
  const environment = { TWEELUIK_DATA_DIR: dataDir, LANG: 'nl_NL.UTF-8', PGUSER: 'somebody', PGPORT: '1' }
  const { exitCode, stderr } = await runCli(['migrate'], environment, nobody)
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  expect((await stat(join(dataDir, 'postgres/data'))).uid).toBe(nobody.uid)
})
