import { parseSync, Visitor } from 'vite'
import type { Source } from './rule.ts'

type Parsed = ReturnType<typeof parseSync>
export type VisitorObject = ConstructorParameters<typeof Visitor>[0]

const parsed = new WeakMap<Source, Parsed>()

export const isCode = (path: string) => /\.(ts|tsx|js|mjs|cjs)$/.test(path)
export const isTest = (path: string) => /\.test\.tsx?$/.test(path)

/** The syntax tree of a source, parsed once. @throws when it is not a program. */
export function syntaxOf(source: Source): Parsed {
  const known = parsed.get(source)
  if (known) return known
  const result = parseSync(source.path, source.text)
  const [error] = result.errors
  if (error) throw new Error(`${source.path}: ${error.message}`)
  parsed.set(source, result)
  return result
}

export function visit(source: Source, visitor: VisitorObject): void {
  new Visitor(visitor).visit(syntaxOf(source).program)
}
