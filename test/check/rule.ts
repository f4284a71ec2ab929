/** A file of the repository: its path from the root, with slashes, and its whole text. */
export interface Source {
  path: string
  text: string
}

/** One place that breaks a rule. */
export interface Breach {
  /** Where in the text it begins. */
  offset: number
  message: string
}

/** A promise about every file of the repository. A file `*.rule.ts` with one of these is found by its name. */
export interface Rule {
  /** What holds when nothing is found. */
  promise: string
  breaches(source: Source): readonly Breach[]
  /** Planted breaches: the rule must find something in each. */
  breaks: readonly Source[]
  /** What comes near and is right: the rule must find nothing in any. */
  keeps: readonly Source[]
}

/** `file.ts:12 what is wrong`. */
export function describeBreach({ path, text }: Source, { offset, message }: Breach): string {
  return `${path}:${text.slice(0, offset).split('\n').length} ${message}`
}
