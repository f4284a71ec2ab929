/** Words that would like to stand somewhere, best place first. */
export type Wish = {
  key: string
  lines: string[]
  /** In px. */
  fontSize: number
  tone: 'cx' | 'sv' | 'ink'
  /** The first line stands out. */
  strong: boolean
  places: Anchor[]
}

/** Where the first line's baseline starts, ends or has its middle. */
export type Anchor = { x: number; y: number; align: 'start' | 'middle' | 'end' }

export type Label = Omit<Wish, 'places'> & Anchor

export type Box = { left: number; right: number; top: number; bottom: number }

/** From one line's baseline to the next, in px. */
export const lineHeightOf = (fontSize: number): number => Math.round(fontSize * 1.3)

/** Inter's letters are a little wider than half their size on average; a label may rather be too roomy than cross another. */
const letterShare = 0.56

const bucketPx = 256

/** Boxes by where they stand, so that a story of thousands of events meets only its neighbours. */
class Ground {
  readonly #buckets = new Map<number, Box[]>()

  add(box: Box) {
    for (let at = bucketOf(box.left); at <= bucketOf(box.right); at++) {
      const here = this.#buckets.get(at)
      if (here) here.push(box)
      else this.#buckets.set(at, [box])
    }
  }

  isFree(box: Box): boolean {
    for (let at = bucketOf(box.left); at <= bucketOf(box.right); at++) {
      if (this.#buckets.get(at)?.some(other => meet(box, other))) return false
    }
    return true
  }
}

const bucketOf = (x: number): number => Math.floor(x / bucketPx)

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

/**
 * Gives each wish the first of its places that is free and inside the room; one that has none is left out. Earlier
 * wishes come first.
 */
export function placeLabels(wishes: Wish[], taken: Box[], room: Box): Label[] {
  const ground = new Ground()
  for (const box of taken) ground.add(box)
  return wishes.flatMap(({ places, ...wish }): Label[] => {
    for (const place of places) {
      const box = boxOf(wish, place)
      const inside =
        box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom
      if (!inside || !ground.isFree(box)) continue
      ground.add(box)
      return [{ ...wish, ...place }]
    }
    return []
  })
}

function boxOf({ lines, fontSize, strong }: Omit<Wish, 'places'>, { x, y, align }: Anchor): Box {
  const widest = lines.reduce(
    (most, { length }, index) => Math.max(most, length * (strong && index === 0 ? 1.06 : 1)),
    0,
  )
  const width = widest * fontSize * letterShare
  const left = align === 'start' ? x : align === 'end' ? x - width : x - width / 2
  const top = y - fontSize
  return { left, right: left + width, top, bottom: top + lines.length * lineHeightOf(fontSize) }
}

/** Breaks text into at most `lines` lines of some `letters` each; what does not fit is cut off with a sign. */
export function broken(text: string, letters: number, lines: number): string[] {
  const rows: string[] = []
  for (const word of text.split(/\s+/)) {
    const last = rows.at(-1)
    if (last !== undefined && `${last} ${word}`.length <= letters) rows[rows.length - 1] = `${last} ${word}`
    else rows.push(word)
  }
  if (rows.length <= lines) return rows
  const kept = rows.slice(0, lines)
  return [...kept.slice(0, -1), `${kept.at(-1)?.replace(/[.,;:!?]$/, '')}\u2026`]
}
