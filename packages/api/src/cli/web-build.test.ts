import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { buildWeb, isWebBuilt, webDist } from './web-build.ts'

const realWeb = join(import.meta.dirname, '../../../web')
const { signal } = new AbortController()

let clone: string
let page: string

/** A clone with a web app of one page. */
beforeEach(async () => {
  clone = await mkdtemp(join(tmpdir(), 'clone-'))
  onTestFinished(() => rm(clone, { recursive: true }))
  const web = join(clone, 'packages/web')
  page = join(web, 'index.html')
  await mkdir(web, { recursive: true })
  await symlink(join(realWeb, 'node_modules'), join(web, 'node_modules'))
  await cp(join(realWeb, 'package.json'), join(web, 'package.json'))
  await writeFile(join(clone, 'pnpm-lock.yaml'), 'lockfileVersion: 9\n')
  await writeFile(page, '<!doctype html><title>first</title>')
})

test('the app counts as built until one of its sources, or the lock file, changes', async () => {
  expect(await isWebBuilt(clone)).toBe(false)
  await buildWeb(clone, signal)
  expect(await isWebBuilt(clone)).toBe(true)

  await writeFile(page, '<!doctype html><title>second</title>')
  expect(await isWebBuilt(clone)).toBe(false)
  await buildWeb(clone, signal)
  expect(await isWebBuilt(clone)).toBe(true)
  expect(await readFile(join(webDist(clone), 'index.html'), 'utf8')).toContain('second')

  await writeFile(join(clone, 'pnpm-lock.yaml'), 'lockfileVersion: 10\n')
  expect(await isWebBuilt(clone)).toBe(false)
})

test('a source that does not build is one failure with the reason, and does not count as built', async () => {
  await writeFile(page, '<!doctype html><script type="module" src="./missing.ts"></script>')
  await expect(buildWeb(clone, signal)).rejects.toMatchObject({
    problem: { code: 'WEB_BUILD_FAILED', message: expect.stringContaining('missing.ts') },
  })
  expect(await isWebBuilt(clone)).toBe(false)
})
