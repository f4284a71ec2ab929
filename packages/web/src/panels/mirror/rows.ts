import type { MirrorKey } from '../../findings/mirror.ts'
import type { Unit } from '../../format/figures.ts'

/** How a row is written and how long its bullet may grow; `most` null: as long as the largest of the row. */
export type Row = { key: MirrorKey; lens: 'cx' | 'sv'; unit: Unit; least: number; most: number | null }

export const above: readonly Row[] = [
  { key: 'ACTIVE_CUSTOMERS', lens: 'cx', unit: 'count', least: 0, most: null },
  { key: 'STAGE_CONVERSION', lens: 'cx', unit: 'share', least: 0, most: 1 },
  { key: 'CES', lens: 'cx', unit: 'share', least: 0, most: 1 },
  { key: 'RELATIONAL_NPS', lens: 'cx', unit: 'points', least: -100, most: 100 },
]
export const below: readonly Row[] = [
  { key: 'CONTACT_RATE', lens: 'sv', unit: 'score', least: 0, most: null },
  { key: 'FIRST_TIME_FIX', lens: 'sv', unit: 'share', least: 0, most: 1 },
  { key: 'AHT', lens: 'sv', unit: 'seconds', least: 0, most: null },
]
export const money: readonly Row[] = [
  { key: 'RETAINED_MARGIN', lens: 'cx', unit: 'money', least: 0, most: null },
  { key: 'SERVICE_COST_RATIO', lens: 'sv', unit: 'share', least: 0, most: null },
  { key: 'SERVICE_COST', lens: 'sv', unit: 'money', least: 0, most: null },
]
