import type { Calendar } from './calendar.ts'
import { teams } from './company.ts'
import type { Sent } from './records.ts'

const YEARLY_RISE = 1.035
const OVERHEAD_SHARE = 0.22
const FEE_PER_CONTACT = 0.35

/** What an hour of each team costs: a new rate every January, and the mean of the teams for work that names none. */
export function costRates(calendar: Calendar): Sent<'cost-rates'>[] {
  const newYear = (year: number) => new Date(calendar.startMs(calendar.dayOf(`${year}-01-01`))).toISOString()
  const lastYear = calendar.year(calendar.days - 1)
  const firstYear = calendar.year(calendar.firstContactDay)
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index)
  const costs = Object.values(teams).map(({ eurosPerHour }) => eurosPerHour)
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length
  const hourly = [
    ['any', undefined, mean] as const,
    ...Object.entries(teams).map(([team, { eurosPerHour }]) => [team, team, eurosPerHour] as const),
  ]
  return years.flatMap(year =>
    hourly.map(([name, team, eurosPerHour]) => ({
      id: `${name}-${year}`,
      team,
      from: newYear(year),
      to: year === lastYear ? undefined : newYear(year + 1),
      perHour: Math.round(eurosPerHour * YEARLY_RISE ** (year - lastYear) * 100) / 100,
      perContact: FEE_PER_CONTACT,
      overheadShare: OVERHEAD_SHARE,
      currency: 'EUR',
    })),
  )
}
