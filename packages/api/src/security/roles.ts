import { fail } from '@tweeluik/schema'

/**
 * viewer: figures, no rows. analyst: rows without personal data. service: rows with personal data, of its brands, and
 * merges of customers.
 * integrator: writes the records of one source and reads nothing. admin: everything.
 */
export const roles = ['viewer', 'analyst', 'service', 'integrator', 'admin'] as const
export type Role = (typeof roles)[number]

/** Who asks, and which brands that one may see. */
export interface Viewer {
  role: Role
  /** As `asReader` takes them: `*`, the rows over all brands, is among them when all may be seen. */
  brands: readonly string[]
  seesAllBrands: boolean
  /** The one source an integrator may write. Null: any. */
  source: string | null
  /** The id of its token, for limits and to tell from whom something was received; `local` without credentials. */
  id: string
  /** Of its token; as its id without one of its own. */
  name: string
}

type Right = 'figures' | 'rows' | 'personalData' | 'merge' | 'write' | 'operate'

const rights: Record<Role, readonly Right[]> = {
  viewer: ['figures'],
  analyst: ['figures', 'rows'],
  service: ['figures', 'rows', 'personalData', 'merge'],
  integrator: ['write'],
  admin: ['figures', 'rows', 'personalData', 'merge', 'write', 'operate'],
}

/**
 * figures: metrics. rows: single records. personalData: names, contact details, senders' ids of
 * customers, employees' names and free text.
 * merge: who is one customer with whom.
 * write: the ingest door. operate: the server's own measurements, and who may come in.
 */
export function may(viewer: Pick<Viewer, 'role'>, right: Right): boolean {
  return rights[viewer.role].includes(right)
}

/** Whether it is somebody on this machine, as long as nobody needs a token. */
export const cameWithoutToken = ({ id }: Pick<Viewer, 'id'>) => id === 'local'

/** @throws FIGURES_WITHHELD for whoever only writes. */
export function checkMayAskFigures(viewer: Viewer): void {
  if (may(viewer, 'figures')) return
  fail('FIGURES_WITHHELD', '', 'Your role writes records and reads no figures', 'Ask with a token of role viewer')
}
