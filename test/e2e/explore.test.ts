/// <reference lib="dom" />
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { barriers, eventually, launchBrowser, type Reader, textOf, type Visit, visit } from '../support/browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await openSite(200)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function explore(search: string, reader: Reader = {}): Promise<Visit> {
  const opened = await visit(browser, `${site.address}/explore${search}`, reader)
  onTestFinished(() => opened.context.close())
  return opened
}

async function ask<T>(query: string): Promise<T> {
  const answer = await fetch(`${site.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data } = (await answer.json()) as { data: T }
  return data
}

it('a table tells every group, each n opens as many records, and the question beside it has the same answer', async () => {
  const { page, complaints } = await explore('?metrics=AHT,CES&group=channel&as=table', { language: 'en' })
  await eventually(() => page.locator('tbody tr').count()).toBeGreaterThan(2)
  expect(await textOf(page, 'h1')).toMatch(/^Handling time runs by channel from .+ to .+\.$/)

  const question = await page.getByRole('textbox', { name: 'The question as text' }).inputValue()
  const { metrics } = await ask<{ metrics: { total: { n: number } }[] }>(question)
  const counted = (metrics[0]?.total.n ?? 0).toLocaleString('en-GB')
  expect(await page.locator('tfoot button').first().textContent()).toBe(counted)

  const first = page.locator('tbody button').first()
  const n = await first.textContent()
  await first.click()
  await eventually(() => page.getByRole('dialog').textContent()).toMatch(new RegExp(` of ${n}\\D`))
  await page.keyboard.press('Escape')
  await eventually(() => page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('button', { name: 'Ease', exact: true }).click()
  await eventually(() => page.getByRole('dialog').textContent()).toContain('Formula')
  await page.keyboard.press('Escape')
  await eventually(() => page.getByRole('dialog').count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
})

it('lines stand on a phone without a complaint, a barrier or a scroll sideways', async () => {
  const { page, complaints } = await explore('', { width: 390, height: 844, scheme: 'dark' })
  await eventually(() => page.locator('svg[role=presentation]').count()).toBeGreaterThan(4)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
})

it('all metrics of the catalogue can be picked, and what is picked stands in the address and comes back by it', async () => {
  const { page } = await explore('?metrics=CES&as=line')
  await page.getByRole('combobox', { name: 'Cijfers' }).click()
  type Known = { metricDefinitions: { answeredBy: string | null }[] }
  const { metricDefinitions } = await ask<Known>('{ metricDefinitions { answeredBy } }')
  const askable = metricDefinitions.filter(({ answeredBy }) => answeredBy === null).length
  await eventually(() => page.getByRole('option').count()).toBe(askable - 1)
  await page.keyboard.type('opgelost')
  await page.getByRole('option').first().click()
  await page.keyboard.press('Escape')
  await eventually(() => new URL(page.url()).searchParams.get('metrics')).toMatch(/^CES,[A-Z_]+$/)
  await eventually(() => page.getByRole('heading', { level: 2 }).count()).toBe(3)
  const sheets = await page.getByRole('heading', { level: 2 }).allTextContents()
  await page.reload()
  await eventually(() => page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(sheets)
})

it('what the server refuses is said in its words with what would do, and a kept view leads away from it', async () => {
  const { page } = await explore('?metrics=CES&as=table')
  await eventually(() => page.locator('tbody tr').count()).toBe(1)
  await page.getByRole('button', { name: 'Weergaven' }).click()
  await page.getByRole('textbox', { name: 'Naam van deze weergave' }).fill('Gemak alleen')
  await page.keyboard.press('Enter')
  await page.goto(`${site.address}/explore?metrics=CES&params=windowDays:14`)
  await eventually(() => page.getByRole('alert').textContent()).toContain('Leave params out')
  await page.getByRole('button', { name: 'Weergaven' }).click()
  await page.getByRole('link', { name: 'Gemak alleen' }).click()
  await eventually(() => page.locator('tbody tr').count()).toBe(1)
  expect(new URL(page.url()).search).toBe('?metrics=CES&as=table')
})

it('GraphiQL opens with the question of the page', async () => {
  const { page } = await explore('?metrics=CES&group=team&as=table')
  const address = await page.getByRole('link', { name: 'Open in GraphiQL' }).getAttribute('href')
  await page.goto(`${site.address}${address}`)
  await eventually(() => page.locator('.graphiql-editor').first().textContent()).toContain('TEAM')
})

it('a figure under a window of its own opens as many records as it stands on, and the address keeps the window', async () => {
  const { page, complaints } = await explore('?metrics=FIRST_TIME_FIX&as=table', { language: 'en' })
  const counted = page.locator('tbody button').first()
  const usual = await counted.textContent()
  await page.getByRole('textbox', { name: 'Window (days)' }).fill('1')
  await page.keyboard.press('Enter')
  await eventually(() => page.url()).toContain('windowDays')
  await eventually(() => counted.textContent()).not.toBe(usual)
  const n = await counted.textContent()
  await counted.click()
  await eventually(() => page.getByRole('dialog').textContent()).toMatch(new RegExp(` of ${n}\\D`))
  expect(new URL(page.url()).searchParams.get('with')).toBe('windowDays:1')
  await page.reload()
  await eventually(() => page.getByRole('dialog').textContent()).toMatch(new RegExp(` of ${n}\\D`))
  expect(complaints).toEqual([])
})

it('a heat map opens a square by the keyboard, and without a split says what would make one', async () => {
  const { page, complaints } = await explore('?metrics=CES&as=heat', { language: 'en' })
  await page.getByRole('button', { name: 'Split by channel' }).click()
  const map = page.getByRole('img', { name: /^Ease as a heat map/ })
  await eventually(() => map.locator('rect').count()).toBeGreaterThan(12)
  expect(await barriers(page)).toEqual([])
  await map.focus()
  for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  await eventually(() => page.getByRole('dialog').textContent()).toMatch(/of \d/)
  expect(new URL(page.url()).searchParams.get('only')).toMatch(/^channel=/)
  expect(complaints).toEqual([])
})
