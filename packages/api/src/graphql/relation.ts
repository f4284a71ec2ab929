import type { Source } from './source.ts'

/** Records that hang under a parent: those whose column holds the parent's uuid. */
export interface Relation {
  /** Names its statements. */
  name: string
  source: Source
  column: string
}

/** The records of `source` whose `column` holds the parent's uuid. */
export function relation<Name extends string>(name: string, source: Source<Name>, column: Name): Relation {
  return { name, source, column }
}
