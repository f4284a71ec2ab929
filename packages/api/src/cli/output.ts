/** Prints one line for a person. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Prints one JSON value on one line, for a script. */
export function sayJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`)
}

/** Prints one line beside the results, where scripts do not look for them. */
export function complain(line: string): void {
  process.stderr.write(`${line}\n`)
}
