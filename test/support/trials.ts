import { killsWanted } from './env.ts'

/** How long the trials of test/faults are. */
export interface Trials {
  /** Processes killed. */
  kills: number
  /** Payloads of the fuzz. */
  payloads: number
  /** Every n-th statement of a load fails once. */
  statementStep: number
  /** Random cases of a property. */
  cases: number
  /** Whether to try what takes a mount or minutes. */
  heavy: boolean
}

declare module 'vitest' {
  interface ProvidedContext {
    trials: Trials
  }
}

/** As short as every run of the tests bears. */
export const shortTrials = (): Trials => ({ kills: 4, payloads: 300, statementStep: 16, cases: 8, heavy: false })

/** As long as a promise takes that is to be believed. */
export const longTrials = (): Trials => ({
  kills: killsWanted() ?? 100,
  payloads: 10_000,
  statementStep: 1,
  cases: 200,
  heavy: true,
})
