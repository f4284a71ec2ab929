import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../../../../test/support/cli.ts'
import { testDatabase } from '../../../../test/support/database.ts'
import { testServer } from '../../../../test/support/serving.ts'
import type { Database } from '../db/pools.ts'

let database: Database
const token = (...args: string[]) => runCli(['token', ...args], { DATABASE_URL: database.url })

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

test('a token made on the command line opens a server, is listed without its text, and is ended by its id', async () => {
  const made = await token(
    'create',
    '--role',
    'service',
    '--brand',
    'north',
    'south',
    '--expires',
    '7d',
    '--name',
    'till',
  )
  const [text = '', told = ''] = made.stdout.split('\n')
  expect(text).toMatch(/^twl_[\w-]{43}$/)
  const id = /[0-9a-f-]{36}/.exec(told)?.[0] ?? ''

  const server = await testServer({ database })
  const ask = () => server.graphql('{ contacts { totalCount } }', {}, { authorization: `Bearer ${text}` })
  expect(await ask()).toEqual({ data: { contacts: { totalCount: 0 } } })

  const listed = await token('list', '--json')
  expect(listed.stdout).not.toContain(text)
  expect(JSON.parse(listed.stdout)).toMatchObject([{ id, name: 'till', role: 'service', brands: ['north', 'south'] }])
  expect((await token('list')).stdout).toContain(`${id}  service  in force  brands: north, south  till`)

  expect(await token('revoke', id)).toMatchObject({ exitCode: 0, stdout: 'Revoked.\n' })
  expect(await ask()).toMatchObject({ code: 'TOKEN_NEEDED' })
  expect((await token('list')).stdout).toContain(`${id}  service  revoked`)
  await server.close()
})

test.each([
  [['create', '--role', 'integrator'], 1, 'Name a source'],
  [['create', '--role', 'viewer', '--source', 'crm'], 1, 'integrator only'],
  [['create', '--role', 'viewer', '--expires', 'never'], 1, 'such as 90d'],
  [['create', '--role', 'boss'], 2, 'Allowed choices are viewer, analyst, service, integrator, admin'],
  [['create'], 2, "required option '--role <role>' not specified"],
  [['revoke', 'nonsense'], 1, 'token list'],
])('token %j exits %i and says what to do', async (args, exitCode, words) => {
  const result = await token(...args)
  expect(result.exitCode).toBe(exitCode)
  expect(result.stderr).toContain(words)
})
