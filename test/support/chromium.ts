import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { withLock } from '../../packages/api/src/db/lock.ts'
import { letChromiumCarryItsLibraries } from './env.ts'

/**
 * A Chromium: the one that travels in an npm package where that runs, else the Chrome of this machine.
 * Nothing is downloaded.
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return chromium.launch({ channel: 'chrome', args: [...flags] })
  }
  letChromiumCarryItsLibraries()
  const { default: packed } = await import('@sparticuz/chromium')
  // It unpacks itself into this folder at its first use, and takes a file that another process still writes for whole.
  const executablePath = await withLock(join(tmpdir(), 'tweeluik-chromium.lock'), () => packed.executablePath())
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-dev-shm-usage', ...flags],
  })
}
