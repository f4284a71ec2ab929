/** So many deliveries are in hand at once: while one is loaded those behind it are made ready, small and large alike. */
const IN_HAND = 3

/** Hands over one delivery after the other, in their order. */
export interface Tandem {
  /**
   * Begins a delivery, and ends when the next may begin: this one has its turn, and not too many are in hand. What goes
   * wrong with any is thrown here or by `done`.
   *
   * @param deliver calls `onTurn` when what is delivered from then on is loaded after it
   */
  add(deliver: (onTurn: () => void) => Promise<void>): Promise<void>
  /** Ends when all is loaded. */
  done(): Promise<void>
}

export function openTandem(): Tandem {
  const inHand: Promise<void>[] = []
  return {
    async add(deliver) {
      const { promise: turn, resolve } = Promise.withResolvers<void>()
      const delivery = deliver(resolve)
      delivery.catch(() => {})
      inHand.push(delivery)
      await Promise.race([turn, delivery])
      if (inHand.length >= IN_HAND) await inHand.shift()
    },
    async done() {
      await Promise.all(inHand.splice(0))
    },
  }
}
