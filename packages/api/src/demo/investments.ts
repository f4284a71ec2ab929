import { type Calendar, happened } from './calendar.ts'
import { Random } from './random.ts'
import type { Sent } from './records.ts'
import { type Touchpoint, touchpointReference } from './touchpoints.ts'

/** What is paid every month, or once a year in one of its months. */
interface Spending {
  id: string
  euros: number
  lens: 'cx' | 'service'
  purpose: 'acquisition' | 'retention' | 'service' | 'other'
  touchpoint?: Touchpoint
  campaign?: string
  /** Only in this month of the year. */
  month?: number
}

/** For a company of twenty thousand customers. */
const spendings: readonly Spending[] = [
  { id: 'ads', euros: 2_900, lens: 'cx', purpose: 'acquisition', touchpoint: 'ad', campaign: 'Doorlopend' },
  { id: 'search', euros: 1_650, lens: 'cx', purpose: 'acquisition', touchpoint: 'search', campaign: 'Doorlopend' },
  { id: 'blog', euros: 480, lens: 'cx', purpose: 'acquisition', touchpoint: 'blog' },
  { id: 'spring', euros: 3_200, lens: 'cx', purpose: 'acquisition', touchpoint: 'ad', campaign: 'Lente', month: 3 },
  { id: 'black', euros: 4_100, lens: 'cx', purpose: 'acquisition', touchpoint: 'ad', campaign: 'November', month: 11 },
  { id: 'track', euros: 2_400, lens: 'cx', purpose: 'acquisition', touchpoint: 'billboard', month: 1 },
  { id: 'newsletter', euros: 390, lens: 'cx', purpose: 'retention', touchpoint: 'newsletter' },
  { id: 'club', euros: 720, lens: 'cx', purpose: 'retention', touchpoint: 'running-club' },
  { id: 'packaging', euros: 340, lens: 'cx', purpose: 'retention', touchpoint: 'packaging' },
  { id: 'site', euros: 900, lens: 'cx', purpose: 'other', touchpoint: 'product-page' },
  { id: 'survey-tool', euros: 260, lens: 'cx', purpose: 'other' },
  { id: 'licences', euros: 1_450, lens: 'service', purpose: 'service' },
  { id: 'knowledge', euros: 310, lens: 'service', purpose: 'service', touchpoint: 'faq' },
  { id: 'bot', euros: 420, lens: 'service', purpose: 'service', touchpoint: 'chat' },
  { id: 'training', euros: 2_800, lens: 'service', purpose: 'retention', touchpoint: 'advice', month: 9 },
  { id: 'headsets', euros: 1_900, lens: 'service', purpose: 'other', month: 2 },
]
const CUSTOMERS = 20_000

/** What both ledgers spent, on the first of each month of which orders are kept. */
export function investments(calendar: Calendar, seed: number, customers: number): Sent<'investments'>[] {
  const random = new Random(seed, -1, 2)
  const records: Sent<'investments'>[] = []
  for (let day = calendar.firstOrderDay; day < calendar.days; day++) {
    if (calendar.dayOfMonth(day) !== 1) continue
    const month = calendar.date(day).slice(0, 7)
    const at = happened(calendar.startMs(day) + 9 * 3_600_000, calendar)
    for (const { id, euros, lens, purpose, touchpoint, campaign, month: only } of spendings) {
      const paid = ((euros * random.between(0.9, 1.12)) / CUSTOMERS) * customers
      if (!at || (only !== undefined && only !== calendar.month(day))) continue
      records.push({
        id: `${id}-${month}`,
        at,
        amount: Math.round(paid * 100) / 100,
        currency: 'EUR',
        purpose,
        lens,
        touchpoint: touchpoint && touchpointReference(touchpoint),
        campaign,
      })
    }
  }
  return records
}
