/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { barriers, eventually, launchBrowser, type Reader, type Visit, visit } from '../support/browser.ts'
import { openSite, type Site, strangersKeptOut } from './site.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await openSite(25)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(path: string, reader: Reader): Promise<Visit> {
  const opened = await visit(browser, `${site.address}${path}`, reader)
  onTestFinished(() => opened.context.close())
  return opened
}

const drawn = (page: Page, name: RegExp) => page.getByRole('button', { name }).filter({ visible: true })

it('what happened stands over both leaves, says whose it was, and is mended from there', async () => {
  const { page, complaints } = await open('/', { language: 'en', width: 1440 })
  const invoice = drawn(page, /^\d Nieuwe factuur \d+ \w+\s– \d+ \w+ \d{4}$/)
  await eventually(() => invoice.count()).toBe(2)
  await eventually(() => drawn(page, /^\d Werkverdeling/).count()).toBe(1)
  expect(await barriers(page)).toEqual([])
  await invoice.first().click()
  const dialog = page.getByRole('dialog')
  await eventually(() => dialog.textContent()).toContain('De factuur zag er 6 weken lang anders uit.')
  expect(await dialog.textContent()).toContain('OwnerFinanciën')
  await dialog.getByRole('link', { name: 'Edit in Settings' }).click()
  const name = dialog.getByLabel('What happened')
  await eventually(() => name.inputValue()).toBe('Nieuwe factuur')
  expect(await barriers(page)).toEqual([])
  await name.fill('Clearer invoice')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await eventually(() => page.getByRole('link', { name: 'Clearer invoice' }).count()).toBe(1)
  await page.getByRole('link', { name: 'Overview' }).first().click()
  await eventually(() => drawn(page, /^\d Clearer invoice/).count()).toBe(2)
  expect(complaints).toEqual([])
})

it('on a phone the numbers in the charts are named once above them, and a table names them too', async () => {
  const { page, complaints } = await open('/service', { language: 'nl', scheme: 'dark', width: 390, height: 844 })
  const list = page.getByRole('list', { name: 'Aantekeningen in deze periode' })
  await eventually(() => list.getByRole('button').count()).toBe(4)
  const chart = page.getByRole('img', { name: /^Contacten/ }).first()
  await eventually(() => chart.locator('svg[role=presentation] text', { hasText: /^4$/ }).count()).toBe(1)
  await chart.press('t')
  await eventually(() => page.getByRole('region', { name: /^Contacten, / }).textContent()).toContain('Bezorgmail')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
})

it('the first token says that it closes the door and lets its maker stay, and the last does not go unasked', async () => {
  const { page, complaints } = await open('/settings?section=tokens', { language: 'en', width: 1440 })
  await page.getByRole('button', { name: 'Make a token' }).click()
  const dialog = page.getByRole('dialog')
  await eventually(() => dialog.textContent()).toContain('The first token closes the door')
  await dialog.getByLabel('Name').fill('me')
  await dialog.getByRole('button', { name: 'Make a token' }).click()
  await eventually(() => dialog.locator('code').textContent()).toMatch(/^twl_[\w-]{43}$/)
  expect(await dialog.textContent()).toContain('You are signed in with it already.')
  expect(await barriers(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Done, I have kept it' }).click()
  await strangersKeptOut(site)
  await page.reload()
  await page.getByRole('button', { name: 'Revoke me' }).click()
  await dialog.getByRole('button', { name: 'Yes, revoke now' }).click()
  await eventually(() => dialog.textContent()).toContain('This is the last token of an administrator.')
  expect(complaints).toEqual([])
})
