import { fail } from '@tweeluik/schema'
import { sqlState } from './connection-failure.ts'

const STATEMENT_TIMEOUT = '57014'

/** Turns the database's own limit of time into a failure that the asker is meant to read. */
export function refuseHeavy(error: unknown): never {
  if (sqlState(error) === STATEMENT_TIMEOUT) {
    fail(
      'QUESTION_TOO_HEAVY',
      '',
      'The database did not answer this question in time',
      'Ask a shorter period, fewer records or conditions on indexed fields',
    )
  }
  throw error
}
