import type { Calendar } from './calendar.ts'
import { type Channel, type Team, teams } from './company.ts'
import type { Sent } from './records.ts'

const YEARLY_RISE = 1.035
const OVERHEAD_SHARE = 0.22
const FEE_PER_CONTACT = 0.35

interface Rate {
  id: string
  team?: Team
  channel?: Channel
  eurosPerHour: number
  fee: number
}

/**
 * What an hour of each team costs, a new rate every January: dearer where advisers are on camera, the mean of the teams
 * for work that names none, and a chat that needed nobody costs its fee only.
 */
export function costRates(calendar: Calendar): Sent<'cost-rates'>[] {
  const newYear = (year: number) => new Date(calendar.startMs(calendar.dayOf(`${year}-01-01`))).toISOString()
  const lastYear = calendar.year(calendar.days - 1)
  const firstYear = calendar.year(calendar.firstContactDay)
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  return years.flatMap(year =>
    rates.map(({ id, team, channel, eurosPerHour, fee }) => ({
      id: `${id}-${year}`,
      team,
      channel,
      from: newYear(year),
      to: year === lastYear ? undefined : newYear(year + 1),
      perHour: Math.round(eurosPerHour * YEARLY_RISE ** (year - lastYear) * 100) / 100,
      perContact: fee,
      overheadShare: OVERHEAD_SHARE,
      currency: 'EUR',
    })),
  )
}

const costs = Object.values(teams).map(({ eurosPerHour }) => eurosPerHour)
const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
const rates: Rate[] = [
  { id: 'any', eurosPerHour: mean, fee: FEE_PER_CONTACT },
  { id: 'chat', channel: 'chat', eurosPerHour: 0, fee: 0.18 },
  { id: 'Advies-video', team: 'Advies', channel: 'video', eurosPerHour: teams.Advies.eurosPerHour + 3.5, fee: 0.95 },
  ...(Object.keys(teams) as Team[]).map(team => ({
    id: team,
    team,
    eurosPerHour: teams[team].eurosPerHour,
    fee: FEE_PER_CONTACT,
  })),
]
