import { type Problem, ProblemError } from '@tweeluik/schema'

/** Why one row cannot be taken; the rows around it go on. */
export type RowFault = Problem

/** One row as it was sent, with what it holds or why it cannot be taken; without both, its text is JSON yet to be read. */
export interface RawRow {
  /** The 1-based line of the file on which the row starts. */
  line: number
  /** The row as sent, without its line ending; only the beginning when it was too long. */
  text: string
  value: Record<string, unknown> | null
  fault: RowFault | null
}

/** The input as a whole cannot be read: nothing in it, no header, no array. */
export class UnreadableInput extends ProblemError {
  constructor(problem: Problem) {
    super(problem)
    this.name = 'UnreadableInput'
  }
}

/** Throws an {@link UnreadableInput} about the whole input. */
export function unreadable(code: string, message: string, fix: string): never {
  throw new UnreadableInput({ code, path: '', message, fix })
}

/** A fault of the row as a whole. */
export function rowFault(code: string, message: string, fix: string): RowFault {
  return { code, path: '', message, fix }
}
