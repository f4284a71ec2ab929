import { fail } from '@tweeluik/schema'
import { metrics } from '@tweeluik/schema/metrics'
import { type Asker, answerQuestion, questionOf } from './engine.ts'
import type { Figure } from './figure.ts'
import type { WhereInput } from './filter.ts'
import type { Period } from './periods.ts'

const WINDOW_DAYS_MAX = metrics.get('FIRST_TIME_FIX')?.params['windowDays']?.max ?? 0

export interface FixPoint {
  windowDays: number
  figure: Figure
}

export interface FixCurveInput {
  period: Period
  where?: WhereInput | null
  /** Left out: every one from 1 to the longest. */
  windowDays?: readonly number[] | null
}

/**
 * First-time fix for several windows at once, by one statement. Each point counts the contacts that are ripe for its own
 * window, so that a longer window stands on fewer.
 *
 * @throws a ProblemError when it cannot be asked.
 */
export async function answerFixCurve(asker: Asker, { period, where, windowDays }: FixCurveInput): Promise<FixPoint[]> {
  const question = questionOf(asker, { keys: ['FIRST_TIME_FIX'], period, where: where ?? null })
  const windows = windowDays ?? Array.from({ length: WINDOW_DAYS_MAX }, (_, at) => at + 1)
  for (const [at, days] of windows.entries()) {
    if (!(days >= 1 && days <= WINDOW_DAYS_MAX)) {
      fail(
        'OUT_OF_RANGE',
        `windowDays.${at}`,
        `${days} is not from 1 to ${WINDOW_DAYS_MAX}`,
        `Send 1 to ${WINDOW_DAYS_MAX}`,
      )
    }
  }
  if (windows.length > WINDOW_DAYS_MAX) {
    fail('TOO_MANY_WINDOWS', 'windowDays', `At most ${WINDOW_DAYS_MAX} windows are answered`, 'Name each window once')
  }
  const asked = question.asked.flatMap(({ metric }) => windows.map(days => ({ metric, params: { windowDays: days } })))
  const { answers } = await answerQuestion(asker, { ...question, asked })
  return answers.map(({ total }, at) => ({ windowDays: windows[at] ?? 0, figure: total }))
}
