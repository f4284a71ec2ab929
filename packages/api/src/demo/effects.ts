import { DateTime } from 'luxon'
import type { Calendar } from './calendar.ts'

/** A new invoice nobody understood: from the first Monday of March on, for some weeks. */
interface UnclearInvoice {
  trigger: string
  weeks: number
  /** Contacts on the trigger, against what they would have been. */
  contactFactor: number
  /** Change of the share that found it easy, among contacts on the trigger. */
  easePoints: number
}

/** One team is held to shorter calls from 1 June on. */
interface HandlingPush {
  team: string
  /** Talk, hold and wrap-up, against what they would have been. */
  handleFactor: number
  /** Change of the share of matters fixed the first time. */
  fixPoints: number
  /** Change of relational NPS among the team's customers: those whose latest contact the team took. */
  relationalPoints: number
  /** Months from the push until the relation follows. */
  lagMonths: number
}

/** What is planted in the demo company. Null switches an effect off. */
export interface Effects {
  unclearInvoice: UnclearInvoice | null
  handlingPush: HandlingPush | null
}

export const plantedEffects: Effects = {
  unclearInvoice: { trigger: 'unclear-invoice', weeks: 6, contactFactor: 3, easePoints: -12 },
  handlingPush: { team: 'Noord', handleFactor: 0.8, fixPoints: -8, relationalPoints: -10, lagMonths: 2 },
}

/**
 * Sizes are what a view should find, so the model works a little harder: of the contacts that the invoice causes some
 * come when its weeks are over, and whoever hung up in the queue is not fixed less often by a shorter call.
 */
const CAUSED_IN_TIME = 0.955
const ANSWERED_SHARE = 0.967

/** The effects at work on a day, in the units of the model's own probabilities. */
export interface EffectsByDay {
  contactFactor(trigger: string, day: number): number
  easePoints(trigger: string, day: number): number
  handleFactor(team: string, day: number): number
  fixPoints(team: string, day: number): number
  relationalPoints(latestTeam: string | undefined, day: number): number
}

/** Days between which an effect works; `to` is not included. */
interface EffectPeriods {
  unclearInvoice: { from: number; to: number }
  handlingPush: { from: number; relationFrom: number }
}

export function effectsByDay(effects: Effects, calendar: Calendar): EffectsByDay {
  const periods = effectPeriods(effects, calendar)
  const invoice = (trigger: string, day: number) =>
    trigger === effects.unclearInvoice?.trigger && day >= periods.unclearInvoice.from && day < periods.unclearInvoice.to
      ? effects.unclearInvoice
      : null
  const push = (team: string | undefined, day: number, from: number) =>
    team === effects.handlingPush?.team && day >= from ? effects.handlingPush : null
  return {
    contactFactor: (trigger, day) => 1 + ((invoice(trigger, day)?.contactFactor ?? 1) - 1) / CAUSED_IN_TIME,
    easePoints: (trigger, day) => invoice(trigger, day)?.easePoints ?? 0,
    handleFactor: (team, day) => push(team, day, periods.handlingPush.from)?.handleFactor ?? 1,
    fixPoints: (team, day) => (push(team, day, periods.handlingPush.from)?.fixPoints ?? 0) / ANSWERED_SHARE,
    relationalPoints: (team, day) => push(team, day, periods.handlingPush.relationFrom)?.relationalPoints ?? 0,
  }
}

/** The latest spring and the latest June far enough back for their effects to show by today. */
export function effectPeriods({ unclearInvoice, handlingPush }: Effects, calendar: Calendar): EffectPeriods {
  const today = calendar.days - 1
  const latest = (start: (year: number) => DateTime, daysBack: number) => {
    const ofThisYear = start(calendar.year(today))
    return dayOf(ofThisYear) <= today - daysBack ? ofThisYear : start(calendar.year(today) - 1)
  }
  const dayOf = (date: DateTime) => calendar.dayOf(date.toFormat('yyyy-MM-dd'))
  const invoiceDays = (unclearInvoice?.weeks ?? 0) * 7
  const spring = latest(firstMondayOfMarch, invoiceDays)
  const june = latest(year => DateTime.utc(year, 6, 1), 120)
  return {
    unclearInvoice: { from: dayOf(spring), to: dayOf(spring) + invoiceDays },
    handlingPush: {
      from: dayOf(june),
      relationFrom: dayOf(june.plus({ months: handlingPush?.lagMonths ?? 0 })),
    },
  }
}

function firstMondayOfMarch(year: number): DateTime {
  const march = DateTime.utc(year, 3, 1)
  return march.plus({ days: (8 - march.weekday) % 7 })
}
