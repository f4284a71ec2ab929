import type { Customer } from './answer.ts'
import type { StoryEvent } from './events.ts'

/** A row of the story. `word` is a stage or channel as the records name it; `kind` stands in where no stage is known. */
export type Lane = { key: string; word: string } | { key: string; kind: 'visit' | 'order' | 'delivery' }

export type Lanes = {
  /** Above the axis, in the order of the customer's journey maps. */
  stages: Lane[]
  /** Below the axis, in the order in which they were first used. */
  channels: Lane[]
}

const kinds = ['visit', 'order', 'delivery'] as const

/** The row an event stands on; a contact stands on one for each channel. Answers stand above all rows. */
export function stageLaneOf(event: StoryEvent): string | null {
  if (event.kind === 'contact' || event.kind === 'answer') return null
  return event.stage === null ? `kind:${event.kind === 'refund' ? 'order' : event.kind}` : `stage:${event.stage}`
}

export const channelLaneOf = (channel: string): string => `channel:${channel}`

/**
 * The rows of a story. All stages of the maps the customer went along, also those never reached; then what was reached
 * without a map; then a row for each kind of event whose stage nobody knows.
 */
export function lanesOf(customer: Customer, events: StoryEvent[]): Lanes {
  const stages = new Map<string, Lane>()
  for (const { map } of customer.journeys.nodes) {
    for (const { id, name } of map?.stages ?? []) stages.set(`stage:${id}`, { key: `stage:${id}`, word: name })
  }
  const channels = new Map<string, Lane>()
  const unstaged = new Set<string>()
  for (const event of events) {
    if (event.kind === 'contact') {
      for (const word of event.channels) channels.set(channelLaneOf(word), { key: channelLaneOf(word), word })
      continue
    }
    const key = stageLaneOf(event)
    if (key === null) continue
    if (event.stage === null) unstaged.add(key)
    else if (!stages.has(key)) stages.set(key, { key, word: event.stage })
  }
  const plain = kinds.flatMap((kind): Lane[] => (unstaged.has(`kind:${kind}`) ? [{ key: `kind:${kind}`, kind }] : []))
  return { stages: [...stages.values(), ...plain], channels: [...channels.values()] }
}

/** Stage names by the word that events carry. */
export const stageNamesOf = ({ journeys }: Customer): ReadonlyMap<string, string> =>
  new Map(journeys.nodes.flatMap(({ map }) => map?.stages.map(({ id, name }): [string, string] => [id, name]) ?? []))
