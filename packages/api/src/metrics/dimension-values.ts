import type { Dimension } from '@tweeluik/schema/facts'
import { globalId, uuidOf } from '../graphql/global-id.ts'
import type { NodeKind } from '../graphql/source.ts'
import type { LanguageName } from './metric.words.ts'

/** Dimensions whose values are records of a catalogue. */
const kinds: Partial<Record<Dimension, NodeKind>> = {
  TRIGGER: 'trigger',
  TOUCHPOINT: 'touchpoint',
  JOURNEY_MAP: 'journey-map',
  SLA_POLICY: 'sla-policy',
}

/** A value as it is answered: a record's global id, or the word itself. */
export function valueOutside(dimension: Dimension, value: string | null): string | null {
  const kind = kinds[dimension]
  return kind && value !== null ? globalId(kind, value) : value
}

/** A value as it stands in the column. */
export function idInColumn(dimension: Dimension, value: string, path: string): string {
  const kind = kinds[dimension]
  return kind ? uuidOf(kind, value, path) : value
}

/** Whether its values are records, by their global ids. */
export const isRecord = (dimension: Dimension): boolean => kinds[dimension] !== undefined

type InLanguages = Readonly<Record<LanguageName, string>>

export const NOT_SET: InLanguages = { NL: 'Niet ingevuld', EN: 'Not set' }
export const OTHER: InLanguages = { NL: 'Overig', EN: 'Other' }
/** Of a record that others refer to and that has not come, or that is not the reader's to see. */
export const NOT_KNOWN: InLanguages = { NL: 'Nog niet bekend', EN: 'Not known yet' }

/** Words for values that are none themselves. */
export const spokenValues: Partial<Record<Dimension, Readonly<Record<string, InLanguages>>>> = {
  LIFECYCLE_STAGE: {
    NEW: { NL: 'Nieuw', EN: 'New' },
    RETURNING: { NL: 'Terugkerend', EN: 'Returning' },
    RESURRECTED: { NL: 'Heroverd', EN: 'Resurrected' },
    DORMANT: { NL: 'Slapend', EN: 'Dormant' },
  },
  CONTACTED: {
    true: { NL: 'Kort na een contact', EN: 'Soon after a contact' },
    false: { NL: 'Zonder recent contact', EN: 'Without a recent contact' },
  },
}
