/** A square of a heat map; `value` null: not yet, or withheld. One that still runs is `partial`. */
type Square = { column: string; value: number | null; text: string; partial: boolean }

/** `beside` stands between the row's name and its squares, for instance on how many it stands. */
export type HeatRow = { id: string; label: string; beside: string; squares: readonly Square[] }

export const heatRowPx = 28
export const heatRoomPx = { top: 24, left: 132 }
