import Fuse from 'fuse.js'

/** Something the palette can do. */
export type Choice = {
  /** Stays the same from visit to visit. */
  id: string
  /** As the reader's language calls it. */
  label: string
  /** What else it goes by: its name in the other language. */
  otherwise: string
  /** What kind of thing it is, in words. */
  kind: string
  run: () => void
  /** What else can be done with it. */
  second?: { label: string; run: () => void }
}

const SHOWN_MAX = 20

/**
 * What is meant by a few letters, in either language and with a slip of the finger. What was chosen of late comes first;
 * without letters it is all that is `usual`, after that.
 */
export function found(
  choices: readonly Choice[],
  typed: string,
  recent: readonly string[],
  usual: (choice: Choice) => boolean,
): Choice[] {
  const matching = typed === '' ? choices : matches(choices, typed)
  const place = ({ id }: Choice) => (recent.includes(id) ? recent.indexOf(id) : recent.length)
  const shown = matching.filter(choice => typed !== '' || recent.includes(choice.id) || usual(choice))
  return shown.toSorted((a, b) => place(a) - place(b)).slice(0, SHOWN_MAX)
}

const matches = (choices: readonly Choice[], typed: string): Choice[] =>
  new Fuse(choices, {
    keys: [
      { name: 'label', weight: 2 },
      { name: 'otherwise', weight: 1 },
    ],
    threshold: 0.25,
    ignoreLocation: true,
    ignoreDiacritics: true,
  })
    .search(typed)
    .map(({ item }) => item)
