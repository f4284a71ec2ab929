import { factLoads } from '../load/facts.ts'
import type { Loading } from '../load/load.ts'
import { loadFacts } from '../load/load-facts.ts'
import { createBooks, emptyBooks } from '../load/stage.queries.ts'
import { anyMoved, stageMoved } from './move-facts.queries.ts'

/**
 * Moves the facts of regrouped identities as if they had been sent again under their new customer: by the road of every
 * fact that changes customer. What lives with a contact goes with it.
 */
export async function moveFacts(loading: Loading): Promise<void> {
  const { sql, used } = loading
  if (!(await anyMoved(sql))) return
  for (const load of factLoads) {
    if (load.home === 'contact') continue
    await createBooks(sql, load)
    if (used.has(load.table)) await emptyBooks(sql, load)
    if ((await stageMoved(sql, load)) === 0) continue
    await loadFacts(loading, load, [])
  }
}
