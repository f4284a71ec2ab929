import type { Calendar } from './calendar.ts'
import { Random } from './random.ts'

const YEARLY_GROWTH = 0.17

/** Orders per day of a month against the year's mean: running begins in spring, field sports and school in September. */
const monthWeights = [1.06, 0.94, 1.12, 1.16, 1.08, 0.96, 0.82, 0.88, 1.1, 0.98, 0.95, 0.9]

/** People order in the evening and on Sunday. */
const orderWeekdays = [1.06, 1.0, 0.98, 0.97, 0.92, 0.92, 1.15]
export const orderHours = [3, 1, 1, 0, 0, 1, 3, 8, 14, 20, 24, 24, 23, 22, 22, 23, 24, 24, 27, 36, 44, 42, 28, 11]

/** Shop and contact centre as they breathe through week, season and growth. */
export interface Seasons {
  /** New customers per day, in proportion. */
  acquisition: Float64Array
  /** How much people buy on a day, without growth. */
  demand: Float64Array
  /** How full parcels, stock and phone lines are: 1 on a common day, up to about 2 around Black Friday and Sinterklaas. */
  pressure: Float64Array
}

export function companySeasons(calendar: Calendar, seed: number): Seasons {
  const demand = new Float64Array(calendar.days)
  const acquisition = new Float64Array(calendar.days)
  const pressure = new Float64Array(calendar.days)
  const weather = new Random(seed, -1, 0)
  let mood = 0
  for (let day = 0; day < calendar.days; day++) {
    if (calendar.weekday(day) === 1 || day === 0) mood = 0.6 * mood + 0.045 * weather.normal()
    const feast = feasts(calendar, day)
    const season = monthWeight(calendar, day) * feast
    demand[day] = season * (orderWeekdays[calendar.weekday(day) - 1] ?? 1) * Math.exp(mood)
    acquisition[day] = (demand[day] ?? 0) * (1 + YEARLY_GROWTH) ** (day / 365)
    pressure[day] = 1 + 0.75 * Math.max(0, feast - 1)
  }
  return { acquisition, demand, pressure: trailingMean(pressure, 6) }
}

/** Monday to the Monday after Black Friday. */
const blackWeek = [1.35, 1.35, 1.45, 1.7, 2.7, 2.1, 2.0, 1.8]

/** The day of November after the fourth Thursday. */
function blackFriday(year: number): number {
  const firstWeekday = new Date(Date.UTC(year, 10, 1)).getUTCDay()
  return 1 + ((4 - firstWeekday + 7) % 7) + 21 + 1
}

/** Slides from the middle of one month to the middle of the next, so that no series jumps on the first. */
function monthWeight(calendar: Calendar, day: number): number {
  const month = calendar.month(day) - 1
  const offset = (calendar.dayOfMonth(day) - 15) / 30
  const neighbour = monthWeights[(month + (offset < 0 ? 11 : 1)) % 12] ?? 1
  return (monthWeights[month] ?? 1) * (1 - Math.abs(offset)) + neighbour * Math.abs(offset)
}

/** Black Friday week, Sinterklaas (5 December), Christmas and the January sale multiply a day's orders. */
function feasts(calendar: Calendar, day: number): number {
  const since = (monthAndDay: string) => day - calendar.dayOf(`${calendar.year(day)}-${monthAndDay}`)
  const fromBlackFriday = since(`11-${blackFriday(calendar.year(day))}`)
  if (fromBlackFriday >= -4 && fromBlackFriday <= 3) return blackWeek[fromBlackFriday + 4] ?? 1
  const fromSinterklaas = since('12-05')
  if (fromSinterklaas >= -18 && fromSinterklaas <= -1) return 1.25 + 0.25 * (1 + fromSinterklaas / 18)
  const fromChristmas = since('12-25')
  if (fromChristmas >= -16 && fromChristmas <= -3) return 1.2
  if (fromChristmas >= -1 && fromChristmas <= 1) return 0.55
  const fromNewYear = since('01-01')
  if (fromNewYear >= 1 && fromNewYear <= 20) return 1.22 - 0.01 * fromNewYear
  return 1
}

/** Parcels and questions follow the orders of the days before. */
function trailingMean(values: Float64Array, days: number): Float64Array {
  return values.map((_, at) => {
    const recent = values.subarray(Math.max(0, at - days), at + 1)
    return recent.reduce((sum, value) => sum + value, 0) / recent.length
  })
}

/** Draws days in proportion to a series; made once, since it is asked for every customer. */
export function dayPicker(weights: Float64Array): (random: Random) => number {
  let total = 0
  const cumulative = weights.map(weight => {
    total += weight
    return total
  })
  return random => {
    const target = random.uniform() * total
    let low = 0
    let high = cumulative.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulative[middle] ?? 0) > target) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** A moment of a day, by the weight of each hour. */
export function momentOf(day: number, hours: readonly number[], calendar: Calendar, random: Random): number {
  const hour = random.index(hours)
  return calendar.startMs(day) + (hour * 3600 + random.whole(0, 3599)) * 1000
}
