import type { Wing } from '../findings/hinge.ts'

const tip: Record<Wing, number> = { up: -7.5, level: 0, down: 7.5 }

function wing(side: -1 | 1, direction: Wing): string {
  const end = tip[direction]
  return `M${side * 3.2} ${(end * 0.14).toFixed(2)}L${side * 18} ${end}`
}

/** Two wings on a pin: the left is experience, the right service; up is better, down is worse. */
export function HingeGlyph({ experience, service, unknown }: { experience: Wing; service: Wing; unknown: boolean }) {
  return (
    <svg width="60" height="27" viewBox="-22 -10 44 20" aria-hidden="true" overflow="visible">
      <path
        d={wing(-1, experience)}
        stroke={unknown ? 'var(--rule-2)' : 'var(--cx)'}
        strokeWidth="4.2"
        strokeLinecap="round"
      />
      <path
        d={wing(1, service)}
        stroke={unknown ? 'var(--rule-2)' : 'var(--sv)'}
        strokeWidth="4.2"
        strokeLinecap="round"
      />
      <circle r="2.5" fill="var(--ink)" />
    </svg>
  )
}
