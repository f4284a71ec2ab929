import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))

/** In a process of its own: mutants are loaded past vitest. */
function tryMutants(): Promise<{ code: unknown; told: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: unknown; told: string }>()
  execFile(process.execPath, ['--import', '@oxc-node/core/register', main], (error, stdout, stderr) =>
    resolve({ code: error?.code ?? 0, told: stdout || stderr }),
  )
  return promise
}

test('whatever is changed in a metric, one of its worked examples notices', async () => {
  const { code, told } = await tryMutants()
  expect(code, told).toBe(0)
})
