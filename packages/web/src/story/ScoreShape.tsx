import type { FeedbackKind } from '../graphql/generated/graphql.ts'

/** Which question was answered, by its form: it must not be read by its hue. */
export function ScoreShape({ kind }: { kind: FeedbackKind }) {
  switch (kind) {
    case 'TRANSACTIONAL_NPS':
      return <circle r="6" fill="var(--cx)" />
    case 'RELATIONAL_NPS':
      return <path d="M0 -7.5 7.5 0 0 7.5 -7.5 0z" fill="var(--cx)" />
    case 'CES':
      return <rect x="-5.5" y="-5.5" width="11" height="11" rx="1.5" fill="var(--cx)" />
    case 'REVIEW':
      return <path d={star} fill="var(--cx)" />
    case 'CSAT':
      return <path d="M0 -7 6.1 -3.5V3.5L0 7 -6.1 3.5V-3.5z" fill="var(--cx)" />
  }
}

const star = Array.from({ length: 10 }, (_, corner) => {
  const angle = (corner * Math.PI) / 5
  const radius = corner % 2 === 0 ? 8 : 3.6
  return `${corner === 0 ? 'M' : 'L'}${(radius * Math.sin(angle)).toFixed(1)} ${(-radius * Math.cos(angle)).toFixed(1)}`
}).join('')
