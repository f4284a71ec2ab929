import { launchBrowser } from '../support/chromium.ts'
import { type Bench, median, type Result } from './bench.ts'
import { type FirstLoad, measureFirstLoad } from './web/first-load.ts'
import { withCompany } from './web/ground.ts'
import { measureCrosshair, measureFilter, measureScroll } from './web/handling.ts'
import { measureLighthouse } from './web/lighthouse.ts'

const LOADS = 5
const CHOICES = 20
const CUSTOMERS = 20_000
const LISTED_CUSTOMERS = 100_000

/** The dashboards in a headless Chromium, against what they are held to. */
const bench: Bench = {
  about: 'the dashboards in a browser: first load, filter, crosshair, a long list, and what Lighthouse thinks of them',
  async run(tell) {
    await using browser = await launchBrowser()
    const company = { customers: CUSTOMERS, contactsOnly: false }
    const figures = await withCompany(company, tell, async address => {
      const loads: FirstLoad[] = []
      // The first visit to a server that has just started is nobody's usual one.
      await measureFirstLoad(browser, address)
      while (loads.length < LOADS) loads.push(await measureFirstLoad(browser, address))
      const ofLoads = (name: string, key: keyof FirstLoad, mark: number, unit: string, scale = 1) =>
        atMost(`first load: ${name}`, median(loads.map(load => load[key] * scale)), mark, unit, LOADS)
      tell('the first load is measured; choosing filters')
      const choices = await measureFilter(browser, address, CHOICES)
      const frames = await measureCrosshair(browser, address)
      tell('asking Lighthouse')
      const scores = await measureLighthouse(address, tell)
      return [
        ofLoads('JavaScript before charts, as gzip', 'scriptBytesBeforeCharts', 320, 'kB', 1 / 1_000),
        ofLoads('JavaScript with charts, as gzip', 'scriptBytes', 430, 'kB', 1 / 1_000),
        ofLoads('largest contentful paint', 'largestPaintMs', 1_200, 'ms'),
        ofLoads('total blocking time', 'blockingMs', 200, 'ms'),
        ofLoads('layout shift', 'layoutShift', 0.05, 'of the window'),
        ofLoads('questions', 'questions', 2, 'requests'),
        atMost('another filter to its figures', median(choices), 150, 'ms', CHOICES),
        atLeast('the crosshair', frames, 60, 'frames a second'),
        atLeast('Lighthouse: performance', scores.performance, 90, 'of 100'),
        atLeast('Lighthouse: accessibility', scores.accessibility, 100, 'of 100'),
        atLeast('Lighthouse: best practices', scores['best-practices'], 95, 'of 100'),
      ]
    })
    const many = { customers: LISTED_CUSTOMERS, contactsOnly: true }
    const longestMs = await withCompany(many, tell, address => measureScroll(browser, address))
    return [...figures, atMost(`longest task in a list of ${LISTED_CUSTOMERS}`, longestMs, 100, 'ms', 1)]
  },
}

export default bench

const against = (name: string, ours: number, theirs: number, unit: string, n: number, ratio: number): Result => ({
  name: `web: ${name}`,
  ours,
  theirs,
  peer: 'the mark',
  unit,
  ratio,
  n,
})

/** Nothing at all counts as one of its unit: no ratio is endless. */
const atMost = (name: string, ours: number, mark: number, unit: string, n: number) =>
  against(name, ours, mark, unit, n, mark / (ours || 1))

const atLeast = (name: string, ours: number, mark: number, unit: string) =>
  against(name, ours, mark, unit, 1, ours / mark)
