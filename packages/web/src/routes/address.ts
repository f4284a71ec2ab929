import { pickTexts } from './scope.ts'

/** What only the Overview has in its address. `pairs`: `all` draws them all. */
export type OverviewSearch = { pairs?: string }

export const pickOverview = (raw: Record<string, unknown>): OverviewSearch => pickTexts(raw, ['pairs'])
