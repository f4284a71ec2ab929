import { parseSync, Visitor } from 'vite'

/** One small change to a program, which its examples must notice. */
export interface Mutant {
  line: number
  /** What was written and what stands there now. */
  was: string
  is: string
  text: string
}

/** Two ways to write a thing wrong; either way round. */
const FLIPS: Record<string, string> = {
  '+': '-',
  '-': '+',
  '*': '/',
  '/': '*',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '===': '!==',
  '!==': '===',
  '&&': '||',
  '||': '&&',
  '??': '&&',
  '!': '',
}
/** The operators of a part's conditions. */
const CONDITIONS: Record<string, string> = { lt: 'lte', lte: 'lt', gt: 'gte', gte: 'gt', not: 'eq', eq: 'not' }

/** What a metric says of itself to people, and its examples: no program. */
const TOLD = new Set([
  'key',
  'lens',
  'version',
  'unit',
  'direction',
  'minSample',
  'formula',
  'countedOn',
  'source',
  'words',
  'examples',
  'params',
])

/** How it may be asked and grouped, which plain rows do not tell: `asked.test.ts` beside the metrics says it of each. */
const ASKED = new Set(['dividedBy', 'grains', 'ratePer', 'answeredBy', 'ofWhole'])

/** Every mutant of a metric's file, one operator, condition or order of arguments at a time. */
export function mutantsOf(path: string, text: string): readonly Mutant[] {
  const { program } = parseSync(path, text)
  const mutants: Mutant[] = []
  const told: (readonly [start: number, end: number])[] = []
  const change = (start: number, end: number, is: string) => {
    if (told.some(([from, to]) => from <= start && start < to)) return
    const line = text.slice(0, start).split('\n').length
    mutants.push({ line, was: text.slice(start, end), is, text: text.slice(0, start) + is + text.slice(end) })
  }
  const flipBetween = (operator: string, left: { end: number }, right: { start: number }) => {
    const flipped = FLIPS[operator]
    if (flipped === undefined) return
    const start = left.end + text.slice(left.end, right.start).indexOf(operator)
    change(start, start + operator.length, flipped)
  }
  new Visitor({
    ExportDefaultDeclaration({ declaration }) {
      if (declaration.type !== 'CallExpression') return
      for (const argument of declaration.arguments) {
        if (argument.type !== 'ObjectExpression') continue
        const named = argument.properties.flatMap(one =>
          one.type === 'Property' && one.key.type === 'Identifier' ? [{ ...one, name: one.key.name }] : [],
        )
        // Cohorts are told from customers' days: their parts only name what they may be grouped by.
        const isOfCohorts = named.some(({ name }) => name === 'answeredBy')
        for (const { name, start, end } of named) {
          if (TOLD.has(name) || (isOfCohorts && name === 'parts')) told.push([start, end])
        }
      }
    },
    TSLiteralType({ start, end }) {
      told.push([start, end])
    },
    BinaryExpression({ operator, left, right }) {
      flipBetween(operator, left, right)
    },
    LogicalExpression({ operator, left, right }) {
      flipBetween(operator, left, right)
    },
    UnaryExpression({ operator, start, argument }) {
      if (operator === '!' || operator === '-') change(start, argument.start, '')
    },
    ConditionalExpression({ consequent, alternate }) {
      const [first, second] = [consequent, alternate].map(({ start, end }) => text.slice(start, end))
      change(consequent.start, alternate.end, `${second} : ${first}`)
    },
    Literal({ value, start, end }) {
      if (typeof value === 'boolean') change(start, end, String(!value))
      if (typeof value === 'number') change(start, end, String(value + 1))
    },
    Property({ key, shorthand, start, end }) {
      if (key.type !== 'Identifier') return
      if (ASKED.has(key.name)) told.push([start, end])
      const flipped = CONDITIONS[key.name]
      if (flipped !== undefined && !shorthand) change(key.start, key.end, flipped)
      // Without them nothing that it tells is wrong: `asked.test.ts` says which metrics have them.
      if (key.name !== 'values') change(start, text[end] === ',' ? end + 1 : end, '')
    },
    CallExpression({ callee, arguments: given }) {
      if (callee.type !== 'Identifier') return
      for (const [index, argument] of given.slice(1).entries()) {
        const before = given[index]
        if (!before || !isName(before) || !isName(argument)) continue
        const swapped = [argument, text.slice(before.end, argument.start), before]
        change(
          before.start,
          argument.end,
          swapped.map(part => (typeof part === 'string' ? part : text.slice(part.start, part.end))).join(''),
        )
      }
    },
  }).visit(program)
  return mutants
}

const isName = (node: { type: string; value?: unknown }) => node.type === 'Literal' && typeof node.value === 'string'
