import { addDays, type Day, earlierDay } from '@tweeluik/schema'

const WINDOW_DAYS = 7

/** The 24 whole months before this one. */
export function lastTwoYears(today: Day) {
  const to: Day = `${today.slice(0, 7)}-01`
  const from: Day = `${Number(to.slice(0, 4)) - 2}${to.slice(4)}`
  return { from, to, ripeTo: earlierDay(to, addDays(today, -WINDOW_DAYS)) }
}

export const today = (): Day => new Date().toISOString().slice(0, 10)
