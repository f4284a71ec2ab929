import type { Calendar } from './calendar.ts'
import type { Channel } from './company.ts'
import type { EffectsByDay } from './effects.ts'
import type { Seasons } from './seasons.ts'

/** The company in which customers live: its days, how busy they are, and what is planted in them. */
export interface World {
  calendar: Calendar
  seasons: Seasons
  effects: EffectsByDay
  /** Seconds within which a channel answers, as promised on a day. */
  promise(channel: Channel, day: number): number
}
