/**
 * A square of a heat map; `value` null: not yet, or withheld. One that still runs is `partial`, one on too few answers
 * to trust `few`.
 */
export type Square = {
  column: string
  value: number | null
  text: string
  partial: boolean
  few?: boolean
  withheld?: boolean
}

/** `beside` stands between the row's name and its squares, for instance on how many it stands. */
export type HeatRow = { id: string; label: string; beside: string; squares: readonly Square[] }

/** A column by what its squares name; left out, it is called by that. */
export type HeatColumn = { id: string; label: string }

export type Lens = 'cx' | 'sv'

export const heatRowPx = 28
export const heatRoomPx = { top: 24, left: 132 }

/** Ink stays readable on the darkest square, in both schemes. */
const [palest, deepest] = [0.06, 0.5]

/** How deep a figure's square is, from the least to the greatest of the map. */
export const depthOf = (value: number, { least, most }: Reach): number =>
  most === least ? deepest : palest + ((value - least) / (most - least)) * (deepest - palest)

/** Between what the squares lie. */
export type Reach = { least: number; most: number }

/** Of those that can be trusted. Null: there is no figure to show. `fromZero` where twice as deep is to mean twice as many. */
export function reachOf(rows: readonly HeatRow[], fromZero: boolean): Reach | null {
  const told = rows.flatMap(({ squares }) => squares)
  const trusted = told.filter(({ few, value }) => !few && value !== null)
  const values = (trusted.length > 0 ? trusted : told).flatMap(({ value }) => value ?? [])
  if (values.length === 0) return null
  const least = Math.min(...values)
  return { least: fromZero ? Math.min(0, least) : least, most: Math.max(...values) }
}

/** Too few to trust. */
export function Hatch({ id, lens }: { id: string; lens: Lens }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V6" stroke={`var(--${lens})`} strokeWidth="1.2" opacity=".35" />
      </pattern>
    </defs>
  )
}
