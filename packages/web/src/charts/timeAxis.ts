import { dayTick, monthTick } from '../format/dates.ts'
import type { Language } from '../format/figures.ts'
import { addDays, addMonths, type Day, daysBetween, firstOfMonth, mondayOf, monthOf, yearOf } from '../time/days.ts'

/** A mark on the time axis. `at` is its place from 0 (start) to 1 (end); `label` is null for a small mark. */
export type TimeTick = { at: number; label: string | null }

/** Room one label needs, in px. */
const labelWidth = 46
/** A label may not reach past the ends of the axis. */
const edge = 20

/** The days drawn: whole buckets, also where the period cuts them. `to` is not included. */
export type TimeSpan = { from: Day; to: Day }

/**
 * Marks at the starts of months (weeks or days on a short span, years on a long one), as many of them labelled as fit.
 * Labels keep a steady rhythm: every month, quarter or half year, counted from January.
 */
export function timeTicks(span: TimeSpan, width: number, language: Language): TimeTick[] {
  const days = daysBetween(span.from, span.to)
  if (days <= 0 || width <= 0) return []
  const fits = Math.max(1, Math.floor((width - 2 * edge) / labelWidth))
  if (days <= 62) return shortTicks(span, days, fits, width, language)
  return monthTicks(span, days, fits, width, language)
}

const place = (day: Day, span: TimeSpan, days: number) => daysBetween(span.from, day) / days

const inside = (at: number, width: number) => at * width >= edge && (1 - at) * width >= edge

function shortTicks(span: TimeSpan, days: number, fits: number, width: number, language: Language): TimeTick[] {
  const every = days <= fits ? 1 : days <= fits * 2 ? 2 : 7
  const ticks: TimeTick[] = []
  const first = every === 7 ? mondayOf(addDays(span.from, 6)) : span.from
  const stride = every === 7 ? Math.ceil(days / 7 / fits) : 1
  for (let day = first, index = 0; day < span.to; day = addDays(day, every), index++) {
    const at = place(day, span, days)
    ticks.push({ at, label: index % stride === 0 && inside(at, width) ? dayTick(day, language) : null })
  }
  return ticks
}

function monthTicks(span: TimeSpan, days: number, fits: number, width: number, language: Language): TimeTick[] {
  const months = Math.round(days / 30.4375)
  const labelEvery = [1, 2, 3, 6, 12, 24, 60].find(every => months / every <= fits) ?? 120
  const markEvery = labelEvery >= 12 ? labelEvery : labelEvery >= 6 ? 3 : 1
  const ticks: TimeTick[] = []
  const first = firstOfMonth(addMonths(addDays(span.from, -1), 1))
  for (let day = first; day < span.to; day = addMonths(day, 1)) {
    const count = yearOf(day) * 12 + monthOf(day)
    if (count % markEvery !== 0) continue
    const at = place(day, span, days)
    const labelled = count % labelEvery === 0 && inside(at, width)
    const label = labelEvery >= 12 ? String(yearOf(day)) : monthTick(day, language)
    ticks.push({ at, label: labelled ? label : null })
  }
  return ticks
}
