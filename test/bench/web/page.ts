/// <reference lib="dom" />
import type { Browser, Page } from 'playwright-core'

/** A laptop's window on its first visit: nothing is cached. */
export async function withPage<T>(browser: Browser, measure: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  try {
    return await measure(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Ends when the Overview shows its figures and the lines of all eight cards. */
export async function overviewDrawn(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelectorAll('article [role=img][tabindex="0"] svg[role=presentation]').length === 8,
  )
}

export interface Timed {
  startMs: number
  durationMs: number
}

/** Browsers call no shorter task long, and tell of none. */
export const LONG_TASK_MS = 50

/** Long tasks that the page's thread has done so far. */
export function longTasks(page: Page): Promise<Timed[]> {
  return page.evaluate(
    () =>
      new Promise<Timed[]>(resolve => {
        const observer = new PerformanceObserver(list =>
          resolve(list.getEntries().map(({ startTime, duration }) => ({ startMs: startTime, durationMs: duration }))),
        )
        observer.observe({ type: 'longtask', buffered: true })
        setTimeout(() => resolve([]), 500)
      }),
  )
}
