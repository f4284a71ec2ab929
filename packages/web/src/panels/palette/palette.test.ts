import { expect, it } from 'vitest'
import { type Choice, found } from './search.ts'

const choice = (id: string, label: string, otherwise: string): Choice => ({
  id,
  label,
  otherwise,
  kind: '',
  run: () => {},
})
const choices = [
  choice('page:/', 'Overzicht', 'Overview'),
  choice('metric:RETENTION_RATE', 'Klantbehoud', 'Retention'),
  choice('metric:CHURN_RATE', 'Klantverloop', 'Churn'),
  choice('help', 'Uitleg', 'Help'),
]
const ids = (typed: string, recent: string[] = []) =>
  found(choices, typed, recent, ({ id }) => !id.startsWith('metric:')).map(({ id }) => id)

it('finds by the Dutch and the English word, and past a slip of the finger', () => {
  for (const typed of ['behoud', 'retention', 'retentoin', 'RETENT']) {
    expect(ids(typed), typed).toEqual(['metric:RETENTION_RATE'])
  }
  expect(ids('klant')).toEqual(['metric:RETENTION_RATE', 'metric:CHURN_RATE'])
  expect(ids('qqqq')).toEqual([])
})

it('has what was chosen of late first, and without letters what is usual after it', () => {
  expect(ids('klant', ['metric:CHURN_RATE'])).toEqual(['metric:CHURN_RATE', 'metric:RETENTION_RATE'])
  expect(ids('', ['metric:CHURN_RATE', 'help'])).toEqual(['metric:CHURN_RATE', 'help', 'page:/'])
})
