import { type Browser, chromium } from 'playwright-core'
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
  return chromium.launch({
    executablePath: await packed.executablePath(),
    args: ['--no-sandbox', '--font-render-hinting=none', '--disable-dev-shm-usage', ...flags],
  })
}
