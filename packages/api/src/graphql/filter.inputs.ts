// Decorators look for it the moment they are applied.
import 'reflect-metadata'
import { Field, Float, ID, InputType, Int } from 'type-graphql'
import { DateTime, Day, Decimal } from './scalars.ts'

const words = {
  eq: 'Equal to this.',
  in: 'Equal to one of these; none of them: no record.',
  not: 'Something else than this; records without a value are left out.',
  lt: 'Less than this.',
  lte: 'This or less.',
  gt: 'More than this.',
  gte: 'This or more.',
  startsWith: 'Begins with this, letter by letter.',
  isNull: 'true: without a value. false: with one.',
}
export type Operator = keyof typeof words

/** The conditions on one field, which must all hold. */
export type Comparison = Partial<Record<Operator, unknown>>

const equality: readonly Operator[] = ['eq', 'in', 'not', 'isNull']
const ordering: readonly Operator[] = ['lt', 'lte', 'gt', 'gte']

type Scalar = Parameters<typeof Field>[0]

function filterOf(name: string, type: () => object, operators: readonly Operator[]) {
  @InputType(`${name}Filter`, { description: `Conditions on a field of type ${name}, which must all hold.` })
  class Filter {}
  for (const operator of operators) {
    const returns = () => (operator === 'isNull' ? Boolean : operator === 'in' ? [type()] : type())
    Field(returns as Extract<Scalar, () => unknown>, { nullable: true, description: words[operator] })(
      Filter.prototype,
      operator,
    )
  }
  return Filter
}
export type FilterType = ReturnType<typeof filterOf>

export const IDFilter = filterOf('ID', () => ID, equality)
export const StringFilter = filterOf('String', () => String, [...equality, ...ordering, 'startsWith'])
export const BooleanFilter = filterOf('Boolean', () => Boolean, equality)
export const IntFilter = filterOf('Int', () => Int, [...equality, ...ordering])
export const FloatFilter = filterOf('Float', () => Float, [...equality, ...ordering])
export const DecimalFilter = filterOf('Decimal', () => Decimal, [...equality, ...ordering])
export const DateFilter = filterOf('Date', () => Day, [...equality, ...ordering])
export const DateTimeFilter = filterOf('DateTime', () => DateTime, [...equality, ...ordering])

/** For an enum that was registered under this name. */
export const enumFilter = (name: string, words: object) => filterOf(name, () => words, equality)
