/** More rows than any batch may have. */
const BATCH_PLACES = 2 ** 20
/** As many as fit beside it into an integer of the database. */
export const SLOTS = 2 ** 11 - 1

/** A row's place in a load, in which several batches may be: its batch's slot, and its position in the batch. */
export const placeOf = (slot: number, position: number) => slot * BATCH_PLACES + position
export const slotOf = (place: number) => Math.floor(place / BATCH_PLACES)
export const positionOf = (place: number) => place % BATCH_PLACES

/** The same in SQL. */
export const slotSql = (place: string) => `(${place} / ${BATCH_PLACES})`
export const positionSql = (place: string) => `(${place} % ${BATCH_PLACES})`
/** The version of a row by its batch and its position, where several have the same moment. */
export const versionSql = (sequence: string, place: string) =>
  `${sequence}::bigint * ${BATCH_PLACES} + ${positionSql(place)}`
