import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { barriers, eventually, launchBrowser, type Reader, textOf, visit } from '../support/browser.ts'
import { openSite, type Site } from './site.ts'

let site: Site
let browser: Browser

const AT = '2026-03-02T10:00:00Z'

async function send(records: string, source: string, ...rows: object[]): Promise<void> {
  const answer = await fetch(`${site.address}/ingest/${records}?source=${source}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body: rows.map(row => JSON.stringify(row)).join('\n'),
  })
  expect(answer.status).toBe(200)
}

beforeAll(async () => {
  site = await openSite(2)
  await send('contacts', 'centre', ...[1, 2, 3].map(id => ({ id, channel: 'phone', openedAt: id === 3 ? 'soon' : AT })))
  await send('contact-events', 'centre', { id: 1, contact: 99, at: AT, type: 'closed' })
  await send(
    'customers',
    'crm',
    { id: 'A', name: 'Zz Jansen', email: 'bo@example.com' },
    { id: 'B', name: 'Zz. Jansen', email: 'bo@example.com' },
  )
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function open(reader: Reader = {}): Promise<{ page: Page; complaints: string[] }> {
  const opened = await visit(browser, `${site.address}/data`, reader)
  onTestFinished(() => opened.context.close())
  await eventually(() => textOf(opened.page, 'main')).toContain('Zz Jansen')
  return opened
}

it('says in a sentence what is still to be put right, with what to do about it', async () => {
  const { page, complaints } = await open()
  expect(await textOf(page, 'h1')).toBe('Eén rij is geweigerd en wacht op herstel.')
  expect(await textOf(page, 'main')).toContain('contactmomenten')
  await page.getByRole('button', { name: 'Toon rijen' }).click()
  await eventually(() => page.getByRole('dialog').textContent()).toContain('"openedAt":"soon"')
  await page.keyboard.press('Escape')
  await eventually(() => page.getByRole('dialog').count()).toBe(0)
  await page.getByRole('button', { name: 'Probeer opnieuw' }).click()
  await eventually(() => textOf(page, 'main')).toContain('Eén rij opnieuw geprobeerd, 0 aangenomen.')
  expect(complaints).toEqual([])
})

it.each<Reader>([
  { width: 1440, scheme: 'light', language: 'nl' },
  { width: 390, height: 844, scheme: 'dark', language: 'en' },
])('everybody can use it at $width px in $scheme, and no word stands beside the page', async reader => {
  const { page } = await open(reader)
  expect(await barriers(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})

it('two customers who are one become one by a click, and leave the list', async () => {
  const { page } = await open({ language: 'en' })
  await page.getByRole('button', { name: 'The same', exact: true }).click()
  await eventually(() => textOf(page, 'main')).toContain('There are no customers who may be the same.')
  await eventually(async () => (await customersNamed('zz')).map(({ identities }) => identities.length)).toEqual([2])
})

async function customersNamed(start: string): Promise<readonly { identities: object[] }[]> {
  const answer = await fetch(`${site.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'query ($start: String) { customers(where: { name: { startsWith: $start } }) { nodes { identities { source } } } }',
      variables: { start },
    }),
  })
  const { data } = (await answer.json()) as { data: { customers: { nodes: { identities: object[] }[] } } }
  return data.customers.nodes
}
