import type { Problem } from '@tweeluik/schema'
import type { RecordKind } from '@tweeluik/schema/records'

/** Rows that were refused for one reason. `message` and `fix` are those of the first of them. */
export interface Cause extends Problem {
  kind: RecordKind
  count: number
  /** Of the first few. */
  lines: number[]
}

const CAUSES_KEPT = 1_000
const CAUSES_SHOWN = 100
const LINES_SHOWN = 10

/** Groups refused rows by kind, code and field, in bounded memory: a file may be wrong in a thousand ways. */
export function openCauses() {
  const causes = new Map<string, Cause>()
  return {
    add(kind: RecordKind, { line, code, path, message, fix }: Problem & { line: number }) {
      const key = `${kind} ${code} ${path}`
      const cause = causes.get(key) ?? { kind, code, path, message, fix, count: 0, lines: [] }
      if (cause.count === 0 && causes.size >= CAUSES_KEPT) return
      causes.set(key, cause)
      cause.count += 1
      if (cause.lines.length < LINES_SHOWN) cause.lines.push(line)
    },
    mostFrequent: (): Cause[] =>
      [...causes.values()].sort((one, other) => other.count - one.count).slice(0, CAUSES_SHOWN),
  }
}
