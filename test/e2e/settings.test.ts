import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createToken } from '../../packages/api/src/security/tokens.ts'
import { barriers, eventually, launchBrowser, type Reader, textOf, visit } from '../support/browser.ts'
import { openSite, type Site, strangersKeptOut } from './site.ts'

let site: Site
let browser: Browser
const tokens = new Map<string, string>()

beforeAll(async () => {
  site = await openSite(2)
  for (const role of ['admin', 'viewer'] as const) {
    const expiresAt = new Date(Date.now() + 3_600_000)
    const given = { name: `Noor (${role})`, role, brands: null, source: null, expiresAt }
    tokens.set(role, (await createToken(site.database.owner, given)).token)
  }
  await strangersKeptOut(site)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function as(role: string, section: string, reader: Reader = {}): Promise<{ page: Page; complaints: string[] }> {
  const to = `${site.address}/settings${section && `?section=${section}`}`
  const opened = await visit(browser, to, reader)
  onTestFinished(() => opened.context.close())
  await eventually(() => new URL(opened.page.url()).pathname).toBe('/login')
  await opened.page.locator('input[autocomplete=current-password]').fill(tokens.get(role) ?? '')
  await opened.page.keyboard.press('Enter')
  await eventually(() => opened.page.url()).toBe(to)
  // Whoever is not known yet is refused, as the browser says.
  opened.complaints.length = 0
  return opened
}

async function ask<Data>(query: string, variables: object = {}): Promise<Data> {
  const answer = await fetch(`${site.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get('admin')}` },
    body: JSON.stringify({ query, variables }),
  })
  return ((await answer.json()) as { data: Data }).data
}

it('who changes an owner stands there with the moment, and nobody overwrites what he has not seen', async () => {
  const { page, complaints } = await as('admin', '')
  await eventually(() => textOf(page, 'h1')).toContain('aanleidingen, geladen uit contact-centre')
  await page.getByRole('link', { name: 'Bestelling te laat' }).click()
  await page.getByRole('combobox', { name: 'Afdeling' }).fill('Magazijn')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await eventually(() => page.getByRole('dialog').count()).toBe(0)
  await eventually(() => textOf(page, 'h1')).toMatch(/aanleiding Bestelling te laat, door Noor \(admin\), \d/)
  expect(await page.getByRole('row', { name: /Bestelling te laat/ }).textContent()).toContain('Magazijn')

  await page.getByRole('link', { name: 'Bestelling te laat' }).click()
  expect(await page.getByRole('dialog').textContent()).toContain('Laatst gewijzigd door Noor (admin)')
  const { triggers } = await ask<{ triggers: { nodes: { id: string }[] } }>(
    '{ triggers(where: {department: {eq: "Magazijn"}}) { nodes { id } } }',
  )
  await ask('mutation ($id: ID!) { updateTrigger(id: $id, patch: {name: "Te laat bezorgd"}) { id } }', {
    id: triggers.nodes[0]?.id,
  })
  await page.getByRole('combobox', { name: 'Afdeling' }).fill('Logistiek')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await eventually(() => textOf(page, '[role=alert]')).toContain('Iemand heeft dit intussen gewijzigd.')
  await eventually(() => page.getByLabel('Aanleiding', { exact: true }).inputValue()).toBe('Te laat bezorgd')
  expect(await page.getByRole('combobox', { name: 'Afdeling' }).inputValue()).toBe('Logistiek')
  await page.getByRole('button', { name: 'Bewaren' }).click()
  await eventually(() => page.getByRole('dialog').count()).toBe(0)
  expect(await page.getByRole('row', { name: /Te laat bezorgd/ }).textContent()).toContain('Logistiek')
  expect(complaints).toEqual([])
})

it('what the server refuses stands at its field; what goes is asked about once', async () => {
  const { page } = await as('admin', 'costs', { language: 'en', width: 390, height: 844, scheme: 'dark' })
  await page.getByRole('button', { name: 'New costs' }).click()
  await page.getByLabel('Per hour').fill('-5')
  await page.getByRole('combobox', { name: 'Team' }).fill('Nights')
  await page.getByRole('button', { name: 'Save' }).click()
  await eventually(() => page.getByLabel('Per hour').getAttribute('aria-invalid')).toBe('true')
  expect(await page.getByRole('dialog').textContent()).toContain('This is zero or more.')
  await page.getByLabel('Per hour').fill('31,50')
  await page.getByRole('button', { name: 'Save' }).click()
  await eventually(() => page.getByRole('link', { name: 'Nights' }).count()).toBe(1)
  await page.getByRole('link', { name: 'Nights' }).click()
  await page.getByLabel('Per hour').fill('40')
  await page.keyboard.press('Escape')
  await eventually(() => page.getByRole('dialog').textContent()).toContain('What you changed is not saved yet.')
  await page.getByRole('button', { name: 'Go on editing' }).click()
  expect(await page.getByLabel('Per hour').inputValue()).toBe('40')
  await page.getByRole('button', { name: 'Delete' }).click()
  expect(await page.getByRole('dialog').textContent()).toContain('costs are computed anew')
  await page.getByRole('button', { name: 'Yes, delete' }).click()
  await eventually(() => page.getByRole('link', { name: 'Nights' }).count()).toBe(0)
  await eventually(() => textOf(page, 'h1')).toContain('Last deleted: rate, by Noor (admin)')
})

it('each section opens by name, and everybody can use it', async () => {
  const { page, complaints } = await as('admin', 'maps', { language: 'en', width: 390, height: 844 })
  for (const section of ['Journeys', 'Departments', 'Touchpoints', 'Opening hours', 'Promises', 'Investments']) {
    await page.getByLabel('Parts of the settings').last().selectOption(section)
    await eventually(() => textOf(page, 'h2')).toBe(section)
    await eventually(() => page.locator('tbody tr').count()).toBeGreaterThan(0)
    await page.locator('tbody tr a').first().click()
    await eventually(() => page.getByRole('dialog').locator('input').count()).toBeGreaterThan(0)
    if (['Journeys', 'Opening hours'].includes(section)) expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('dialog').count()).toBe(0)
  }
  const beyond = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  expect(beyond).toBe(0)
  expect(complaints).toEqual([])
})

it('a viewer reads who may', async () => {
  const { page, complaints } = await as('viewer', '', { language: 'en' })
  await eventually(() => textOf(page, 'h1')).toBe('The settings are for the administrator.')
  expect(await page.getByRole('link', { name: 'Settings' }).count()).toBe(0)
  expect(await barriers(page)).toEqual([])
  expect(complaints).toEqual([])
})
