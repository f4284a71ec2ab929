import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from '../../../../test/support/cli.ts'
import { type EmbeddedTrial, embeddedTrial } from '../../../../test/support/embedded.ts'
import { type ServerProcess, startServerProcess } from '../../../../test/support/server-process.ts'
import { findPostmaster } from '../db/postmaster.ts'

let trial: EmbeddedTrial
let environment: Record<string, string>
let started: ServerProcess[]

beforeEach(async () => {
  trial = await embeddedTrial()
  environment = { TWEELUIK_DATA_DIR: trial.options.dataDir, TWEELUIK_DEMO: 'off', PORT: '0' }
  started = []
})
afterEach(async () => {
  for (const { child } of started) child.kill('SIGKILL')
  await Promise.all(started.map(({ result }) => result))
  await trial.remove()
})

async function start(): Promise<ServerProcess> {
  const server = await startServerProcess(environment)
  started.push(server)
  return server
}

async function isAlive(address: string): Promise<boolean> {
  return fetch(new URL('/health/live', address)).then(
    response => response.ok,
    () => false,
  )
}

test('a second start tells the address of the first and ends well', async () => {
  const { address } = await start()
  const second = await runCli(['start'], environment)
  expect(second).toMatchObject({ exitCode: 0, stdout: `Tweeluik runs already: ${address}\n` })
  expect(await isAlive(address)).toBe(true)
})

test('two starts at once give one server, and both tell its address', async () => {
  const [left, right] = await Promise.all([start(), start()])
  expect(left.address).toBe(right.address)
})

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the server, then its PostgreSQL, in good order', async signal => {
  const { child, address, result } = await start()
  child.kill(signal)
  expect(await result).toMatchObject({ exitCode: 0, stderr: '' })
  expect(await isAlive(address)).toBe(false)
  expect(await findPostmaster(trial.place)).toBeNull()
})

test('a signal that arrives twice, as npm passes Ctrl-C on, is one wish', async () => {
  const { child, result } = await start()
  child.kill('SIGINT')
  child.kill('SIGINT')
  expect((await result).exitCode).toBe(0)
  expect(await findPostmaster(trial.place)).toBeNull()
})

test('stop ends the server and its PostgreSQL, and the next start is a new one', async () => {
  const first = await start()
  expect(await runCli(['stop'], environment)).toMatchObject({ exitCode: 0, stdout: 'Stopped.\n' })
  expect((await first.result).exitCode).toBe(0)
  expect(await findPostmaster(trial.place)).toBeNull()
  const second = await start()
  expect(await isAlive(second.address)).toBe(true)
})

test('after kill -9 of the server the next start takes its PostgreSQL over', async () => {
  const first = await start()
  const postmaster = await findPostmaster(trial.place)
  first.child.kill('SIGKILL')
  await first.result
  const second = await start()
  expect(await isAlive(second.address)).toBe(true)
  expect((await findPostmaster(trial.place))?.pid).toBe(postmaster?.pid)
})

test('a port that is taken is one sentence with a way out', async () => {
  const other = createServer()
  await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  const { exitCode, stderr } = await runCli(['start'], { ...environment, PORT: String(port) })
  other.close()
  expect(stderr).toContain(`Port ${port} on 127.0.0.1 is taken by another program. Set PORT=${port + 1}`)
  expect(exitCode).toBe(1)
  expect(await findPostmaster(trial.place)).toBeNull()
})
