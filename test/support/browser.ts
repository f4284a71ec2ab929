import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'

export { launchBrowser } from './chromium.ts'

/** What a reader has in hands. */
export interface Reader {
  width?: number
  height?: number
  language?: 'nl' | 'en'
  scheme?: 'light' | 'dark'
}

/** A page together with everything it complained about. */
export interface Visit {
  page: Page
  context: BrowserContext
  /** Console errors and warnings, uncaught exceptions, and files that did not come. */
  complaints: string[]
}

/** Opens an address as one reader sees it. Close `context` when done. */
export async function visit(browser: Browser, address: string, reader: Reader = {}): Promise<Visit> {
  const { width = 1440, height = 900, language = 'nl', scheme = 'light' } = reader
  const context = await browser.newContext({
    viewport: { width, height },
    locale: language === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: scheme,
    hasTouch: width < 700,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(error.message))
  page.on('response', response => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  await page.goto(address)
  return { page, context, complaints }
}

/** What keeps someone from using the page: the serious and critical findings of axe, each with where it is. */
export async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.target.join(' ')}`))
}

/** The text of the first element found. */
export async function textOf(page: Page, selector: string): Promise<string> {
  return ((await page.locator(selector).first().textContent()) ?? '').trim()
}

/** Asks again until it holds; a machine that does other things at the same time gets the time it needs. */
export const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 20_000, interval: 50 })
