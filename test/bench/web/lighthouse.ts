import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { launchBrowser } from '../../support/chromium.ts'
import { benchPackages } from '../packages.ts'
import { webBenchDir } from './ground.ts'

const VERSION = '12.8.2'

const categories = ['performance', 'accessibility', 'best-practices'] as const
export type Scores = Record<(typeof categories)[number], number>

interface Lighthouse {
  default(
    url: string,
    flags: { port: number; logLevel: 'error'; onlyCategories: readonly string[] },
    config: unknown,
  ): Promise<{ lhr: { categories: Record<string, { score: number | null }> } } | undefined>
}

/** What Lighthouse thinks of a page on a laptop, from 0 to 100. */
export async function measureLighthouse(address: string, tell: (line: string) => void): Promise<Scores> {
  const packages = await benchPackages(join(webBenchDir, 'packages'), { lighthouse: VERSION }, tell)
  const { default: lighthouse } = await packages.load<Lighthouse>('lighthouse')
  const { default: laptop } = await packages.load<{ default: unknown }>('lighthouse/core/config/desktop-config.js')
  const port = await freePort()
  const browser = await launchBrowser([`--remote-debugging-port=${port}`])
  try {
    const run = await lighthouse(address, { port, logLevel: 'error', onlyCategories: categories }, laptop)
    const scoreOf = (category: string) => (run?.lhr.categories[category]?.score ?? Number.NaN) * 100
    return {
      performance: scoreOf('performance'),
      accessibility: scoreOf('accessibility'),
      'best-practices': scoreOf('best-practices'),
    }
  } finally {
    await browser.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
