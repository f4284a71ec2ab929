import css from './Ground.module.css'

/** What an annotation lies on: days as a wash of ink, a moment (`width` null) as a dotted line. In px. */
export function Ground({
  x,
  y,
  width,
  height,
  hatch,
}: {
  x: number
  y: number
  width: number | null
  height: number
  hatch: string
}) {
  if (width === null) {
    return (
      <path d={`M${x.toFixed(1)} ${y}v${height}`} stroke="var(--ink-3)" strokeDasharray="1.5 3" pointerEvents="none" />
    )
  }
  const area = { x: x.toFixed(1), y, width: width.toFixed(1), height }
  return (
    <g pointerEvents="none">
      <rect {...area} fill="var(--ink)" opacity=".045" />
      <rect {...area} fill={`url(#${hatch})`} className={css.onPaper} />
    </g>
  )
}

/** Seen on paper alone, where a pale wash may be lost. */
export function Hatch({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
        <path d="M0 0V6" stroke="var(--ink)" strokeWidth="0.8" opacity=".3" />
      </pattern>
    </defs>
  )
}
