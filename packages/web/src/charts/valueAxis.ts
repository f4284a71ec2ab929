import type { Unit } from '../format/figures.ts'

/** The vertical extent of a plot, its three hairlines and the step between them. */
export type ValueAxis = { min: number; max: number; ticks: number[]; step: number }

const decimalSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8]
const secondSteps = [
  1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300, 450, 600, 900, 1200, 1800, 2700, 3600, 7200,
]
/** The finest step a label can show in each unit; every step is a multiple of it, or labels would round apart. */
const finest: Record<Unit, number> = { points: 1, share: 0.01, score: 0.1, seconds: 1, money: 0.01, count: 1 }

/** Money is written whole from a step of one on. */
const shows = (step: number, unit: Unit) => {
  const grid = unit === 'money' && step >= 1 ? 1 : finest[unit]
  return step >= grid && Math.abs(step / grid - Math.round(step / grid)) < 1e-9
}

function* stepsOf(unit: Unit): Generator<number> {
  if (unit === 'seconds') yield* secondSteps
  for (let power = -4; power <= 9; power++) {
    for (const mantissa of decimalSteps) {
      const step = Number((mantissa * 10 ** power).toPrecision(3))
      if (unit !== 'seconds' || step > 7200) yield step
    }
  }
}

const roundTo = (value: number, step: number) => Number((Math.round(value / step) * step).toPrecision(12))

/** Multiples of a step inside an extent. */
function multiples(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step - 1e-9)
  const last = Math.floor(max / step + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => roundTo((first + index) * step, step))
}

/** What a value of this unit can never be: shares stay within 0 and 1, NPS within -100 and 100. */
function bounds(unit: Unit): [number, number] {
  if (unit === 'share') return [0, 1]
  if (unit === 'points') return [-100, 100]
  return [0, Number.POSITIVE_INFINITY]
}

/**
 * Fits a plot around its values with exactly three hairlines at round numbers.
 * A line need not start at zero. Fewer than three only where the unit itself ends.
 */
export function valueAxis(values: readonly number[], unit: Unit): ValueAxis {
  const [lowest, highest] = bounds(unit)
  let min = Math.min(...values)
  let max = Math.max(...values)
  if (!Number.isFinite(min)) [min, max] = [0, finest[unit] * 2]
  const least = finest[unit] * 2
  if (max - min < least) {
    const middle = (min + max) / 2
    min = Math.max(lowest, middle - least / 2)
    max = Math.min(highest, min + least)
  }
  for (const step of stepsOf(unit)) {
    if (!shows(step, unit)) continue
    const ticks = multiples(min, max, step)
    if (ticks.length === 3) return { min, max, ticks, step }
    if (ticks.length < 3) return widened(min, max, step, lowest, highest)
  }
  return { min, max, ticks: multiples(min, max, finest[unit]).slice(0, 3), step: finest[unit] }
}

/** Takes the nearest hairline outside the values in, so that there are three after all. */
function widened(min: number, max: number, step: number, lowest: number, highest: number): ValueAxis {
  const ticks = multiples(min, max, step)
  let low = min
  let high = max
  while (ticks.length < 3) {
    const below = roundTo((ticks[0] ?? Math.ceil(min / step) * step) - step, step)
    const above = roundTo((ticks.at(-1) ?? Math.floor(min / step) * step) + step, step)
    const canSink = below >= lowest
    const canRise = above <= highest
    if (!canSink && !canRise) break
    if (canRise && (!canSink || above - high <= low - below)) {
      ticks.push(above)
      high = Math.max(high, above)
    } else {
      ticks.unshift(below)
      low = Math.min(low, below)
    }
  }
  return { min: low, max: high, ticks, step }
}
