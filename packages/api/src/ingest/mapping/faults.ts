import { sentences } from '@tweeluik/schema'
import { nearest } from '@tweeluik/schema/records'
import { type Document, isAlias, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml'
import type { z } from 'zod'

/** What is wrong in a mapping, and where in its YAML. */
export interface MappingFault {
  /** 1-based. */
  line: number
  /** 1-based. */
  column: number
  path: string
  code: string
  message: string
  fix: string
}

/** The mapping cannot be used; all its faults at once. */
export class InvalidMapping extends Error {
  constructor(
    readonly mapping: string,
    readonly faults: MappingFault[],
  ) {
    super(faults.map(fault => `${mapping}:${fault.line}:${fault.column} ${sentences(fault)}`).join('\n'))
    this.name = 'InvalidMapping'
  }
}

/** A fault that knows its keys but not yet its line. */
export interface UnplacedFault {
  path: (string | number)[]
  code: string
  message: string
  fix: string
}

/** Faults where their keys stand in the YAML, or where the nearest key above them does. */
export function placeFaults(faults: UnplacedFault[], document: Document, lines: LineCounter): MappingFault[] {
  const placed = faults.map(fault => {
    const { line, col } = lines.linePos(offsetOf(document, fault.path))
    return { line: Math.max(line, 1), column: Math.max(col, 1), ...fault, path: fault.path.join('.') }
  })
  return placed.sort((a, b) => a.line - b.line || a.column - b.column)
}

function offsetOf(document: Document, path: (string | number)[]): number {
  let node = document.contents as Node | null | undefined
  let offset = node?.range?.[0] ?? 0
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document)
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value as Node | null
    } else if (isSeq(node)) {
      node = node.items[Number(step)] as Node | undefined
      if (!node) break
      offset = node.range?.[0] ?? offset
    } else break
  }
  return offset
}

/** zod's words about a mapping as ours. */
export function issueFaults(issue: z.core.$ZodIssue, knownKeys: (path: PropertyKey[]) => string[]): UnplacedFault[] {
  const path = issue.path.filter(step => typeof step !== 'symbol')
  const at = (code: string, message: string, fix: string) => [{ path, code, message, fix }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(key => {
        const known = knownKeys(issue.path)
        const fix = suggestion(key, known) ?? `Known here are ${known.join(', ')}`
        return { path: [...path, key], code: 'UNKNOWN_KEY', message: `${key} is no key of a mapping here`, fix }
      })
    case 'custom':
      return at(
        String(issue.params?.['code'] ?? 'INVALID_VALUE'),
        issue.message,
        String(issue.params?.['fix'] ?? seeDocs),
      )
    case 'invalid_value': {
      const words = issue.values.map(String)
      const fix = suggestion(String(issue.input), words) ?? `Use one of ${words.join(', ')}`
      return at('INVALID_VALUE', `${String(issue.input)} is not known here`, fix)
    }
    case 'invalid_type':
      return issue.input === undefined
        ? at('MISSING_KEY', `${String(path.at(-1) ?? 'The mapping')} is missing`, `Add it`)
        : at('WRONG_TYPE', `Is not of type ${issue.expected}`, fixOfType(issue.expected))
    default:
      return at('INVALID_VALUE', issue.message, seeDocs)
  }
}

const seeDocs = 'See docs/mapping.md'

function fixOfType(expected: string): string {
  return expected === 'object' ? 'Name a column, or write keys such as constant: below it' : seeDocs
}

function suggestion(word: string, known: string[]): string | null {
  const near = nearest(word, known)
  return near === null ? null : `Did you mean ${near}?`
}
