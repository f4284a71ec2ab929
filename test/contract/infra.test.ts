import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { type CliResult, resultOf, runCli } from '../support/cli.ts'
import { type TestServer, testServer } from '../support/serving.ts'

const cloneDir = join(import.meta.dirname, '../..')
const infraDir = join(cloneDir, 'infra')
const textOf = (path: string) => readFileSync(join(cloneDir, path), 'utf8')

const compose = z
  .object({
    services: z.record(
      z.string(),
      z.object({
        build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
        depends_on: z.record(z.string(), z.object({ condition: z.literal('service_healthy') })).default({}),
        environment: z.record(z.string(), z.string()),
        healthcheck: z.object({ test: z.array(z.string()) }).optional(),
        secrets: z.array(z.string()).default([]),
        volumes: z.array(z.string()).default([]),
      }),
    ),
    volumes: z.record(z.string(), z.null()),
    secrets: z.record(z.string(), z.object({ file: z.string() })),
  })
  .parse(parse(textOf('infra/compose.yaml')))
const dockerfile = textOf('infra/Dockerfile')

const instruction = (pattern: RegExp): string => {
  const [, found] = pattern.exec(dockerfile) ?? []
  if (found === undefined) throw new Error(`The Dockerfile has no ${pattern}`)
  return found
}
const command = (pattern: RegExp): string[] => z.array(z.string()).parse(JSON.parse(instruction(pattern)))
const workingDir = join(cloneDir, instruction(/^WORKDIR \/app\/(\S+)$/m))

/** As the container would: in its folder, with its variables only. */
function runNode(args: readonly string[], environment: Record<string, string>): Promise<CliResult> {
  return resultOf(
    spawn(process.execPath, args, { cwd: workingDir, env: environment, stdio: ['ignore', 'pipe', 'pipe'] }),
  )
}

let server: TestServer
let secretDir: string

beforeAll(async () => {
  secretDir = await mkdtemp(join(tmpdir(), 'tweeluik-secret-'))
  const tokenFile = join(secretDir, 'admin-token')
  await writeFile(tokenFile, 'a-token-that-is-long-enough')
  server = await testServer({ variables: { TWEELUIK_ADMIN_TOKEN_FILE: tokenFile } })
})
afterAll(async () => {
  await server?.close()
  await rm(secretDir, { recursive: true })
})

test('whatever a service of compose.yaml names is there', () => {
  for (const { build, depends_on, secrets, volumes } of Object.values(compose.services)) {
    if (build) expect(existsSync(join(infraDir, build.context, build.dockerfile))).toBe(true)
    for (const secret of secrets) expect(compose.secrets).toHaveProperty(secret)
    for (const volume of volumes) expect(compose.volumes).toHaveProperty(volume.split(':')[0] ?? '')
    for (const service of Object.keys(depends_on)) expect(compose.services[service]?.healthcheck).toBeDefined()
  }
})

test('no secret of compose.yaml can be committed', () => {
  const ignored = textOf('infra/.gitignore').split('\n')
  for (const { file } of Object.values(compose.secrets)) expect(ignored).toContain(file.replace('./', ''))
  expect(ignored).toContain('.env')
})

test('the server reads every variable that its container is given', () => {
  const known = textOf('packages/api/src/env.ts')
  const ofImage = instruction(/^ENV (.+)$/m)
    .split(' ')
    .map(pair => pair.split('=')[0])
  const given = [...Object.keys(compose.services.server?.environment ?? {}), ...ofImage]
  expect(given).toContain('DATABASE_URL')
  for (const name of given) expect(known).toMatch(new RegExp(`^  ${name}: .*(default|optional)\\(`, 'm'))
})

test('the image is built by the pnpm of the repository, from what is there', () => {
  const { packageManager } = z.object({ packageManager: z.string() }).parse(JSON.parse(textOf('package.json')))
  expect(instruction(/npm install --global (\S+)/)).toBe(packageManager)
  for (const [, filter] of dockerfile.matchAll(/--filter "(@tweeluik\/\w+)\.\.\."/g))
    expect(textOf(`packages/${filter?.split('/')[1]}/package.json`)).toContain(`"${filter}"`)
})

test('the dashboards of the image are built by a verb that exists', async () => {
  const verb = instruction(/^RUN pnpm tweeluik (\w+)$/m)
  expect(await runCli([verb, '--help'])).toMatchObject({ exitCode: 0 })
})

test('what the container runs is our command line', async () => {
  const [, ...args] = command(/^CMD (.+)$/m)
  const { exitCode, stdout } = await runNode([...args, '--help'], {})
  expect({ exitCode, stdout }).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('tweeluik start') })
})

test('the container is healthy exactly while its server is ready, token or not', async () => {
  const [, ...args] = command(/^HEALTHCHECK .* CMD (\[.+\])$/m)
  const { port } = new URL(server.address)
  expect(await runNode(args, { PORT: port })).toMatchObject({ exitCode: 0 })
  expect(await runNode(args, { PORT: '1' })).toMatchObject({ exitCode: 1 })
})
