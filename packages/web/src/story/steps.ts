import { firstOfMonth } from '../time/days.ts'
import type { Place } from './layout.ts'

/** Where a key leads along the events; undefined for a key that does not walk, null to leave the thread. */
export function stepThrough(key: string, from: number | null, places: Place[]): number | null | undefined {
  const last = places.length - 1
  if (last < 0) return undefined
  const clamp = (index: number) => Math.max(0, Math.min(last, index))
  const here = from ?? last
  switch (key) {
    case 'ArrowLeft':
      return clamp(from === null ? last : from - 1)
    case 'ArrowRight':
      return clamp(from === null ? last : from + 1)
    case 'PageUp':
      return firstOf(places, clamp(firstOf(places, here) - 1))
    case 'PageDown':
      return nextMonth(places, here)
    case 'Home':
      return 0
    case 'End':
      return last
    case 'Escape':
      return null
    default:
      return undefined
  }
}

const monthAt = (places: Place[], index: number): string => firstOfMonth(places[index]?.day ?? '')

/** The first event of the month that an event lies in. */
function firstOf(places: Place[], index: number): number {
  let first = index
  while (first > 0 && monthAt(places, first - 1) === monthAt(places, index)) first--
  return first
}

function nextMonth(places: Place[], index: number): number {
  const next = places.findIndex((_, at) => at > index && monthAt(places, at) !== monthAt(places, index))
  return next === -1 ? places.length - 1 : next
}
