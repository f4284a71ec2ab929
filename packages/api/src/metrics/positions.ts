import { type FactName, facts, setName } from '@tweeluik/schema/facts'
import type { Database } from '../db/pools.ts'
import type { Viewer } from '../security/roles.ts'
import { selectReadyParts } from './freshness.queries.ts'
import { type Positions, positionKey, storedNames } from './plan.ts'
import type { FactNeeds } from './terms.ts'

/** A part that is ready stays so, and keeps its position: what was read once holds. */
const known = new WeakMap<Database['reader'], Positions>()

/** Where parts stand in the rollups, gaps at 0; read anew only when one of these was not ready before. */
export async function readyPositions(database: Database, viewer: Viewer, names: readonly string[]): Promise<Positions> {
  const before = known.get(database.reader)
  if (before && names.every(name => before.has(name))) return before
  const [parts] = await database.asReader(viewer.brands, sql => [selectReadyParts(sql)])
  const positions = new Map(parts.map(({ fact, part, position }) => [positionKey(fact as FactName, part), position]))
  known.set(database.reader, positions)
  return positions
}

/** Every part that is read for what a fact is asked, and the sets that it may be read by; of rows that are kept nowhere there is none. */
export function namesOf({ fact, terms }: FactNeeds): string[] {
  const { derived, sets } = facts[fact].spec
  const names = [...sets.map(setName), ...terms.flatMap(term => storedNames(fact, term))]
  return derived ? [] : names.map(name => positionKey(fact, name))
}
