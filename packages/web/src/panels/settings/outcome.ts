/** Why the server did not do something, as it says so. */
export type Problem = { code: string; path: string; message: string; fix: string }

/** What became of a change. */
export type Outcome = { problems: readonly Problem[] }

/** What a mutation answered under the name `changed`; each of ours does. */
export const outcomeOf = ({ data }: { data?: { changed: Outcome } | null | undefined }): Outcome => {
  if (!data) throw new Error('The server answered nothing')
  return data.changed
}

/** The field of a form that a problem is about: the longest name that its path goes through. Null: none of them. */
export function fieldOf(path: string, fields: readonly string[]): string | null {
  const place = path.replace(/^(input|patch)\./, '')
  const through = fields.filter(field => place === field || place.startsWith(`${field}.`))
  return through.toSorted((one, other) => other.length - one.length)[0] ?? null
}
