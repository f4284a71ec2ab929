/// <reference lib="dom" />
import { gzipSync } from 'node:zlib'
import type { Browser, Response } from 'playwright-core'
import { LONG_TASK_MS, longTasks, overviewDrawn, withPage } from './page.ts'

/** What draws a line is loaded when there is a line to draw. */
const OF_CHARTS = /\/(LineChart|nivo-)/
/** So long after the lines are there nothing more of the first load comes. */
const QUIET_MS = 2_000

export interface FirstLoad {
  scriptBytesBeforeCharts: number
  scriptBytes: number
  questions: number
  largestPaintMs: number
  blockingMs: number
  /** Without unit: the share of the window that moved, times how far. */
  layoutShift: number
}

/** The Overview by a browser that was never there. Bytes are as gzip. */
export function measureFirstLoad(browser: Browser, address: string): Promise<FirstLoad> {
  return withPage(browser, async page => {
    const scripts = new Map<string, Promise<number>>()
    let questions = 0
    const weigh = (response: Response) => {
      const { pathname } = new URL(response.url())
      if (pathname === '/graphql') questions += 1
      if (pathname.endsWith('.js')) {
        const bytes = response.body().then(body => gzipSync(body).length)
        scripts.set(pathname, bytes)
      }
    }
    page.on('response', weigh)
    await page.goto(address)
    await overviewDrawn(page)
    await page.waitForTimeout(QUIET_MS)
    page.off('response', weigh)
    const weights = await Promise.all([...scripts].map(async ([path, bytes]) => ({ path, bytes: await bytes })))
    const sum = (some: typeof weights) => some.reduce((total, { bytes }) => total + bytes, 0)
    const painted = await page.evaluate(paints)
    const tasks = await longTasks(page)
    return {
      scriptBytesBeforeCharts: sum(weights.filter(({ path }) => !OF_CHARTS.test(path))),
      scriptBytes: sum(weights),
      questions,
      largestPaintMs: painted.largestMs,
      blockingMs: tasks
        .filter(({ startMs }) => startMs > painted.firstMs)
        .reduce((total, { durationMs }) => total + Math.max(0, durationMs - LONG_TASK_MS), 0),
      layoutShift: painted.shift,
    }
  })
}

/** Runs in the page. */
async function paints() {
  const entriesOf = (type: string) =>
    new Promise<PerformanceEntry[]>(resolve => {
      new PerformanceObserver(list => resolve(list.getEntries())).observe({ type, buffered: true })
      setTimeout(() => resolve([]), 500)
    })
  const shifts = (await entriesOf('layout-shift')) as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]
  const largest = await entriesOf('largest-contentful-paint')
  return {
    firstMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    largestMs: largest.at(-1)?.startTime ?? Number.NaN,
    shift: shifts.filter(({ hadRecentInput }) => !hadRecentInput).reduce((total, { value }) => total + value, 0),
  }
}
