import { type ComponentType, lazy } from 'react'

/** What can be set: each section is named in the address, has its words in `settings.sections` and comes when it is opened. */
export const sections = [
  { name: 'triggers', Section: lazy(() => import('./triggers/TriggersSection.tsx')) },
] as const satisfies readonly { name: string; Section: ComponentType }[]

export type SectionName = (typeof sections)[number]['name']

/** What an address names, or the first. */
export const sectionOf = (name: string | undefined) => sections.find(section => section.name === name) ?? sections[0]
