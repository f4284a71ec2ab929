import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../../../test/support/cli.ts'
import { bareDatabaseOfTest } from '../../../../test/support/database.ts'
import { type EmbeddedTrial, embeddedTrial } from '../../../../test/support/embedded.ts'

let trial: EmbeddedTrial
let ownFolder: Record<string, string>

beforeAll(async () => {
  trial = await embeddedTrial()
  ownFolder = { TWEELUIK_DATA_DIR: trial.options.dataDir }
})
afterAll(() => trial.remove())

describe('called wrongly, it says so and exits 2:', () => {
  test('an unknown verb', async () => {
    const { exitCode, stderr } = await runCli(['strat'])
    expect(stderr).toContain("unknown command 'strat'")
    expect(stderr).toContain('Did you mean start?')
    expect(exitCode).toBe(2)
  })

  test('an unknown flag', async () => {
    const { exitCode, stderr } = await runCli(['settings', '--bogus'])
    expect(stderr).toContain("unknown option '--bogus'")
    expect(exitCode).toBe(2)
  })

  test('a wrong environment, every fault on a line', async () => {
    const { exitCode, stderr } = await runCli(['start'], { PORT: 'x', TWEELUIK_CURRENCY: 'guilder' })
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^PORT must be/),
      expect.stringMatching(/^TWEELUIK_CURRENCY must be/),
    ])
    expect(exitCode).toBe(2)
  })
})

test.each(['', 'start', 'stop', 'migrate', 'settings', 'doctor'])('help for tweeluik %s exits 0', async verb => {
  const { exitCode, stdout } = await runCli([verb, '--help'].filter(Boolean))
  expect(stdout).toContain(`Usage: tweeluik ${verb}`.trim())
  expect(exitCode).toBe(0)
})

test('stop says so when nothing runs, and that is no failure', async () => {
  expect(await runCli(['stop'], ownFolder)).toMatchObject({ exitCode: 0, stdout: 'Nothing is running.\n' })
})

test('migrate brings a database of one’s own to this version, once', async () => {
  const environment = { ...ownFolder, DATABASE_URL: await bareDatabaseOfTest() }
  const first = await runCli(['migrate', '--json'], environment)
  const second = await runCli(['migrate', '--json'], environment)
  expect(JSON.parse(first.stdout).applied).toBeGreaterThan(0)
  expect(JSON.parse(second.stdout)).toEqual({ applied: 0 })
})

test('a verb stops the embedded server that it started for itself', async () => {
  const { exitCode, stdout } = await runCli(['settings', '--json'], ownFolder)
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '{}\n' })
  expect((await runCli(['stop'], ownFolder)).stdout).toBe('Nothing is running.\n')
})

test('a verb leaves the embedded server that others use', async () => {
  const server = await trial.start()
  await runCli(['settings'], ownFolder)
  expect((await trial.start()).attached).toBe(true)
  await server.stop()
})

test('a database that is not there is one sentence, exit code 1, no stack', async () => {
  const environment = { ...ownFolder, DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/shop' }
  const { exitCode, stderr, stdout } = await runCli(['migrate'], environment)
  expect(stderr).toBe('No PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED). Start it, or correct DATABASE_URL.\n')
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' })
})

test('a script gets failures as data', async () => {
  const environment = { ...ownFolder, DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/shop' }
  const { exitCode, stdout } = await runCli(['migrate', '--json'], environment)
  expect(JSON.parse(stdout).problems).toMatchObject([{ code: 'DATABASE_UNREACHABLE', path: 'DATABASE_URL' }])
  expect(exitCode).toBe(1)
})

test('doctor finds what is wrong and changes nothing', async () => {
  const well = await runCli(['doctor', '--json'], ownFolder)
  expect(well.exitCode).toBe(0)
  const ill = await runCli(['doctor', '--json'], {
    ...ownFolder,
    DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/shop',
  })
  expect(JSON.parse(ill.stdout).findings).toContainEqual({
    name: 'postgres',
    state: 'fault',
    detail: 'No PostgreSQL answers at 127.0.0.1:1 (ECONNREFUSED). Start it, or correct DATABASE_URL.',
  })
  expect(ill.exitCode).toBe(1)
})
