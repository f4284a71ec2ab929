import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createToken } from '../../packages/api/src/security/tokens.ts'
import { barriers, eventually, launchBrowser, textOf, visit } from '../support/browser.ts'
import { openSite, type Site, strangersKeptOut } from './site.ts'

/** So few people that some figures stand on too little, and others on nothing. */
const CUSTOMERS = 25

let site: Site
let browser: Browser
let token: string

beforeAll(async () => {
  site = await openSite(CUSTOMERS)
  const expiresAt = new Date(Date.now() + 3_600_000)
  const made = await createToken(site.database.owner, {
    name: 'e2e',
    role: 'viewer',
    brands: null,
    source: null,
    expiresAt,
  })
  token = made.token
  await strangersKeptOut(site)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function stranger(search: string) {
  const opened = await visit(browser, `${site.address}/${search}`, { language: 'en' })
  onTestFinished(() => opened.context.close())
  await eventually(() => new URL(opened.page.url()).pathname).toBe('/login')
  return opened.page
}

describe('who shows no token', () => {
  it('is asked for one, and comes where the address led to', async () => {
    const page = await stranger('?grain=quarter')
    await eventually(() => textOf(page, 'h1')).toBe('Sign in')
    expect(await barriers(page)).toEqual([])
    await page.locator('input').fill(token)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await eventually(() => page.locator('article h3').count()).toBe(8)
    expect(new URL(page.url()).search).toBe('?grain=quarter')
    expect(await page.evaluate('document.cookie')).toBe('')
  })

  it('is told when a token is none in force', async () => {
    const page = await stranger('')
    await page.locator('input').fill('twl_of-somebody-else')
    await page.keyboard.press('Enter')
    await eventually(() => textOf(page, 'form')).toContain('not valid')
    expect(new URL(page.url()).pathname).toBe('/login')
  })
})

describe('a viewer', () => {
  it('is told which figures stand on too little to be shown', async () => {
    const page = await stranger('?grain=month')
    await page.locator('input').fill(token)
    await page.keyboard.press('Enter')
    const withheld = page.locator('article', { hasText: 'withheld' })
    await eventually(() => withheld.count()).toBeGreaterThan(0)
    const card = withheld.first()
    await eventually(() => card.textContent()).toMatch(/Fewer than 30 (answers|contacts|orders)/)
    expect(await card.locator('[class*=value]').textContent()).toBe('')
    expect(await card.locator('table').count()).toBe(0)
    expect(await barriers(page)).toEqual([])
  })
})
