import type { Calendar } from './calendar.ts'
import type { EffectsByDay } from './effects.ts'
import type { Seasons } from './seasons.ts'

/** The company in which customers live: its days, how busy they are, and what is planted in them. */
export interface World {
  calendar: Calendar
  seasons: Seasons
  effects: EffectsByDay
}
