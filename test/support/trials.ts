import { killsWanted } from './env.ts'

/** How long the trials of test/faults are. */
export interface Trials {
  /** Processes killed. */
  kills: number
  /** Payloads of the fuzz. */
  payloads: number
  /** Of each kind so many statements fail, each being so many after the one before. */
  statementsMax: number
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
export const shortTrials = (): Trials => ({
  kills: 4,
  payloads: 300,
  statementsMax: 1,
  statementStep: 18,
  cases: 8,
  heavy: false,
})

/** As long as a promise takes that is to be believed. */
export const longTrials = (): Trials => ({
  kills: killsWanted() ?? 100,
  payloads: 10_000,
  statementsMax: Number.POSITIVE_INFINITY,
  statementStep: 1,
  cases: 200,
  heavy: true,
})
