/// <reference lib="dom" />
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { barriers, eventually, launchBrowser, type Reader, textOf, type Visit, visit } from '../support/browser.ts'
import { openSite, type Site } from './site.ts'

/** What 10 mm margins leave of A4 on its side, at 96 dpi. */
const SHEET_HEIGHT_PX = 718

let site: Site
let browser: Browser
/** Of Anja de Vries, whose story the demo company always tells. */
let anja: string

beforeAll(async () => {
  site = await openSite(25)
  anja = await customerNamed('anja de vries')
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

async function customerNamed(name: string): Promise<string> {
  const query =
    'query ($name: String!) { customers(first: 1, where: { name: { startsWith: $name } }) { nodes { id } } }'
  const answer = await fetch(`${site.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { name } }),
  })
  const { data } = (await answer.json()) as { data: { customers: { nodes: { id: string }[] } } }
  const [found] = data.customers.nodes
  if (!found) throw new Error(`Nobody is called ${name}`)
  return found.id
}

async function send(kind: string, records: object[]): Promise<void> {
  const answer = await fetch(`${site.address}/ingest/${kind}?source=window`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', prefer: 'wait=60' },
    body: JSON.stringify(records),
  })
  expect(await answer.json()).toMatchObject({ state: 'loaded', rejected: 0 })
}

const story = (page: Page) => page.locator('[role=img][tabindex="0"]')
const rows = (page: Page) => page.locator('section tbody tr')

async function told(search = '', reader: Reader = {}): Promise<Visit> {
  const opened = await visit(browser, `${site.address}/customers/${anja}${search}`, reader)
  onTestFinished(() => opened.context.close())
  await eventually(() => rows(opened.page).count()).toBeGreaterThan(0)
  return opened
}

describe('the page of a customer', () => {
  it.each<Reader>([
    { width: 1440, language: 'nl', scheme: 'light' },
    { width: 1440, language: 'en', scheme: 'dark' },
    { width: 1000, language: 'en', scheme: 'light' },
    { width: 390, height: 844, language: 'nl', scheme: 'dark' },
    { width: 390, height: 844, language: 'en', scheme: 'light' },
  ])('is there without a complaint, a barrier or a scroll sideways: %o', async reader => {
    const { page, complaints } = await told('', reader)
    expect(await page.locator('h1').textContent()).toMatch(/^[A-Z].+\.$/)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('tells her story in the order in which it happened', async () => {
    const { page } = await told()
    const what = await rows(page).locator('button').allTextContents()
    const steps = [
      'Zoekresultaat',
      'Blog over hardlopen',
      'Productpagina',
      'Advertentie',
      'Productpagina',
      'Winkelmand',
      'Chat met Alfredo, daarna video',
      'Bestelling 10448213',
      'Contact-NPS',
      'Bezorging',
      'Bestelling 10471960',
    ]
    let from = 0
    for (const step of steps) {
      const at = what.indexOf(step, from)
      expect(at, `${step} after ${what.slice(0, from).join(', ')}`).toBeGreaterThanOrEqual(from)
      from = at + 1
    }
  })

  it('draws every event of the list once, from left to right', async () => {
    const { page } = await told()
    const lefts = await story(page)
      .locator('[data-event]')
      .evaluateAll(marks =>
        marks.map(mark => [Number(mark.getAttribute('data-event')), mark.getBoundingClientRect().left] as const),
      )
    expect(lefts.map(([index]) => index)).toEqual(Array.from({ length: await rows(page).count() }, (_, index) => index))
    expect(lefts.map(([, left]) => left)).toEqual(lefts.map(([, left]) => left).toSorted((a, b) => a - b))
  })

  it('says who it is, and what both sides add up to', async () => {
    const { page } = await told()
    const beside = (await page.locator('aside').textContent()) ?? ''
    for (const part of ['Anja de Vries', 'Loopwijs', 'Beginnende loper', 'klant sinds']) expect(beside).toContain(part)
    expect(beside).toMatch(/Bestellingen\s*4/)
    expect(beside).toMatch(/Omzet\s*€\s464,70/)
    expect(beside).toMatch(/Contacten\s*3/)
    for (const id of ['C-48213', '10021', 'v-8f3c21']) expect(beside).toContain(id)
    expect(beside.match(/volgens de bron/g)).toHaveLength(2)
  })

  it('asks for the whole story in one request, beside who is asking', async () => {
    const opened = await visit(browser, 'about:blank')
    onTestFinished(() => opened.context.close())
    const asked: string[] = []
    opened.page.on('request', request => {
      if (new URL(request.url()).pathname === '/graphql') asked.push(request.postData() ?? '')
    })
    await opened.page.goto(`${site.address}/customers/${anja}`)
    await eventually(() => rows(opened.page).count()).toBeGreaterThan(0)
    expect(asked.filter(body => !body.includes('"operationName":"Me"'))).toHaveLength(1)
  })

  it('moves nothing when its story comes', async () => {
    const { page, context } = await visit(browser, 'about:blank')
    onTestFinished(() => context.close())
    const held = Promise.withResolvers<void>()
    await page.route('**/graphql', async route => {
      await held.promise
      await route.continue()
    })
    await page.goto(`${site.address}/customers/${anja}`)
    await eventually(() => page.locator('[aria-busy=true]').count()).toBe(1)
    const places = () =>
      page.locator('main nav, [class*=lede], [class*=columns], [class*=columns] > *').evaluateAll(parts =>
        parts.map(part => {
          const { left, top, width } = part.getBoundingClientRect()
          return JSON.stringify([left, top, width])
        }),
      )
    await page.evaluate(() => document.fonts.ready)
    const before = await places()
    held.resolve()
    await eventually(() => rows(page).count()).toBeGreaterThan(0)
    expect(await places()).toEqual(before)
  })
})

it('goes on paper: light, with the story on the first sheet', async () => {
  const { page } = await told('', { scheme: 'dark' })
  await page.emulateMedia({ media: 'print' })
  const scheme = () => page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'))
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
  expect(await scheme()).toBe('light')
  const box = await page
    .locator('section', { has: story(page) })
    .first()
    .boundingBox()
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(SHEET_HEIGHT_PX)
  expect(await story(page).locator('[data-event]').count()).toBe(await rows(page).count())
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  expect(await scheme()).toBe('dark')
})

describe('a customer of whom nothing is told yet', () => {
  it('has an empty story that says what comes next', async () => {
    await send('customers', [{ id: 'new', name: 'Newly Come' }])
    const id = await customerNamed('newly come')
    const { page, context, complaints } = await visit(browser, `${site.address}/customers/${id}`, { language: 'en' })
    onTestFinished(() => context.close())
    await eventually(() => textOf(page, 'h1')).toBe('Nothing is known of this customer yet.')
    expect(await page.locator('main').textContent()).toContain('pnpm\u00a0tweeluik\u00a0import')
    await story(page).focus()
    await page.keyboard.press('ArrowLeft')
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('the story', () => {
  it('is one stop for the keys, which walk it and open what they stand on', async () => {
    const { page } = await told()
    const said = () => textOf(page, '[role=status].unseen')
    await story(page).focus()
    await page.keyboard.press('Home')
    await eventually(said).toContain('Zoekresultaat')
    await page.keyboard.press('ArrowRight')
    await eventually(said).toContain('Blog over hardlopen')
    for (let press = 0; press < 5; press++) await page.keyboard.press('ArrowRight')
    await eventually(said).toContain('Chat met Alfredo, daarna video')
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await eventually(() => dialog.textContent()).toContain('Twijfelt tussen maat 39 en 40')
    expect(await dialog.locator('svg[role=img]').getAttribute('aria-label')).toMatch(/Chat 6:10, Video 11:25/)
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await eventually(() => dialog.count()).toBe(0)
    expect(await story(page).evaluate(stop => document.activeElement === stop)).toBe(true)
    await page.keyboard.press('ArrowRight')
    await eventually(said).toContain('Bestelling 10448213')
    await page.keyboard.press('Tab')
    expect(await story(page).evaluate(stop => stop.contains(document.activeElement))).toBe(false)
  })

  it('is told in words to who does not see it', async () => {
    const { page } = await told('', { language: 'en' })
    const name = await story(page).getAttribute('aria-label')
    expect(name).toContain(await textOf(page, 'h1'))
    expect(name).toContain('The list below tells the same')
  })

  it('scrolls on a phone, and opens at its end', async () => {
    const { page } = await told('', { width: 390, height: 844 })
    const [left, most] = await story(page).evaluate(stop => [stop.scrollLeft, stop.scrollWidth - stop.clientWidth])
    expect(most).toBeGreaterThan(0)
    expect(Math.abs((left ?? 0) - (most ?? 0))).toBeLessThanOrEqual(1)
    await story(page).focus()
    await page.keyboard.press('Home')
    await eventually(() => story(page).evaluate(stop => stop.scrollLeft)).toBe(0)
    await eventually(() => story(page).locator('[data-event="0"]').count()).toBe(1)
  })
})

describe('the list', () => {
  it('shows one side on request, and the address keeps it', async () => {
    const { page } = await told('', { language: 'en' })
    const all = await rows(page).count()
    await page.getByText('Service', { exact: true }).last().click()
    await eventually(() => rows(page).count()).toBe(3)
    expect(new URL(page.url()).search).toBe('?side=service')
    await page.reload()
    await eventually(() => rows(page).count()).toBe(3)
    expect(all).toBeGreaterThan(20)
  })

  it('opens a record by its row, and by its address', async () => {
    const { page } = await told()
    await rows(page).getByRole('button', { name: 'Bestelling 10448213' }).click()
    await eventually(() => page.getByRole('dialog').textContent()).toContain('149,95')
    await page.reload()
    await eventually(() => page.getByRole('dialog').textContent()).toContain('149,95')
  })
})

describe('a customer who is not there', () => {
  it('is said to be so, whatever the address holds', async () => {
    for (const id of ['nobody', 'Y3VzdG9tZXI6MDAwMDAwMDAtMDAwMC01MDAwLTgwMDAtMDAwMDAwMDAwMDAw']) {
      const opened = await visit(browser, `${site.address}/customers/${id}`, { language: 'en' })
      onTestFinished(() => opened.context.close())
      await eventually(() => textOf(opened.page, 'h1')).toBe('This customer is not here, or not for your role.')
      expect(await barriers(opened.page)).toEqual([])
    }
  })

  it('whose answer does not come is asked for again', async () => {
    const { page, context } = await visit(browser, 'about:blank', { language: 'en' })
    onTestFinished(() => context.close())
    await page.route('**/graphql', route => route.abort())
    await page.goto(`${site.address}/customers/${anja}`)
    await eventually(() => textOf(page, 'h1')).toBe('The story could not be fetched.')
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await eventually(() => rows(page).count()).toBeGreaterThan(0)
  })
})

describe('the customers', () => {
  /** More than come at once, in two segments. */
  const crowd = 260
  beforeAll(() =>
    send(
      'customers',
      Array.from({ length: crowd }, (_, index) => ({
        id: `crowd-${index}`,
        name: `Crowd ${String(index).padStart(3, '0')}`,
        segment: index % 2 === 0 ? 'even' : 'odd',
        acquiredAt: new Date(Date.parse('2019-01-01T12:00:00Z') + index * 86_400_000).toISOString(),
      })),
    ),
  )

  const inAll = async (page: Page) => Number((await textOf(page, 'h1')).replace(/\D/g, ''))
  const indexOfRow = (page: Page, name: string) =>
    rows(page).filter({ hasText: name }).first().getAttribute('aria-rowindex')

  async function listed(search = '', reader: Reader = {}): Promise<Visit> {
    const opened = await visit(browser, `${site.address}/customers?view=list${search}`, reader)
    onTestFinished(() => opened.context.close())
    await eventually(() => inAll(opened.page)).toBeGreaterThan(0)
    return opened
  }

  it.each<Reader>([{ width: 1440 }, { width: 390, height: 844, scheme: 'dark' }])(
    'are a list without a complaint, a barrier or a scroll sideways: %o',
    async reader => {
      const { page, complaints } = await listed('', reader)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      expect(await barriers(page)).toEqual([])
      expect(complaints).toEqual([])
    },
  )

  it('are found by how their name begins, and lead to their story', async () => {
    const { page } = await listed()
    await page.getByRole('searchbox').fill('anja de')
    await eventually(() => rows(page).count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('find')).toBe('anja de')
    await page.getByRole('link', { name: 'Anja de Vries' }).click()
    await eventually(() => textOf(page, 'h1')).toContain('bestellingen')
    expect(new URL(page.url()).pathname).toBe(`/customers/${anja}`)
  })

  it('are ordered, narrowed and shown by columns that the address keeps, and saved as many as there are', async () => {
    const { page, complaints } = await listed('', { language: 'en' })
    const everybody = await inAll(page)
    await page.getByRole('button', { name: 'Ordered' }).click()
    await page.getByRole('menuitemradio', { name: 'never yet' }).click()
    await eventually(() => inAll(page)).toBeLessThan(everybody)
    await page.getByRole('button', { name: 'Name', exact: true }).click()
    await eventually(() => rows(page).first().textContent()).toContain('Crowd 000')
    await page.getByRole('button', { name: 'Name', exact: true }).click()
    await eventually(() => indexOfRow(page, 'Crowd 259')).not.toBe(null)
    await page.getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'E-mail' }).click()
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('columnheader', { name: 'E-mail' }).count()).toBe(1)
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      view: 'list',
      ordered: 'never',
      sort: '-name',
      show: 'email,segment,country,contacts,lastOrder,since',
    })
    const [heads, narrowed] = [await page.getByRole('columnheader').allTextContents(), await inAll(page)]
    await page.reload()
    await eventually(() => rows(page).filter({ hasText: 'Crowd 259' }).count()).toBe(1)
    expect(await page.getByRole('columnheader').allTextContents()).toEqual(heads)
    expect(await inAll(page)).toBe(narrowed)

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ])
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n')
    expect(lines[0]).toBe('\uFEFFName,E-mail,Segment,Country,Contacts,Last order,Customer since')
    expect(lines).toHaveLength(narrowed + 1)
    expect(complaints).toEqual([])
  })

  it('are walked by keys from end to end, and found again where they were left', async () => {
    const { page } = await listed('&find=crowd', { language: 'en' })
    await eventually(() => inAll(page)).toBe(crowd)
    const grid = page.getByRole('grid')
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(crowd + 1))
    await grid.focus()
    await page.keyboard.press('End')
    await eventually(() => indexOfRow(page, 'Crowd 000')).toBe(String(crowd + 1))
    expect(await rows(page).count()).toBeLessThan(80)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('PageUp')
    await page.keyboard.press('PageDown')
    const scrolled = () => page.evaluate(() => window.scrollY)
    const left = await scrolled()
    expect(left).toBeGreaterThan(1_000)
    await page.keyboard.press('Enter')
    await eventually(() => page.title()).toContain('Crowd 001')
    await page.goBack()
    await eventually(() => rows(page).filter({ hasText: 'Crowd 001' }).count()).toBe(1)
    expect(await scrolled()).toBe(left)
    await grid.focus()
    await page.keyboard.press('Home')
    await eventually(() => indexOfRow(page, 'Crowd 259')).toBe('2')
  })

  it('stand behind a figure: its records lead to them', async () => {
    const { page, context } = await visit(browser, `${site.address}/?records=TRANSACTIONAL_NPS`, { language: 'en' })
    onTestFinished(() => context.close())
    await page.getByRole('dialog').locator('tbody a').first().click()
    await eventually(() => new URL(page.url()).pathname).toMatch(/^\/customers\/\w+/)
    await eventually(() => rows(page).count()).toBeGreaterThan(0)
  })
})

describe('a history longer than a page', () => {
  const visits = 450

  /** A visitor of whom more is known than comes at once. */
  async function regular(): Promise<string> {
    const start = Date.parse('2026-01-01T10:00:00Z')
    const records = Array.from({ length: visits }, (_, index) => ({
      id: `regular-${index}`,
      customer: 'regular',
      touchpoint: 'shop window',
      at: new Date(start + index * 3_600_000).toISOString(),
    }))
    const customer = { id: 'regular', name: 'Regular Visitor' }
    await send('customers', [customer])
    await send('interactions', records)
    return customerNamed('regular visitor')
  }

  it('comes by pages, and the drawing holds no more than what is in sight', async () => {
    const opened = await visit(browser, `${site.address}/customers/${await regular()}`, { language: 'en' })
    onTestFinished(() => opened.context.close())
    const { page } = opened
    const counted = page.locator('section header').last()
    await eventually(() => counted.textContent()).toContain('60 of 200 events')
    const marks = () => story(page).locator('[data-event]').count()
    const onScreen = await marks()
    expect(onScreen).toBeLessThan(120)
    const earlier = page.getByRole('button', { name: 'Load earlier' })
    await earlier.click()
    await eventually(() => counted.textContent()).toContain('60 of 400 events')
    await earlier.click()
    await eventually(() => counted.textContent()).toContain(`60 of ${visits} events`)
    expect(await earlier.count()).toBe(0)
    await eventually(marks).toBeLessThanOrEqual(onScreen + 20)
    await page.getByRole('button', { name: 'Show earlier' }).click()
    await eventually(() => rows(page).count()).toBe(120)
    await story(page).focus()
    await page.keyboard.press('Home')
    await eventually(() => story(page).locator('[data-event="0"]').count()).toBe(1)
  })
})
