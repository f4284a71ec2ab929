import { addWords } from '../words.ts'
import { calendarEn } from './calendar.en.ts'
import { calendarNl } from './calendar.nl.ts'

addWords({ nl: { calendar: calendarNl }, en: { calendar: calendarEn } })
