import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { createToken } from '../../packages/api/src/security/tokens.ts'
import { barriers, eventually, launchBrowser, type Reader, textOf, visit } from '../support/browser.ts'
import { openSite, type Site, strangersKeptOut } from './site.ts'

let site: Site
let browser: Browser

beforeAll(async () => {
  site = await openSite(2)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

const ORDERS = `id,customer,at,amount,currency
1,A,2026-05-01T10:00:00Z,12.50,EUR
2,B,2026-05-02T10:00:00Z,8,EUR
3,C,2026-05-02T10:00:00Z,much,EUR
4,D,2026-05-03T10:00:00Z,19.95,EUR
`

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') })

async function open(reader: Reader = {}): Promise<{ page: Page; complaints: string[]; sent: Request[] }> {
  const { page, context, complaints } = await visit(browser, `${site.address}/data`, reader)
  onTestFinished(() => context.close())
  const sent: Request[] = []
  page.on('request', request => request.url().includes('/ingest/') && sent.push(request))
  const name = reader.language === 'en' ? 'Add a file' : 'Bestand toevoegen'
  await page.getByRole('button', { name }).click()
  return { page, complaints, sent }
}

const chosen = (page: Page, name: string, text: string) =>
  page.locator('input[type=file]').setInputFiles(file(name, text))

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')

it('takes a file by keyboard alone: seen, tried, and only then in, with what was refused and why', async () => {
  const { page, complaints } = await open()
  await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('file')
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Space')
  await (await chooser).setFiles(file('orders-mei.csv', ORDERS))
  await eventually(() => textOf(page, 'main')).toContain('Dit is geen bedrag')
  expect(await page.getByLabel('Hoe wordt het gelezen?').inputValue()).toBe('orders')

  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  await press('Proefdraaien')
  expect(await page.getByLabel('Uit welk systeem?').evaluate(field => field === document.activeElement)).toBe(true)
  await page.keyboard.type('kassa')
  await press('Proefdraaien')
  await eventually(() => focused(page)).toBe('3 records zouden worden aangenomen.')
  expect(await textOf(page, '#sources')).not.toContain('kassa')

  await press('Inlezen')
  await eventually(() => focused(page)).toBe('3 records zijn aangenomen.')
  await eventually(() => textOf(page, '#sources')).toContain('kassa')
  await press('Bekijk de geweigerde rijen')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('refused')
  await press('Sluiten')
  expect(await focused(page)).toBe('Bestand toevoegen')
  expect(complaints).toEqual([])
})

it('dropped a second time, the same file changes nothing', async () => {
  const { page } = await open({ language: 'en' })
  await page.locator('input[type=file]').waitFor({ state: 'attached' })
  const dataTransfer = await page.evaluateHandle(text => {
    const given = new DataTransfer()
    given.items.add(new File([text], 'orders-mei.csv'))
    return given
  }, ORDERS)
  await page.locator('input[type=file]').dispatchEvent('drop', { dataTransfer })
  await page.getByLabel('From which system?').fill('kassa')
  await page.getByRole('button', { name: 'Try it out' }).click()
  await page.getByRole('heading', { name: '3 records would be taken.' }).waitFor()
  const cells = page.getByRole('region', { name: 'What came of it' }).locator('tbody td')
  expect(await cells.allTextContents()).toEqual(['4', '–', '–', '3', '–', '1'])
})

it('explains what is no CSV before anything of it is sent, and what nothing fits; everybody can read it', async () => {
  const { page, sent } = await open({ width: 390, height: 844, scheme: 'dark', language: 'en' })
  await chosen(page, 'customers.csv', 'PK\x03\x04 a workbook')
  await eventually(() => page.locator('[role=alert]').allTextContents()).toContainEqual(
    expect.stringContaining('This is a workbook of a spreadsheet program, no CSV.'),
  )
  expect(sent).toEqual([])
  await page.getByRole('button', { name: 'Another file' }).click()
  await chosen(page, 'helpdesk.csv', 'Ticket;Datum\n1;01-05-2026\n')
  await eventually(() => textOf(page, 'main')).toContain('Columns found: Ticket, Datum.')
  expect(await barriers(page)).toEqual([])
  await page.getByLabel('How is it read?').selectOption('contacts')
  await eventually(() => textOf(page, 'main')).toContain('We know no such field of this kind.')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  expect(await barriers(page)).toEqual([])
})

it('says so when the connection breaks off, waits where there is no room, and goes on from there', async () => {
  const { page } = await open({ language: 'en' })
  await chosen(page, 'orders.csv', ORDERS)
  await page.getByLabel('From which system?').fill('other')
  await page.route(/\/ingest\/files\?/, route => route.abort())
  await page.getByRole('button', { name: 'Try it out' }).click()
  await eventually(() => textOf(page, 'main')).toContain('The connection to the server was lost. Nothing was kept.')
  await page.unroute(/\/ingest\/files\?/)
  // As the door answers while it has no room.
  const full = { status: 429, headers: { 'retry-after': '1' }, body: '{"code":"QUEUE_FULL"}' }
  await page.route(/\/ingest\/files\?/, route => route.fulfill(full), { times: 1 })
  await page.getByRole('button', { name: 'Try it out' }).click()
  await eventually(() => textOf(page, 'main')).toContain('It is tried again in 1 s.')
  await page.getByRole('heading', { name: '3 records would be taken.' }).waitFor()
})

it('is not offered to whoever may not write', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000)
  const given = { name: 'a', role: 'analyst', brands: null, source: null, expiresAt } as const
  const { token } = await createToken(site.database.owner, given)
  await strangersKeptOut(site)
  const { page, context } = await visit(browser, `${site.address}/login?next=/data`, { language: 'en' })
  onTestFinished(() => context.close())
  await page.getByRole('textbox', { name: 'Token' }).fill(token)
  await page.keyboard.press('Enter')
  await page.getByText('What comes in is for another role to see.').waitFor()
  expect(await page.getByRole('button', { name: 'Add a file' }).count()).toBe(0)
})
