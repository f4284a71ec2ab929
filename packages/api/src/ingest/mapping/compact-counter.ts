import { hash } from 'node:crypto'
import { fail } from '@tweeluik/schema'

const WORDS_PER_SLOT = 3
const FIRST_SLOTS = 1_024

/**
 * Counts how often each key was seen, in 18 to 36 bytes a key: the bound of 10 million keys takes at most 400 MB.
 * Keys are told apart by 64 bits of SHA-256; among 10 million two meet once in 370,000 imports.
 */
export class CompactCounter {
  /** Two words of the key's hash and its count, slot by slot; count 0 is a free slot. */
  #slots = new Uint32Array(FIRST_SLOTS * WORDS_PER_SLOT)
  #mask = FIRST_SLOTS - 1
  #keys = 0

  constructor(readonly maxKeys = 10_000_000) {}

  /** Which occurrence of the key this is, from 1. Throws when there are more different keys than the bound. */
  next(key: string): number {
    const digest = hash('sha256', key, 'buffer')
    const [high, low] = [digest.readUInt32LE(0), digest.readUInt32LE(4)]
    const at = slotOf(this.#slots, this.#mask, high, low)
    const count = (this.#slots[at + 2] as number) + 1
    this.#slots.set([high, low, count], at)
    if (count === 1) this.#makeRoom()
    return count
  }

  #makeRoom(): void {
    this.#keys++
    if (this.#keys > this.maxKeys) {
      const limit = this.maxKeys.toLocaleString('en')
      fail('TOO_MANY_IDS', '', `More than ${limit} different ids are to be told apart.`, 'Import the files in parts.')
    }
    if (this.#keys * 3 <= (this.#mask + 1) * 2) return
    const [old, mask] = [this.#slots, this.#mask * 2 + 1]
    const grown = new Uint32Array((mask + 1) * WORDS_PER_SLOT)
    for (let from = 0; from < old.length; from += WORDS_PER_SLOT) {
      if (old[from + 2] === 0) continue
      const slot = old.subarray(from, from + WORDS_PER_SLOT)
      grown.set(slot, slotOf(grown, mask, slot[0] as number, slot[1] as number))
    }
    this.#slots = grown
    this.#mask = mask
  }
}

/** Where the hash stands, or the free slot where it belongs. */
function slotOf(slots: Uint32Array, mask: number, high: number, low: number): number {
  let at = (high & mask) * WORDS_PER_SLOT
  while (slots[at + 2] !== 0 && (slots[at] !== high || slots[at + 1] !== low)) at = (at + WORDS_PER_SLOT) % slots.length
  return at
}
