/** An expected failure, as data: what went wrong, where, and what the reader can do about it. */
export interface Problem {
  /** SCREAMING_SNAKE, stable; scripts may depend on it. */
  code: string
  /** Where in the input, dotted (`refunds.0.at`); empty when it is about the whole. */
  path: string
  message: string
  fix: string
}

/** A failure that the caller is meant to read. Anything else that is thrown is a fault and stays inside. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
    this.name = 'ProblemError'
  }
}

/** Throws a {@link ProblemError}; `path` is empty when the whole is meant. */
export function fail(code: string, path: string, message: string, fix: string): never {
  throw new ProblemError({ code, path, message, fix })
}

/** What went wrong and what to do about it, as two sentences for a person. */
export function sentences({ message, fix }: Pick<Problem, 'message' | 'fix'>): string {
  return [message, fix].map(text => (/[.?!]$/.test(text) ? text : `${text}.`)).join(' ')
}
