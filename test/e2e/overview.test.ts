/// <reference lib="dom" />
import { gzipSync } from 'node:zlib'
import type { Browser, Page, Response } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
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

/** The Overview as one reader sees it, its lines drawn. */
async function overview(search = '', reader: Reader = {}): Promise<Visit> {
  const opened = await visit(browser, `${site.address}/${search}`, reader)
  onTestFinished(() => opened.context.close())
  await drawn(opened.page)
  return opened
}

const charts = (page: Page) => page.locator('article [role=img][tabindex="0"]')

async function drawn(page: Page): Promise<void> {
  await eventually(() => charts(page).locator('svg[role=presentation]').count()).toBe(8)
}

describe('the Overview', () => {
  it.each<Reader>([
    { width: 1440, language: 'nl', scheme: 'light' },
    { width: 1440, language: 'en', scheme: 'dark' },
    { width: 390, height: 844, language: 'nl', scheme: 'dark' },
    { width: 390, height: 844, language: 'en', scheme: 'light' },
    { width: 1280, language: 'en', scheme: 'light' },
    { width: 1000, language: 'nl', scheme: 'light' },
    { width: 2560, height: 1300, language: 'nl', scheme: 'light' },
  ])('shows eight cards without a complaint, a barrier or a scroll sideways: %o', async reader => {
    const { page, complaints } = await overview('', reader)
    expect(await page.locator('article').count()).toBe(8)
    expect(await page.locator('h1').textContent()).toMatch(/^[^a-z].+\.$/)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(reader.language)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    expect(complaints).toEqual([])
  })

  it('fits all four pairs in a window of 900 px', async () => {
    const { page } = await overview()
    const last = await page.locator('article').last().boundingBox()
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(895)
  })

  it('turns the mirror on a phone: nothing is cut off, one scale of money runs left and right, T shows all', async () => {
    const { page, context, complaints } = await visit(browser, `${site.address}/?grain=month`, {
      width: 320,
      language: 'en',
    })
    onTestFinished(() => context.close())
    const mirror = page.getByRole('region', { name: 'The mirror' })
    await mirror.getByRole('columnheader', { name: 'Service cost' }).waitFor()
    const cells = await mirror
      .locator('tbody tr')
      .evaluateAll(rows =>
        rows.map(row =>
          [...row.querySelectorAll('button, th b, th span')].map(part => part.getBoundingClientRect().toJSON()),
        ),
      )
    expect(cells.length).toBeGreaterThan(2)
    for (const { left, right } of cells.flat()) {
      expect(left).toBeGreaterThanOrEqual(0)
      expect(right).toBeLessThanOrEqual(320)
    }
    const perPx = await mirror.locator('tbody td').evaluateAll(sides =>
      sides.flatMap(side => {
        const long = [...side.querySelectorAll('i')].reduce((sum, bar) => sum + bar.getBoundingClientRect().width, 0)
        const [, amount = '0', thousands] = /€([\d.,]+)(k?)/.exec(side.textContent ?? '') ?? []
        const money = Number(amount.replace(',', '')) * (thousands ? 1000 : 1)
        return long > 20 ? [money / long] : []
      }),
    )
    expect(perPx.length).toBeGreaterThan(1)
    expect(Math.max(...perPx) / Math.min(...perPx)).toBeLessThan(1.1)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    expect(await barriers(page)).toEqual([])
    await mirror.getByRole('button', { name: 'Service cost' }).press('t')
    await mirror.getByRole('columnheader', { name: 'Beyond the design' }).waitFor()
    expect(complaints).toEqual([])
  })

  it('opens four more pairs in place, while the first four stand, and keeps them in the address', async () => {
    const { page } = await overview('?grain=month', { language: 'en' })
    await page.getByRole('rowheader', { name: 'Retained margin' }).waitFor()
    const asked: string[] = []
    const held = Promise.withResolvers<void>()
    await page.route('**/graphql', async route => {
      asked.push(route.request().postDataJSON().operationName)
      await held.promise
      await route.continue()
    })
    await page.getByRole('button', { name: 'Show four more pairs' }).click()
    await eventually(() => page.locator('article').count()).toBe(16)
    expect(await page.locator('article[aria-busy=true]').count()).toBe(8)
    expect(await page.locator('h1').textContent()).toMatch(/\.$/)
    expect(await page.getByRole('rowheader', { name: 'Retained margin' }).count()).toBe(1)
    held.resolve()
    await eventually(() => page.locator('article[aria-busy=true]').count()).toBe(0)
    expect(asked).toEqual(['MorePairs'])
    expect(await page.locator('article').nth(12).textContent()).toContain('Customer lifetime value')
    expect(await barriers(page)).toEqual([])
    await page.reload()
    await eventually(() => page.locator('article').count()).toBe(16)
    await page.getByRole('button', { name: 'Show four pairs fewer' }).click()
    await eventually(() => page.locator('article').count()).toBe(8)
  })

  it('asks for all its figures in one request', async () => {
    const opened = await visit(browser, 'about:blank')
    onTestFinished(() => opened.context.close())
    const asked: string[] = []
    opened.page.on('request', request => {
      if (new URL(request.url()).pathname === '/graphql') asked.push(request.postData() ?? '')
    })
    await opened.page.goto(`${site.address}/?grain=month`)
    await drawn(opened.page)
    expect(asked).toHaveLength(1)
    expect(asked[0]).toContain('"operationName":"Overview"')
  })

  it('moves nothing when its figures come', async () => {
    const opened = await visit(browser, 'about:blank')
    onTestFinished(() => opened.context.close())
    const { page } = opened
    const held = Promise.withResolvers<void>()
    await page.route('**/graphql', async route => {
      await held.promise
      await route.continue()
    })
    await page.goto(`${site.address}/?grain=month`)
    const places = () =>
      page.locator('article').evaluateAll(cards => cards.map(card => JSON.stringify(card.getBoundingClientRect())))
    await eventually(() => page.locator('article[aria-busy=true]').count()).toBe(8)
    const before = await places()
    held.resolve()
    await drawn(page)
    expect(await places()).toEqual(before)
  })

  it('weighs less than 320 kB of script before its charts and 430 kB with them, as gzip', async () => {
    const { page, context } = await visit(browser, 'about:blank')
    onTestFinished(() => context.close())
    const scripts = new Map<string, Promise<number>>()
    const weigh = (response: Response) => {
      if (!response.url().endsWith('.js')) return
      const bytes = response.body().then(body => gzipSync(body).length)
      scripts.set(response.url(), bytes)
    }
    page.on('response', weigh)
    await page.goto(site.address)
    await drawn(page)
    page.off('response', weigh)
    const weights = await Promise.all([...scripts].map(async ([url, bytes]) => ({ url, bytes: await bytes })))
    const sum = (some: typeof weights) => some.reduce((total, { bytes }) => total + bytes, 0)
    const beforeCharts = weights.filter(({ url }) => !/\/(LineChart|nivo-)/.test(url))
    expect(beforeCharts.length).toBeLessThan(weights.length)
    expect(sum(beforeCharts)).toBeLessThan(320_000)
    expect(sum(weights)).toBeLessThan(430_000)
  })

  it('asks by hash, and sends whole documents to a server of another build once that has said so', async () => {
    for (const isOtherBuild of [false, true]) {
      const { page, context } = await visit(browser, 'about:blank')
      onTestFinished(() => context.close())
      const sentWhole: boolean[] = []
      await page.route('**/graphql', route => {
        const body = route.request().postDataJSON()
        sentWhole.push('query' in body)
        if (isOtherBuild && body.extensions?.persistedQuery)
          body.extensions.persistedQuery.sha256Hash = 'of another build'
        return route.continue({ postData: JSON.stringify(body) })
      })
      await page.goto(site.address)
      await drawn(page)
      expect(sentWhole[0]).toBe(false)
      expect(sentWhole.at(-1)).toBe(isOtherBuild)
    }
  })
})

describe('the crosshair', () => {
  it('stands on the same bucket on both leaves', async () => {
    const { page } = await overview('?grain=month')
    const box = await charts(page).first().boundingBox()
    if (!box) throw new Error('The first chart has no place')
    await page.mouse.move(box.x + box.width * 0.6, box.y + 60)
    const flags = page.locator('[class*=flag]:visible')
    await eventually(() => flags.count()).toBe(2)
    const dates = await flags.allTextContents()
    expect(new Set(dates).size).toBe(1)
    await page.mouse.move(5, 5)
    await eventually(() => flags.count()).toBe(0)
  })

  it('is walked by keys, and said aloud', async () => {
    const { page } = await overview('?grain=month')
    const flag = page.locator('[class*=flag]').first()
    await charts(page).first().focus()
    await page.keyboard.press('End')
    const last = await flag.textContent()
    await page.keyboard.press('ArrowLeft')
    expect(await flag.textContent()).not.toBe(last)
    expect(await textOf(page, '[role=status].unseen')).toContain((await flag.textContent()) ?? 'no date')
    await page.keyboard.press('ArrowRight')
    expect(await flag.textContent()).toBe(last)
    await page.keyboard.press('Escape')
    await eventually(() => flag.isVisible()).toBe(false)
  })
})

describe('the keyboard', () => {
  it('reaches figures, then the chart, the hinge and the other side, and a chart is one stop', async () => {
    const { page } = await overview()
    await page.locator('article h3 button').first().focus()
    const where = () =>
      page.evaluate(() => {
        const card = document.activeElement?.closest('article')
        return `${[...document.querySelectorAll('article')].indexOf(card as HTMLElement)} ${document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName}`
      })
    const stops = [await where()]
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('Tab')
      stops.push(await where())
    }
    expect(stops).toEqual(['0 BUTTON', '0 BUTTON', '0 img', '-1 A', '1 BUTTON', '1 BUTTON', '1 img'])
  })

  it('follows a hinge to its pair in Explore, and a chart to its metric, on the same days and filters', async () => {
    const { page, complaints } = await overview('?period=last-year&grain=month&country=NL', { language: 'en' })
    await page.getByRole('link', { name: 'Explore: relational NPS, contact NPS' }).press('Enter')
    await eventually(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      '/explore?period=last-year&grain=month&country=NL&metrics=RELATIONAL_NPS,TRANSACTIONAL_NPS',
    )
    await page.goBack()
    await drawn(page)
    await page.locator('article', { hasText: 'Revenue per customer' }).locator('[role=img][tabindex="0"]').press('e')
    await eventually(() => new URL(page.url()).search).toBe(
      '?period=last-year&grain=month&country=NL&metrics=REVENUE_PER_CUSTOMER&params=per%3AMONTH',
    )
    await eventually(() => textOf(page, 'h1')).toContain('Revenue per customer')
    expect(complaints).toEqual([])
  })

  it('turns a chart into its table in the same place, and back', async () => {
    const { page } = await overview('?grain=month')
    const card = page.locator('article').first()
    const size = await card.boundingBox()
    await charts(page).first().focus()
    await page.keyboard.press('t')
    const table = card.locator('[role=region] table')
    await eventually(() => table.locator('tbody tr').count()).toBeGreaterThan(10)
    expect(await card.boundingBox()).toEqual(size)
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('t')
    await eventually(() => table.count()).toBe(0)
  })

  it('opens the definition with D and the records with Enter, and leads back', async () => {
    const { page } = await overview('?grain=month')
    const dialog = page.getByRole('dialog')
    await charts(page).nth(1).focus()
    await page.keyboard.press('d')
    await eventually(() => dialog.isVisible()).toBe(true)
    await eventually(() => dialog.textContent()).toContain('TRANSACTIONAL_NPS')
    expect(page.url()).toContain('definition=TRANSACTIONAL_NPS')
    expect(await barriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await eventually(() => dialog.count()).toBe(0)
    await charts(page).nth(1).focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await eventually(() => dialog.locator('tbody tr').count()).toBeGreaterThan(0)
    expect(page.url()).toMatch(/records=TRANSACTIONAL_NPS&at=\d{4}-\d{2}-\d{2}/)
    expect(await barriers(page)).toEqual([])
  })

  it('lists its keys', async () => {
    const { page } = await overview()
    await page.keyboard.press('?')
    await eventually(() => page.getByRole('dialog').textContent()).toContain('Home')
    await page.keyboard.press('Escape')
    await eventually(() => page.getByRole('dialog').count()).toBe(0)
  })
})

describe('the address', () => {
  it('carries what differs from the usual view, and brings it back', async () => {
    const { page } = await overview()
    expect(new URL(page.url()).search).toBe('')
    await page.getByRole('button', { name: /Laatste 12 maanden/ }).click()
    await page.getByRole('button', { name: /Vorig jaar/ }).click()
    await eventually(() => new URL(page.url()).search).toBe('?period=last-year')
    await page.getByRole('button', { name: /^Stap/ }).click()
    await page.getByRole('menuitemradio', { name: 'Per kwartaal' }).click()
    await eventually(() => new URL(page.url()).search).toBe('?period=last-year&grain=quarter')
    await page.reload()
    await drawn(page)
    expect(await textOf(page, 'fieldset')).toContain('Vorig jaar')
    expect(await textOf(page, 'fieldset')).toContain('Per kwartaal')
    await page.goBack()
    await eventually(() => new URL(page.url()).search).toBe('?period=last-year')
  })

  it('takes two days chosen on the calendar', async () => {
    const { page, complaints } = await overview()
    await page.getByRole('button', { name: /Laatste 12 maanden/ }).click()
    await page.getByRole('button', { name: 'Zelf kiezen' }).click()
    const days = page.locator('.mantine-DatePicker-day:not([data-outside]):not([data-disabled])')
    await days.first().waitFor()
    expect(await barriers(page)).toEqual([])
    await days.first().click()
    await days.first().click()
    await eventually(() => new URL(page.url()).search).toMatch(/^\?from=(\d{4}-\d{2}-01)&to=\1$/)
    expect(complaints).toEqual([])
  })

  it('filters what is known by the filter, says which figures are not, and takes it along to other pages', async () => {
    const { page, context, complaints } = await visit(browser, `${site.address}/?grain=month&channel=chat&pairs=all`, {
      language: 'en',
    })
    onTestFinished(() => context.close())
    const cards = page.locator('article')
    await eventually(() => cards.filter({ hasText: 'Active customers' }).textContent()).toContain('not by channel')
    expect(await cards.filter({ hasText: 'Handling time' }).textContent()).not.toContain('not by channel')
    await eventually(() => page.getByRole('button', { name: /^Channel/ }).textContent()).toContain('Chat')
    await page.getByRole('link', { name: 'Service', exact: true }).click()
    await eventually(() => new URL(page.url()).pathname + new URL(page.url()).search).toBe(
      '/service?grain=month&channel=chat',
    )
    await page.getByRole('button', { name: 'No longer filter on Channel' }).click()
    await eventually(() => new URL(page.url()).search).toBe('?grain=month')
    expect(complaints).toEqual([])
  })

  it('falls back where it cannot be read, and says so', async () => {
    const { page } = await overview('?grain=fortnight&against=previous', { language: 'en' })
    expect(await textOf(page, 'p[role=status]')).toContain('grain')
    expect(await textOf(page, 'fieldset')).toContain('period before')
  })
})

describe('a reader', () => {
  it('changes language and colours, and finds them so again', async () => {
    const { page } = await overview('', { language: 'en', scheme: 'light' })
    expect(await textOf(page, 'h2')).toBe('Experience')
    await page.getByRole('button', { name: 'Nederlands' }).click()
    await eventually(() => textOf(page, 'h2')).toBe('Ervaring')
    const scheme = () => page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'))
    expect(await scheme()).toBe('light')
    await page.getByRole('button', { name: /^Kleuren/ }).click()
    await page.getByRole('button', { name: /^Kleuren/ }).click()
    await eventually(scheme).toBe('dark')
    await page.reload()
    await drawn(page)
    expect(await textOf(page, 'h2')).toBe('Ervaring')
    expect(await scheme()).toBe('dark')
  })

  it('keeps the last figures when the server goes away, and is told that they are old', async () => {
    const { page, context } = await visit(browser, 'about:blank', { language: 'en' })
    onTestFinished(() => context.close())
    await page.clock.install()
    await page.goto(`${site.address}/?grain=month`)
    await drawn(page)
    const value = await textOf(page, '[class*=value]')
    await context.setOffline(true)
    await page.clock.runFor(31_000)
    await eventually(() => textOf(page, 'article')).toContain('server unreachable')
    expect(await textOf(page, '[class*=value]')).toBe(value)
    await context.setOffline(false)
    await page.clock.runFor(11_000)
    await eventually(() => textOf(page, 'article')).not.toContain('server unreachable')
  })

  it('who gets no answer at all is told so once, with a way to try again', async () => {
    const opened = await visit(browser, 'about:blank', { language: 'en' })
    onTestFinished(() => opened.context.close())
    const { page } = opened
    await page.route('**/graphql', route => route.abort())
    await page.goto(site.address)
    await eventually(() => textOf(page, 'h1')).toBe('The figures could not be fetched.')
    expect(await barriers(page)).toEqual([])
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).click()
    await drawn(page)
  })

  it('gets paper: light, in outlined leaves, the pairs on one sheet and the mirror on the next', async () => {
    const { page } = await overview('', { scheme: 'dark' })
    await page.getByRole('rowheader', { name: /^Behouden marge/ }).waitFor()
    const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true })
    expect([...paper.toString('latin1').matchAll(/\/Type\s*\/Page[^s]/g)]).toHaveLength(2)
  })
})

describe('GraphiQL', () => {
  it('starts from our own server alone', async () => {
    const opened = await visit(browser, 'about:blank')
    onTestFinished(() => opened.context.close())
    const { page, complaints } = opened
    const strangers: string[] = []
    page.on('request', request => {
      if (!request.url().startsWith(site.address) && !request.url().startsWith('blob:')) strangers.push(request.url())
    })
    await page.goto(`${site.address}/graphiql.html`)
    await page.locator('.graphiql-query-editor .view-line').first().waitFor({ timeout: 30_000 })
    expect(strangers).toEqual([])
    expect(complaints).toEqual([])
  })
})

describe('figures that change', () => {
  it('show without a reload, and nothing moves', async () => {
    const { page, complaints } = await overview()
    const places = () => Promise.all([...Array(8).keys()].map(at => page.locator('article').nth(at).boundingBox()))
    const [before, figures] = [await places(), await page.locator('article').allTextContents()]
    const now = Date.now()
    const contacts = Array.from({ length: 400 }, (_, at) => ({
      id: `long-${at}`,
      channel: 'phone',
      openedAt: new Date(now - 3_600_000 - at).toISOString(),
      answeredAt: new Date(now - 3_600_000).toISOString(),
      closedAt: new Date(now - 1_000).toISOString(),
      talkSeconds: 3_000,
      outcome: 'resolved',
    }))
    const stream = page.waitForRequest(request => request.url().endsWith('/graphql/stream'), { timeout: 20_000 })
    await page.reload()
    await drawn(page)
    await stream
    const answer = await fetch(`${site.address}/ingest/contacts?source=live`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', prefer: 'wait=60' },
      body: JSON.stringify(contacts),
    })
    expect(await answer.json()).toMatchObject({ state: 'loaded', created: 400 })
    await eventually(() => page.locator('article').allTextContents()).not.toEqual(figures)
    expect(await places()).toEqual(before)
    expect(complaints).toEqual([])
  })
})
