import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createToken } from '../../packages/api/src/security/tokens.ts'
import { barriers, eventually, launchBrowser, textOf, visit } from '../support/browser.ts'
import { openSite, type Site, strangersKeptOut } from './site.ts'

type Known = { id: string; name: string | null; email: string | null }

let site: Site
let browser: Browser
let address: string
/** Of everybody whom the company knows by name. */
let names: string[]
const tokens = new Map<string, string>()

beforeAll(async () => {
  site = await openSite(25)
  const query = '{ customers(first: 100) { nodes { id name email } } }'
  const answer = await fetch(`${site.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  })
  const { data } = (await answer.json()) as { data: { customers: { nodes: Known[] } } }
  names = data.customers.nodes.flatMap(({ name, email }) => [name, email]).filter(word => word !== null)
  address = `${site.address}/customers/${data.customers.nodes.find(({ name }) => name === 'Anja de Vries')?.id}`
  // From the first token on nobody is let in without one.
  for (const role of ['viewer', 'analyst', 'service'] as const) {
    const expiresAt = new Date(Date.now() + 3_600_000)
    const made = await createToken(site.database.owner, { name: role, role, brands: null, source: null, expiresAt })
    tokens.set(role, made.token)
  }
  await strangersKeptOut(site)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

/** Opens a page as somebody who has shown a token. */
async function as(role: string, to: string) {
  const opened = await visit(browser, to, { language: 'en' })
  onTestFinished(() => opened.context.close())
  await eventually(() => new URL(opened.page.url()).pathname).toBe('/login')
  await opened.page.locator('input[autocomplete=current-password]').fill(tokens.get(role) ?? '')
  await opened.page.keyboard.press('Enter')
  await eventually(() => opened.page.url()).toBe(to)
  return opened.page
}

it('who serves customers reads their name and their words', async () => {
  const page = await as('service', address)
  await eventually(() => textOf(page, 'aside')).toContain('Anja de Vries')
  await eventually(() => textOf(page, 'main')).toContain('Alfredo keek mee via video')
})

it('an analyst reads the same story without a name or a word that was said, and is told kindly', async () => {
  const page = await as('analyst', address)
  await eventually(() => page.locator('tbody tr').count()).toBeGreaterThan(20)
  const whole = (await page.locator('body').textContent()) ?? ''
  expect(whole).toContain('Name not known, or not for your role')
  expect(whole).toContain('Chat, then video')
  for (const personal of ['Anja', 'Vries', 'Alfredo', 'keek mee', 'Twee keer bellen'])
    expect(whole).not.toContain(personal)
  expect(await page.title()).not.toContain('Anja')
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: 'Chat, then video' }).click()
  await eventually(() => page.getByRole('dialog').textContent()).toContain('not for your role')
})

it('a viewer cannot tell a customer from none', async () => {
  const page = await as('viewer', address)
  await eventually(() => textOf(page, 'h1')).toBe('This customer is not here, or not for your role.')
  expect(await page.locator('body').textContent()).not.toContain('Anja')
})

it('who may not read names cannot search by them, and is told so', async () => {
  const page = await as('analyst', `${site.address}/customers?view=list`)
  await eventually(() => page.locator('tbody tr').count()).toBeGreaterThan(20)
  await eventually(() => page.getByRole('searchbox').count()).toBe(0)
  await page.goto(`${site.address}/customers?view=list&find=anja`)
  await eventually(() => textOf(page, '[role=status]')).toContain('Names are not for your role')
})

it('a viewer reads every page and meets nobody; what is for others is said to be', async () => {
  const page = await as('viewer', `${site.address}/service`)
  const complaints: string[] = []
  page.on('console', message => void (message.type() === 'error' && complaints.push(message.text())))
  page.on('pageerror', fault => void complaints.push(fault.message))
  expect(names.length).toBeGreaterThan(20)
  const saidOn: Record<string, string> = {
    journeys: 'The journey as designed',
    voice: 'The answers themselves are for another role.',
    data: 'What comes in is for another role to see.',
  }
  for (const path of ['', 'customers', 'customers?view=list', 'journeys', 'service', 'voice', 'explore', 'data']) {
    await page.goto(`${site.address}/${path}`)
    await eventually(() => page.locator('main h1').count()).toBe(1)
    await eventually(() => page.locator('main [aria-busy=true]').count()).toBe(0)
    const text = async () => (await page.locator('body').textContent()) ?? ''
    await eventually(text).toContain(saidOn[path] ?? '')
    const whole = await text()
    expect(
      names.filter(name => whole.includes(name)),
      path,
    ).toEqual([])
    expect(whole, path).not.toContain('Try again')
    if (['customers?view=list', 'voice', 'data'].includes(path)) expect(await barriers(page), path).toEqual([])
  }
  expect(complaints).toEqual([])
})
