import { DateTime } from 'luxon'
import type { Calendar } from './calendar.ts'
import type { RegionalTeam, Team } from './company.ts'

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

/** From 1 September on the delivery mail says where the parcel is; part of those who would have called now chat. */
interface DeliveryMail {
  trigger: string
  /** Contacts on the trigger, against what they would have been. */
  contactFactor: number
  /** Of the contacts that this took away, the share that comes back by chat. */
  displacedShare: number
  /** On which trigger they come back. */
  displacedTo: string
}

/** The conversation is fine and what it was about is not: who had to ask thinks less of the company afterwards. */
interface HaloGap {
  trigger: string
  /** How much relational NPS falls behind that of others who had a contact. */
  gapPoints: number
  /** How long after the contact. */
  withinDays: number
}

/**
 * From 1 February on two teams divide their work: one takes what is short and annoying, the other what is long. Handling
 * time and transactional NPS of the first fall as if the one were bought by the other, and no contact went worse.
 */
interface DividedWork {
  short: { team: RegionalTeam; triggers: readonly string[] }
  long: { team: RegionalTeam; triggers: readonly string[] }
}

/** Whoever got an order late and said nothing leaves more often. */
interface SilentSufferers {
  /** Change of the share that does not order again within half a year. */
  churnPoints: number
}

/** Some customers have to come to the service desk between paying and receiving. */
interface ServiceDetour {
  trigger: string
  /** Of all journeys that reach their delivery. */
  share: number
}

/** One segment comes back more often and thinks better of the company. */
interface LoyalSegment {
  segment: string
  /** Change of the share of orders that is followed by another. */
  returnPoints: number
  relationalPoints: number
}

/** What is planted in the demo company. Null switches an effect off. */
export interface Effects {
  unclearInvoice: UnclearInvoice | null
  handlingPush: HandlingPush | null
  deliveryMail: DeliveryMail | null
  haloGap: HaloGap | null
  dividedWork: DividedWork | null
  silentSufferers: SilentSufferers | null
  serviceDetour: ServiceDetour | null
  loyalSegment: LoyalSegment | null
}

export const plantedEffects: Effects = {
  unclearInvoice: { trigger: 'unclear-invoice', weeks: 6, contactFactor: 3, easePoints: -12 },
  handlingPush: { team: 'Noord', handleFactor: 0.8, fixPoints: -8, relationalPoints: -10, lagMonths: 2 },
  deliveryMail: {
    trigger: 'where-is-my-parcel',
    contactFactor: 0.4,
    displacedShare: 0.3,
    displacedTo: 'parcel-elsewhere',
  },
  haloGap: { trigger: 'refund-not-received', gapPoints: 15, withinDays: 90 },
  dividedWork: {
    short: { team: 'West', triggers: ['discount-code', 'payment-failed', 'forgotten-password'] },
    long: { team: 'Zuid', triggers: ['exchange-size', 'refund-not-received', 'warranty'] },
  },
  silentSufferers: { churnPoints: 9 },
  serviceDetour: { trigger: 'change-address', share: 0.12 },
  loyalSegment: { segment: 'Vereniging', returnPoints: 30, relationalPoints: 10 },
}

export const noEffects: Effects = {
  unclearInvoice: null,
  handlingPush: null,
  deliveryMail: null,
  haloGap: null,
  dividedWork: null,
  silentSufferers: null,
  serviceDetour: null,
  loyalSegment: null,
}

/**
 * Sizes are what a view should find, so the model works a little harder: of the contacts that the invoice causes some
 * come when its weeks are over, whoever hung up in the queue is not fixed less often by a shorter call, and of those
 * who come back some do so after the half year.
 */
const CAUSED_IN_TIME = 0.955
const ANSWERED_SHARE = 0.95
const BACK_IN_HALF_A_YEAR = 0.83

/** What a customer has behind it when asked about the relation. */
export interface Memory {
  latestTeam: string | undefined
  /** Since the latest contact on a trigger; infinite: there was none. */
  daysSince(trigger: string): number
}

/** The effects at work on a day, in the units of the model's own probabilities. */
export interface EffectsByDay {
  contactFactor(trigger: string, day: number): number
  /** Where a contact goes that the delivery mail took away. Null: it stays away, as all do without the mail. */
  displaced(trigger: string): { share: number; to: string } | null
  easePoints(trigger: string, day: number): number
  handleFactor(team: string, day: number): number
  fixPoints(team: string, day: number): number
  /** The team that takes a contact which would have gone to `team`. */
  dividedTeam(team: Team, trigger: string, day: number): Team
  relationalPoints(memory: Memory, day: number): number
  /** Of a segment, on every day. */
  loyalty(segment: string): { returnShare: number; relationalPoints: number }
  /** Chance that a customer who suffered in silence does not come back, of one who would have with `returnShare`. */
  leavesSilently(returnShare: number): number
  detour: { share: number; trigger: string }
  /** Whether whoever gets an invoice on this day gets the new one; the trigger it exposes them to. */
  invoiceTrigger(day: number): string | null
}

/** Days between which an effect works; `to` is not included. */
interface EffectPeriods {
  unclearInvoice: { from: number; to: number }
  handlingPush: { from: number; relationFrom: number }
  deliveryMail: { from: number }
  dividedWork: { from: number }
}

export function effectsByDay(effects: Effects, calendar: Calendar): EffectsByDay {
  const { deliveryMail, haloGap, dividedWork, silentSufferers, serviceDetour, loyalSegment } = effects
  const periods = effectPeriods(effects, calendar)
  const invoice = (day: number) =>
    day >= periods.unclearInvoice.from && day < periods.unclearInvoice.to ? effects.unclearInvoice : null
  const invoiceOn = (trigger: string, day: number) =>
    trigger === effects.unclearInvoice?.trigger ? invoice(day) : null
  const push = (team: string | undefined, day: number, from: number) =>
    team === effects.handlingPush?.team && day >= from ? effects.handlingPush : null
  const mail = (trigger: string, day: number) =>
    trigger === deliveryMail?.trigger && day >= periods.deliveryMail.from ? deliveryMail : null
  return {
    contactFactor: (trigger, day) =>
      (mail(trigger, day)?.contactFactor ?? 1) *
      (1 + ((invoiceOn(trigger, day)?.contactFactor ?? 1) - 1) / CAUSED_IN_TIME),
    displaced: trigger =>
      trigger === deliveryMail?.trigger ? { share: deliveryMail.displacedShare, to: deliveryMail.displacedTo } : null,
    easePoints: (trigger, day) => invoiceOn(trigger, day)?.easePoints ?? 0,
    handleFactor: (team, day) => push(team, day, periods.handlingPush.from)?.handleFactor ?? 1,
    fixPoints: (team, day) => (push(team, day, periods.handlingPush.from)?.fixPoints ?? 0) / ANSWERED_SHARE,
    dividedTeam(team, trigger, day) {
      if (!dividedWork || day < periods.dividedWork.from) return team
      const { short, long } = dividedWork
      if (team !== short.team && team !== long.team) return team
      return short.triggers.includes(trigger) ? short.team : long.triggers.includes(trigger) ? long.team : team
    },
    relationalPoints({ latestTeam, daysSince }, day) {
      const pushed = push(latestTeam, day, periods.handlingPush.relationFrom)?.relationalPoints ?? 0
      const disappointed = haloGap !== null && daysSince(haloGap.trigger) <= haloGap.withinDays
      return pushed - (disappointed ? haloGap.gapPoints : 0)
    },
    loyalty: segment =>
      segment === loyalSegment?.segment
        ? { returnShare: loyalSegment.returnPoints / 100, relationalPoints: loyalSegment.relationalPoints }
        : { returnShare: 0, relationalPoints: 0 },
    leavesSilently: returnShare => (silentSufferers?.churnPoints ?? 0) / 100 / (returnShare * BACK_IN_HALF_A_YEAR),
    detour: serviceDetour ?? { share: 0, trigger: '' },
    invoiceTrigger: day => invoice(day)?.trigger ?? null,
  }
}

/** The latest season far enough back for an effect to show by today. */
export function effectPeriods({ unclearInvoice, handlingPush }: Effects, calendar: Calendar): EffectPeriods {
  const today = calendar.days - 1
  const latest = (start: (year: number) => DateTime, daysBack: number) => {
    const ofThisYear = start(calendar.year(today))
    return dayOf(ofThisYear) <= today - daysBack ? ofThisYear : start(calendar.year(today) - 1)
  }
  const dayOf = (date: DateTime) => calendar.dayOf(date.toFormat('yyyy-MM-dd'))
  const firstOf = (month: number) => (year: number) => DateTime.utc(year, month, 1)
  const invoiceDays = (unclearInvoice?.weeks ?? 0) * 7
  const spring = latest(firstMondayOfMarch, invoiceDays)
  const june = latest(firstOf(6), 120)
  return {
    unclearInvoice: { from: dayOf(spring), to: dayOf(spring) + invoiceDays },
    handlingPush: {
      from: dayOf(june),
      relationFrom: dayOf(june.plus({ months: handlingPush?.lagMonths ?? 0 })),
    },
    deliveryMail: { from: dayOf(latest(firstOf(9), 60)) },
    dividedWork: { from: dayOf(latest(firstOf(2), 150)) },
  }
}

function firstMondayOfMarch(year: number): DateTime {
  const march = DateTime.utc(year, 3, 1)
  return march.plus({ days: (8 - march.weekday) % 7 })
}
