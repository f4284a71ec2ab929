/// <reference lib="dom" />
import type { Browser } from 'playwright-core'
import { LONG_TASK_MS, longTasks, overviewDrawn, withPage } from './page.ts'

const CROSSHAIR_SECONDS = 3
/** So long somebody looks at figures before choosing on. */
const LOOK_MS = 1_500
const SCROLL_STEPS = 150
const SCROLL_PX = 2_000

/** Each time, in ms, from a choice in the filter bar to the first frame with the figures for it. */
export function measureFilter(browser: Browser, address: string, times: number): Promise<number[]> {
  return withPage(browser, async page => {
    await page.goto(address)
    await overviewDrawn(page)
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Topic' }).click()
    await page.getByRole('checkbox').nth(4).waitFor()
    const tookMs: number[] = []
    for (let round = 1; round <= times; round++) {
      await page.waitForTimeout(LOOK_MS)
      // The bit that a Gray code turns: no set of choices comes twice, so that none is answered from memory.
      const turned = Math.log2(round & -round)
      tookMs.push(await page.evaluate(chooseAndWait, turned))
    }
    return tookMs
  })
}

/** Runs in the page. Cards are busy while their figures are asked for. */
async function chooseAndWait(index: number): Promise<number> {
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve))
  const isBusy = () => document.querySelector('article[aria-busy=true]') !== null
  const box = document.querySelectorAll<HTMLInputElement>('input[type=checkbox]')[index]
  if (!box) throw new Error(`There is no choice ${index}`)
  const start = performance.now()
  box.click()
  while (!isBusy()) await frame()
  while (isBusy()) await frame()
  return performance.now() - start
}

/** Frames a second while a mouse runs along a chart of the Overview. */
export function measureCrosshair(browser: Browser, address: string): Promise<number> {
  return withPage(browser, async page => {
    await page.goto(address)
    await overviewDrawn(page)
    const box = await page.locator('article [role=img][tabindex="0"]').first().boundingBox()
    if (!box) throw new Error('The first chart has no place')
    await page.mouse.move(box.x + 1, box.y + 60)
    let isCounting = true
    const counted = page.evaluate(countFrames, CROSSHAIR_SECONDS * 1_000).finally(() => {
      isCounting = false
    })
    for (let step = 0; isCounting; step++) {
      await page.mouse.move(box.x + ((step * 3) % box.width), box.y + 60)
    }
    return await counted
  })
}

/** Runs in the page. Whole frames a second, between the first one and the last. */
async function countFrames(ms: number): Promise<number> {
  const frame = () => new Promise<number>(resolve => requestAnimationFrame(resolve))
  const first = await frame()
  let last = first
  let frames = 0
  while (last - first < ms) {
    last = await frame()
    frames += 1
  }
  return Math.round((frames * 1_000) / (last - first))
}

/** The longest task, in ms, while the list of customers is scrolled through; 50: none was longer. */
export function measureScroll(browser: Browser, address: string): Promise<number> {
  return withPage(browser, async page => {
    await page.goto(`${address}/customers?view=list`)
    await page.locator('main a[href*="/customers/"]').first().waitFor()
    await page.locator('main a[href*="/customers/"]').first().hover()
    const start = await page.evaluate(() => performance.now())
    for (let step = 0; step < SCROLL_STEPS; step++) {
      await page.mouse.wheel(0, SCROLL_PX)
      await page.evaluate(() => new Promise(resolve => requestAnimationFrame(resolve)))
    }
    const tasks = await longTasks(page)
    return Math.max(
      LONG_TASK_MS,
      ...tasks.filter(({ startMs }) => startMs >= start).map(({ durationMs }) => durationMs),
    )
  })
}
