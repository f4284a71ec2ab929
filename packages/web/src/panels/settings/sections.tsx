import { type ComponentType, lazy } from 'react'
import type { RecordKind } from '../../graphql/generated/graphql.ts'

/**
 * What can be set: each section is named in the address, has its words in `settings.sections` and comes when it is opened.
 * `kinds` are the records whose changes it tells of.
 */
export const sections = [
  { name: 'triggers', kinds: ['TRIGGER'], Section: lazy(() => import('./triggers/TriggersSection.tsx')) },
  {
    name: 'departments',
    kinds: ['TRIGGER', 'TOUCHPOINT'],
    Section: lazy(() => import('./departments/DepartmentsSection.tsx')),
  },
  { name: 'touchpoints', kinds: ['TOUCHPOINT'], Section: lazy(() => import('./touchpoints/TouchpointsSection.tsx')) },
  { name: 'maps', kinds: ['JOURNEY_MAP'], Section: lazy(() => import('./maps/MapsSection.tsx')) },
  { name: 'calendars', kinds: ['CALENDAR'], Section: lazy(() => import('./calendars/CalendarsSection.tsx')) },
  { name: 'sla', kinds: ['SLA_POLICY'], Section: lazy(() => import('./sla/SlaSection.tsx')) },
  { name: 'costs', kinds: ['COST_RATE'], Section: lazy(() => import('./costs/CostsSection.tsx')) },
  { name: 'investments', kinds: ['INVESTMENT'], Section: lazy(() => import('./investments/InvestmentsSection.tsx')) },
  { name: 'annotations', kinds: ['ANNOTATION'], Section: lazy(() => import('./annotations/AnnotationsSection.tsx')) },
  { name: 'tokens', kinds: [], Section: lazy(() => import('./tokens/TokensSection.tsx')) },
  { name: 'organisation', kinds: [], Section: lazy(() => import('./organisation/OrganisationSection.tsx')) },
] as const satisfies readonly { name: string; kinds: readonly RecordKind[]; Section: ComponentType }[]

/** What an address names, or the first. */
export const sectionOf = (name: string | undefined) => sections.find(section => section.name === name) ?? sections[0]
