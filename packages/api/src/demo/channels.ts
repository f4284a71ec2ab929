import type { Calendar } from './calendar.ts'
import type { Channel } from './company.ts'
import { isDayOff } from './opening-hours.ts'
import type { Random } from './random.ts'

/** How a channel's contacts fall over the week, from Monday, and over the hours of a day. */
interface Rhythm {
  weekdays: readonly number[]
  hours: readonly number[]
}

const lines = [0, 0, 0, 0, 0, 0, 0, 0, 7, 11, 12, 10, 8, 9, 9, 8, 8, 6, 5, 5, 3, 0, 0, 0]
const screens = [0, 0, 0, 0, 0, 0, 0, 0, 4, 7, 8, 8, 8, 8, 8, 8, 8, 7, 7, 9, 9, 6, 0, 0]
const mail = [2, 1, 0, 0, 0, 1, 2, 5, 8, 9, 9, 8, 8, 8, 7, 7, 7, 6, 6, 8, 9, 8, 6, 4]

const rhythms: Record<Channel, Rhythm> = {
  phone: { weekdays: [1.45, 1.13, 1.0, 0.98, 0.92, 0.48, 0], hours: lines },
  chat: { weekdays: [1.24, 1.06, 1.0, 0.99, 0.94, 0.72, 0.45], hours: screens },
  whatsapp: { weekdays: [1.18, 1.04, 1.0, 0.98, 0.96, 0.78, 0.4], hours: screens },
  video: { weekdays: [0.9, 1.0, 1.0, 1.05, 1.0, 1.1, 0], hours: lines },
  email: { weekdays: [1.3, 1.06, 1.0, 0.96, 0.9, 0.62, 0.7], hours: mail },
}

/** Chat takes over from the phone, slowly. */
const firstMix = { phone: 49, email: 25, chat: 18, whatsapp: 8 }
const lastMix = { phone: 41, email: 24, chat: 24, whatsapp: 11 }
const adviceMix = [
  ['phone', 38],
  ['chat', 42],
  ['video', 12],
  ['email', 8],
] as const

export function channelOf(advice: boolean, day: number, calendar: Calendar, random: Random): Channel {
  if (advice) return random.key(adviceMix)
  const progress = day / calendar.days
  const share = (channel: keyof typeof firstMix) =>
    [channel, firstMix[channel] + progress * (lastMix[channel] - firstMix[channel])] as const
  return random.key([share('phone'), share('email'), share('chat'), share('whatsapp')])
}

/** The second time people rather call. */
export function channelAfter(channel: Channel, random: Random): Channel {
  return channel !== 'phone' && random.chance(0.45) ? 'phone' : channel
}

/** Of some days a contact could fall on, from `day` on and less and less likely, one when the channel is open. */
export function openDay(
  day: number,
  channel: Channel,
  likelihoods: readonly number[],
  calendar: Calendar,
  random: Random,
) {
  const { weekdays } = rhythms[channel]
  const chosen = random.index(
    likelihoods.map((likelihood, later) => {
      const on = day + later
      if (on < 0 || on >= calendar.days) return likelihood
      return likelihood * (weekdays[calendar.weekday(on) - 1] ?? 1) * (isDayOff(on, calendar) ? 0.05 : 1)
    }),
  )
  return day + chosen
}

export function hoursOf(channel: Channel): readonly number[] {
  return rhythms[channel].hours
}
