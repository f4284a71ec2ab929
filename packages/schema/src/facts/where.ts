/** One column's condition: a value means equal; several operators must all hold. */
export type Condition<Value> = Value | Comparison<Value>

export interface Comparison<Value> {
  eq?: Value
  in?: readonly Value[]
  not?: Value
  lt?: Value
  lte?: Value
  gt?: Value
  gte?: Value
  isNull?: boolean
}

/** Conditions on columns that must all hold. Comparing with null holds for nothing, as in SQL; use `isNull`. */
export type Where<Row> = { readonly [Column in keyof Row]?: Condition<NonNullable<Row[Column]>> }

const isComparison = (condition: unknown): condition is Comparison<unknown> =>
  typeof condition === 'object' && condition !== null

/** A condition's operators, whichever way it was written. */
export function comparisonOf(condition: unknown): Comparison<unknown> {
  return isComparison(condition) ? condition : { eq: condition }
}

const order = (left: unknown, right: unknown) => (left as number) - (right as number)

function compares(value: unknown, operator: string, operand: unknown): boolean {
  if (operator === 'isNull') return (value == null) === operand
  if (value == null) return false
  switch (operator) {
    case 'eq':
      return value === operand
    case 'not':
      return value !== operand
    case 'in':
      return (operand as readonly unknown[]).includes(value)
    case 'lt':
      return order(value, operand) < 0
    case 'lte':
      return order(value, operand) <= 0
    case 'gt':
      return order(value, operand) > 0
    case 'gte':
      return order(value, operand) >= 0
    default:
      throw new Error(`No such operator: ${operator}`)
  }
}

/** Whether a row meets every condition: the same meaning that `whereSql` has in the database. */
export function meets(row: Readonly<Record<string, unknown>>, where: Where<object>): boolean {
  return Object.entries(where).every(([column, condition]) =>
    Object.entries(comparisonOf(condition)).every(([operator, operand]) => compares(row[column], operator, operand)),
  )
}

const operators: Record<string, string> = { eq: '=', not: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' }

/** `handleSeconds` in the database is `handle_seconds`. */
export const columnName = (name: string) => name.replace(/[A-Z0-9]+/g, run => `_${run.toLowerCase()}`)

function literal(value: unknown): string {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error('A condition holds a number that is none')
    return String(value)
  }
  if (typeof value === 'boolean') return String(value)
  return `'${String(value).replaceAll("'", "''")}'`
}

/**
 * The conditions as SQL over `alias`. Their values come from our own metric files and from parameters that were
 * checked as numbers; what a user types in a filter never comes through here.
 */
export function whereSql(where: Where<object>, alias: string): string {
  const terms = Object.entries(where).flatMap(([column, condition]) =>
    Object.entries(comparisonOf(condition)).map(([operator, operand]) => {
      const name = `${alias}.${columnName(column)}`
      if (operator === 'isNull') return `${name} is ${operand ? '' : 'not '}null`
      if (operator === 'in') return `${name} in (${(operand as readonly unknown[]).map(literal).join(', ')})`
      return `${name} ${operators[operator]} ${literal(operand)}`
    }),
  )
  return terms.length === 0 ? 'true' : terms.join(' and ')
}
