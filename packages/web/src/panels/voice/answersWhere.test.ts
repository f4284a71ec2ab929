import { expect, it } from 'vitest'
import { answersWhere, readScore } from './answersWhere.ts'

const period = { from: '2026-03-01', to: '2026-04-01' }

it('asks for the days that the figures count, wherever the reader is', () => {
  expect(answersWhere(period, {}, null, null).and?.[0]).toEqual({ day: { gte: '2026-03-01', lt: '2026-04-01' } })
})

it('reads a verdict, or scores that the chosen question has', () => {
  expect(readScore('neutral', null)).toEqual({ outcome: 'neutral' })
  expect(readScore('7,6,9,soon', 'CES')).toEqual({ among: [6, 7] })
  expect(readScore('7', null)).toBeNull()
  expect(answersWhere(period, {}, 'CES', { among: [6, 7] }).and).toContainEqual({ score: { in: [6, 7] } })
})
