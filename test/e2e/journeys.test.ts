/// <reference lib="dom" />
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { barriers, eventually, launchBrowser, type Reader, textOf, type Visit, visit } from '../support/browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await openSite(100)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function journeys(search: string, reader: Reader = {}): Promise<Visit> {
  const opened = await visit(browser, `${site.address}/journeys${search}`, reader)
  onTestFinished(() => opened.context.close())
  return opened
}

it('a touchpoint opens as many records as it has, and a shorter window stands in the address', async () => {
  const { page, complaints } = await journeys('', { language: 'en' })
  await eventually(() => textOf(page, 'h1')).toMatch(
    /^Of every 100 journeys \d+ come to .+; most are lost before .+\.$/,
  )
  await eventually(() => page.locator('svg path[stroke*=sv-fill]').count()).toBeGreaterThan(0)

  const payments = page.getByRole('button', { name: /^Betaling, Interactions: / })
  const n = await payments.textContent()
  await payments.click()
  await eventually(() => page.getByRole('dialog').textContent()).toMatch(new RegExp(` of ${n}\\D`))
  await page.keyboard.press('Escape')
  await eventually(() => page.getByRole('dialog').count()).toBe(0)

  await page.getByRole('combobox', { name: 'Within' }).selectOption('7')
  await eventually(() => page.url()).toContain('window=7')
  await eventually(() => textOf(page, 'main')).toContain('within 7 days of the start')
  expect(await barriers(page)).toEqual([])

  const step = page.getByRole('button', { name: /journeys that came to Betaling$/ })
  const came = await step.textContent()
  await step.click()
  await eventually(() => page.getByRole('dialog').textContent()).toMatch(new RegExp(` of ${came}\\D`))
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await eventually(() => page.getByRole('dialog').count()).toBe(0)
  const flow = page.getByRole('region', { name: 'Which way they went' })
  await flow.getByRole('button', { name: 'Show as table' }).click()
  const way = flow.getByRole('button', { name: /^Show the .* journeys from / }).first()
  const went = await way.textContent()
  await way.click()
  await eventually(() => page.getByRole('dialog').textContent()).toMatch(new RegExp(` of ${went}\\D`))
  expect(complaints).toEqual([])
})

it('stands on a phone by its address without a complaint, a barrier or a scroll sideways', async () => {
  const { page, complaints } = await journeys('?window=90', { width: 390, height: 844, scheme: 'dark' })
  await eventually(() => textOf(page, 'main')).toContain('binnen 90 dagen na het begin')
  await page.getByRole('button', { name: 'Ruilen en retourneren' }).click()
  await eventually(() => page.url()).toContain('map=')
  await eventually(() => textOf(page, 'h1')).toContain('Terugbetaling')
  await eventually(() => page.locator('table').count()).toBe(1)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
})
