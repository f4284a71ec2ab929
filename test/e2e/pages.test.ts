/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { barriers, eventually, launchBrowser, type Reader, textOf, type Visit, visit } from '../support/browser.ts'
import { openSite, READABLE, type Site } from './site.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await openSite(READABLE)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(path: string, reader: Reader): Promise<Visit> {
  const opened = await visit(browser, `${site.address}${path}`, reader)
  onTestFinished(() => opened.context.close())
  await eventually(() => opened.page.locator('main section[aria-busy=true]').count()).toBe(0)
  await eventually(() => opened.page.locator('main svg[role=presentation]').count()).toBeGreaterThan(8)
  return opened
}

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
const digits = (text: string) => Number(text.replace(/\D/g, ''))

it('Service says what changed, leads from a count to as many records, and a measure and a group stay in the address', async () => {
  const { page, complaints } = await open('/service', { language: 'en', scheme: 'light', width: 1440 })
  expect(await page.locator('h1').textContent()).toMatch(/^[^a-z].+\.$/)
  expect(await page.title()).toBe('Service · Tweeluik')
  expect(await barriers(page)).toEqual([])

  const counted = page.getByRole('button', { name: /behind this figure/ }).first()
  const n = digits(await textOf(page, 'button[aria-label*="behind this figure"]'))
  await counted.click()
  await eventually(async () =>
    digits((await page.getByRole('dialog').textContent())?.split(' of ')[1]?.match(/^[\d,]+/)?.[0] ?? ''),
  ).toBe(n)
  await page.keyboard.press('Escape')

  await page.getByText('First-time fix', { exact: true }).first().click()
  await eventually(() => page.url()).toContain('split=first_time_fix')
  await page.getByRole('button', { name: 'Phone', exact: true }).click()
  await eventually(() => page.url()).toContain('channel=phone')
  await page.reload()
  await eventually(() => page.getByRole('img', { name: /^First-time fix by channel: highest Phone/ }).count()).toBe(1)
  expect(complaints).toEqual([])
})

it('Voice tells who would recommend, and the answers follow the question and the outcome that are chosen', async () => {
  const { page, complaints } = await open('/voice?kind=ces&score=unfavourable', {
    language: 'nl',
    scheme: 'light',
    width: 1440,
  })
  expect(await page.title()).toBe('Klantstem · Tweeluik')
  expect(await page.getByRole('img', { name: /bevelen aan \(9–10\)/ }).count()).toBe(2)
  const ticks = (panel: string) =>
    page.getByRole('region', { name: panel, exact: true }).locator('svg[role=presentation] text.figures[x]')
  await ticks('Contact-NPS').first().waitFor()
  await eventually(() => ticks('Relatie-NPS').allTextContents()).toEqual(await ticks('Contact-NPS').allTextContents())
  const answers = page.locator('main ol > li')
  await eventually(() => answers.count()).toBeGreaterThan(0)
  for (const text of await answers.allTextContents()) expect(text).toMatch(/^[123] van 7Gemak/)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
})

it.each(['/customers', '/service', '/voice'])(
  '%s stands on a phone in the dark, and nothing hangs over its edge',
  async path => {
    const { page, complaints } = await open(path, { width: 390, height: 844, scheme: 'dark', language: 'en' })
    expect(await sideways(page)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  },
)

it('a page whose scripts are gone says so in place of itself, and loads again at the press of a button', async () => {
  const { page } = await visit(browser, site.address, { language: 'nl', scheme: 'light', width: 1440 })
  onTestFinished(() => page.context().close())
  await page.route('**/assets/voice-*.js', route => route.abort())
  // The router loads the document anew by itself, once, before it gives up.
  const loadedAnew = page.waitForEvent('load')
  await page.getByRole('link', { name: 'Klantstem' }).first().click()
  await loadedAnew
  await eventually(() => textOf(page, 'h1')).toBe('Deze pagina kon niet worden getoond.')
  expect(await barriers(page)).toEqual([])

  await page.unroute('**/assets/voice-*.js')
  await page.getByRole('button', { name: 'Opnieuw laden' }).click()
  await eventually(() => page.getByRole('img', { name: /bevelen aan/ }).count()).toBeGreaterThan(0)
})
