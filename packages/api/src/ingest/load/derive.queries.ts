import type { TransactionSql } from '../../db/pools.ts'
import { stampJoin } from './customers.queries.ts'
import type { FactLoad } from './facts.ts'
import { THIS_LOAD } from './lock.queries.ts'

/** Catalogues that have anything to say: what follows from an empty one is asked of no row. */
export interface InUse {
  calendars: boolean
  policies: boolean
  selfService: boolean
}

/** By what the organisation wants its facts derived. */
export interface DeriveSettings {
  inUse: InUse
  /** IANA name. */
  timeZone: string
  /** For so many days after a contact its customer counts as contacted. */
  contactedDays: number
}

/** How derived columns follow from a row, what it refers to and its neighbours. The row is `f`. */
export interface Derivation {
  joins: string
  /** By the column's name in the database. */
  columns: Readonly<Record<string, string>>
}

/** @param stored SQL that tells whether the row is in its table already: only then has anything come of it. */
export type Derive = (settings: DeriveSettings, stored: string) => Derivation

/** The calendar day of an instant. */
export const dayOf = (instant: string, { timeZone }: DeriveSettings) =>
  `(${instant} at time zone '${timeZone.replaceAll("'", "''")}')::date`

/** A row's stamp and all that is derived of it, whether it is staged or stored. */
export function derivationOf(load: FactLoad, settings: DeriveSettings, stored: string): Derivation {
  const { joins, columns } = load.derive?.(settings, stored) ?? { joins: '', columns: {} }
  return {
    joins: `${stampJoin(load.at)} ${joins}`,
    columns: { segment: 'stamp.segment', country: 'stamp.country', ...columns },
  }
}

/** Derives the touched rows anew and writes those that come out otherwise. */
export async function deriveTouched(sql: TransactionSql, load: FactLoad, settings: DeriveSettings): Promise<void> {
  const { joins, columns } = derivationOf(load, settings, 'true')
  const names = Object.keys(columns)
  // Whoever follows the changes of a brand learns of a row that comes to it.
  const loadNumber = names.includes('brand')
    ? `load_number = case when target.brand = derived.brand then target.load_number else ${THIS_LOAD} end,`
    : ''
  await sql.unsafe(`/* deriveTouched */
    update ${load.table} target set ${loadNumber} (${names.join(', ')}) = row(${names.map(name => `derived."${name}"`).join(', ')})
    from (
      select f.customer_id, f.id, ${Object.entries(columns)
        .map(([name, expression]) => `${expression} as "${name}"`)
        .join(', ')}
      from (select ${asSent(load)} from touched_${load.table} t join ${load.table} f using (customer_id, id) where not t.replaced) f
      ${joins}
    ) derived
    where target.customer_id = derived.customer_id and target.id = derived.id
      and (${names.map(name => `target.${name}`).join(', ')}) is distinct from (${names.map(name => `derived."${name}"`).join(', ')})`)
}

/** The fields of a contact that its events decide, as they came: by the name of the column, with its type. */
export const decidedByEvents: Readonly<Record<string, string>> = {
  channel: 'text',
  answered_at: 'timestamptz',
  first_response_at: 'timestamptz',
  resolved_at: 'timestamptz',
  closed_at: 'timestamptz',
  outcome: 'text',
  agent_replies: 'int',
  transfers: 'int',
  reopens: 'int',
}

export const sentName = (column: string) => column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())

/** A stored row `f` as its sender knows it, before its events decided anything. */
export function asSent({ table, columns }: FactLoad): string {
  if (table !== 'contacts') return 'f.*'
  return columns
    .map(column => {
      const type = decidedByEvents[column]
      const sent = `(f.sent ->> '${sentName(column)}')::${type}`
      return type ? `case when f.sent is null then f.${column} else ${sent} end as ${column}` : `f."${column}"`
    })
    .join(', ')
}

export async function catalogueInUse(sql: TransactionSql): Promise<InUse> {
  const [inUse] = await sql<[InUse]>`/* catalogueInUse */
    select exists (select from calendars) as calendars,
      exists (select from sla_policies) or exists (select from sla_targets) as policies,
      exists (select from touchpoints where self_service) as "selfService"`
  return inUse
}
