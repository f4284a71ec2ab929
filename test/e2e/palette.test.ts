/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
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
  await eventually(() => opened.page.locator('main svg[role=presentation]').count()).toBeGreaterThan(5)
  return opened
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '')
const options = (page: Page) => page.getByRole('option')
const path = (page: Page) => new URL(page.url()).pathname + new URL(page.url()).search

it('by the keys alone one goes anywhere in either language, and the focus comes back to where it was', async () => {
  const { page, complaints } = await open('/?grain=month&channel=chat,phone', { language: 'nl' })
  const chart = page.locator('article [role=img]').first()
  await chart.focus()
  const before = await focused(page)
  await page.keyboard.press('Control+k')
  await eventually(() => focused(page)).toBe('Zoek of doe iets')
  await page.keyboard.type('retentoin')
  await eventually(() => options(page).first().textContent()).toContain('Klantbehoud')
  expect(await page.getByRole('combobox').getAttribute('aria-activedescendant')).toBe(
    await options(page).first().getAttribute('id'),
  )
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Enter')
  await eventually(() => page.getByRole('dialog').textContent()).toContain('RETENTION_RATE')
  await page.keyboard.press('Escape')
  await eventually(() => page.getByRole('dialog').count()).toBe(0)
  await eventually(() => focused(page)).toBe(before)

  await page.keyboard.press('Control+k')
  await eventually(() => options(page).first().textContent()).toContain('Klantbehoud')
  await page.keyboard.type('qqqq')
  await eventually(() => options(page).count()).toBe(0)
  expect(await page.getByRole('dialog').textContent()).toContain('Typ een pagina')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('retention')
  await eventually(() => options(page).first().textContent()).toContain('Klantbehoud')
  await page.keyboard.press('Shift+Enter')
  await eventually(() => path(page)).toBe('/explore?grain=month&channel=chat,phone&metrics=RETENTION_RATE')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('anja')
  await options(page).filter({ hasText: 'Klant' }).filter({ hasText: '@' }).first().click()
  await eventually(() => path(page)).toMatch(/^\/customers\/\w+/)

  await page.keyboard.press('?')
  await eventually(() => page.getByRole('dialog').textContent()).toContain('Het verhaal van een klant')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('link', { name: /Zie welke reizen klanten maken/ }).click()
  await eventually(() => path(page)).toBe('/journeys?grain=month&channel=chat,phone')
  expect(complaints).toEqual([])
})

it('what is saved has the figures of the screen, and says on what they stand', async () => {
  const { page, context, complaints } = await open('/?grain=month&channel=chat,phone', { language: 'en' })
  await page.getByRole('rowheader', { name: 'Retained margin' }).waitFor()
  const saved = async (item: RegExp) => {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: item }).click(),
    ])
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
  }
  const asOf = (await textOf(page, '[class*=fresh]')).replace('As of ', '')
  const { name, bytes } = await saved(/CSV/)
  expect(name).toBe('overview-tweeluik.csv')
  const rows = bytes.toString('utf8').slice(1).split('\r\n')
  expect(rows.find(row => row.startsWith('Channel'))).toMatch(/chat.*phone/i)
  expect(rows.find(row => row.startsWith('As of'))).toContain(asOf)
  expect(rows.find(row => row.startsWith('Compared with'))).toMatch(/\d{4}/)

  for (const card of await page.locator('article').all()) {
    const title = (await card.locator('h3 button').textContent()) ?? ''
    const drawn = Number(((await card.locator('[class*=count] button').textContent()) ?? '').replace(/\D/g, ''))
    const whole = rows[rows.indexOf(title) + 2]?.split(',') ?? []
    expect(whole[0], title).toBe('Whole period')
    // Customers are counted by their time on the screen, and by themselves in n.
    if (title !== 'Revenue per customer') expect(Number(whole[5]), title).toBe(drawn)
    const value = ((await card.locator('[class*=value]').first().textContent()) ?? '').replaceAll('\u2212', '-')
    const shown = value.match(/-?[\d,]+(\.\d+)?/)?.[0].replaceAll(',', '')
    const written = whole[1] && Number(whole[1]) * (value.includes('%') ? 100 : 1)
    if (shown === undefined || written === '') expect(written, title).toBe(shown ?? '')
    else if (!value.includes(':')) expect(written, title).toBeCloseTo(Number(shown), 1)
  }
  expect(rows).toContain('The mirror')

  const picture = await saved(/PNG/)
  expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG')
  expect(picture.bytes.readUInt32BE(16)).toBe(2 * 1376)

  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Share this page' }).click()
  await eventually(() => page.getByText('Link copied').count()).toBe(1)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
  expect(complaints).toEqual([])
})

it('paper says which filters hold and of when the figures are, and leaves out what only a hand can use', async () => {
  const { page } = await open('/service?channel=chat,phone,email', { language: 'en', scheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  const head = await textOf(page, 'main')
  expect(head).toMatch(/Channel(chat|phone|e-?mail), (chat|phone|e-?mail), (chat|phone|e-?mail)/i)
  expect(head).toMatch(/As of \d/)
  for (const name of ['Export', 'Share this page', 'Filter']) {
    expect(await page.getByRole('button', { name, exact: true }).count(), name).toBe(0)
  }
  const tints = await page
    .locator('main section')
    .evaluateAll(panels => panels.map(panel => getComputedStyle(panel).backgroundColor))
  expect(new Set(tints)).toEqual(new Set(['rgba(0, 0, 0, 0)']))
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
})

it('who sees the demo company is told so until they put it away, and a phone has the palette too', async () => {
  const { page, complaints } = await open('/', { language: 'en', width: 390, height: 844, scheme: 'dark' })
  const hint = page.getByRole('complementary', { name: 'This is a demo' })
  await hint.waitFor()
  expect(await hint.getByRole('link').getAttribute('href')).toBe('/data')
  expect(await barriers(page)).toEqual([])
  await hint.getByRole('button').click()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  await page.reload()
  await eventually(() => page.locator('main svg[role=presentation]').count()).toBeGreaterThan(5)
  expect(await hint.count()).toBe(0)
  await page.getByRole('button', { name: 'Find or do something' }).click()
  await page.getByRole('option', { name: 'Voice' }).click()
  await eventually(() => path(page)).toBe('/voice')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(complaints).toEqual([])
})
