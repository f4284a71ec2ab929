import { addDays, type Grain } from '@tweeluik/schema'
import type { Dimension } from '@tweeluik/schema/facts'
import { type Metric, metrics } from '@tweeluik/schema/metrics'
import fc from 'fast-check'
import { isRecord, valueOutside } from '../../packages/api/src/metrics/dimension-values.ts'
import { fieldOf, type WhereInput } from '../../packages/api/src/metrics/filter.ts'
import type { QuestionInput } from '../../packages/api/src/metrics/question.ts'
import { FIRST_DAY, words } from './facts.ts'

type Known = keyof typeof words

/** Dimensions that go together: each leaves other metrics, and another road. */
const dimensionsTogether: readonly (readonly Known[])[] = [
  [],
  ['BRAND'],
  ['BRAND', 'CHANNEL', 'TEAM'],
  ['CHANNEL'],
  ['BRAND', 'SEGMENT', 'COUNTRY'],
  ['SEGMENT'],
  ['BRAND', 'COUNTRY'],
  ['BRAND', 'TOPIC', 'TRIGGER', 'TEAM', 'SEGMENT'],
  ['CHANNEL', 'TRIGGER'],
  ['BRAND', 'CHANNEL', 'DEPARTMENT'],
  ['DEPARTMENT', 'TEAM'],
  ['TOPIC'],
  ['JOURNEY_MAP', 'STAGE', 'TOUCHPOINT'],
  ['BRAND', 'TOUCHPOINT', 'STAGE'],
  ['STAGE', 'SEGMENT'],
  ['JOURNEY_MAP'],
  ['TOUCHPOINT'],
  ['CONTACTED'],
  ['COUNTRY'],
  ['SLA_POLICY'],
]

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

/** For what sends all contacts of a question to the facts: their rollups must be read too. */
const seldom = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

function conditionOn(dimension: Known): fc.Arbitrary<WhereInput> {
  const value = fc.constantFrom<string>(...words[dimension]).map(word => valueOutside(dimension, word) ?? '')
  const operators = isRecord(dimension) ? ['eq', 'not'] : ['eq', 'not', 'lt', 'lte', 'gt', 'gte', 'startsWith']
  const conditions: fc.Arbitrary<WhereInput[string]> = fc.oneof(
    fc.record({ operator: fc.constantFrom(...operators), value }).map(({ operator, value }) => ({ [operator]: value })),
    fc.uniqueArray(value).map(values => ({ in: values })),
    fc.boolean().map(isNull => ({ isNull })),
  )
  return conditions.map(condition => ({ [fieldOf(dimension)]: condition }))
}

export function whereOn(dimensions: readonly Known[]): fc.Arbitrary<WhereInput> {
  const { where } = fc.letrec<{ where: WhereInput }>(tie => ({
    where: fc.oneof(
      { maxDepth: 2 },
      fc.oneof(...dimensions.map(conditionOn)),
      fc.array(tie('where'), { maxLength: 2 }).map(and => ({ and })),
      fc.array(tie('where'), { minLength: 1, maxLength: 2 }).map(or => ({ or })),
      tie('where').map(not => ({ not })),
    ),
  }))
  return where
}

const grains: readonly (Grain | undefined)[] = [undefined, 'DAY', 'WEEK', 'MONTH']

/** What is not told of `other`, since each group is told beside all others. */
const isToldBeside = ({ parts, alwaysBy }: Metric) =>
  alwaysBy !== undefined || Object.values(parts).some(part => 'ofWhole' in part && part.ofWhole)
const currency = maybe(fc.constantFrom('USD', 'EUR'))

/** Any question on these dimensions that can be asked of the random facts. */
const questionOn = (dimensions: readonly Known[], where: fc.Arbitrary<WhereInput | undefined>, plain = false) =>
  fc
    .record({
      from: fc.integer({ min: -5, max: 45 }),
      length: fc.integer({ min: 1, max: 40 }),
      grain: fc.constantFrom(...(plain ? [undefined, 'MONTH' as const] : grains)),
      // One or two are always grouped by, so that every rollup is read.
      groupBy: fc.subarray([...dimensions], {
        minLength: plain || dimensions.length > 2 ? 0 : dimensions.length,
        maxLength: plain ? 0 : Math.min(3, dimensions.length),
      }),
      where,
      top: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 1 }),
      compare: maybe(fc.constantFrom('PREVIOUS_PERIOD', 'YEAR_AGO', 'YEAR_AGO_WEEKDAY')),
      params: fc.record({
        windowDays: maybe(fc.integer({ min: 1, max: 30 })),
        inactivityDays: maybe(fc.integer({ min: 1, max: 40 })),
        shortAbandonSeconds: seldom(fc.integer({ min: 1, max: 600 })),
        answeredWithinSeconds: seldom(fc.integer({ min: 1, max: 3600 })),
        resolution: maybe(fc.constantFrom('FIRST', 'FULL')),
        exposure: maybe(fc.constantFrom('ORDERS', 'CUSTOMERS')),
        per: maybe(fc.constantFrom('WEEK', 'MONTH', 'YEAR')),
        horizonMonths: maybe(fc.integer({ min: 1, max: 6 })),
        discountRate: maybe(fc.constantFrom(0, 0.1, 1)),
        currency,
      }),
    })
    .map(({ from, length, compare, top, params, ...rest }) => {
      const isGathered = rest.groupBy.length > 0 && (top !== undefined || rest.groupBy.length > 2)
      const keys = [...metrics.values()].filter(
        metric =>
          dimensions.every(one => metric.dimensions.includes(one)) &&
          !metric.answeredBy &&
          (metric.grains?.includes(rest.grain ?? 'MONTH') ?? true) &&
          !(isGathered && isToldBeside(metric)),
      )
      const known = new Set(keys.flatMap(metric => Object.keys(metric.params)))
      const start = addDays(FIRST_DAY, from)
      return {
        ...rest,
        keys: keys.map(({ key }) => key),
        period: { from: start, to: addDays(start, length) },
        groupBy: rest.groupBy as Dimension[],
        top: rest.groupBy.length > 0 ? top : undefined,
        compare: rest.grain === 'MONTH' && compare === 'YEAR_AGO_WEEKDAY' ? undefined : compare,
        params: Object.fromEntries(Object.entries(params).filter(([name]) => known.has(name))),
      } as QuestionInput
    })

/** One on each set of dimensions. */
export const questions = fc.tuple(
  ...dimensionsTogether.map(dimensions =>
    questionOn(dimensions, dimensions.length > 0 ? maybe(whereOn(dimensions)) : fc.constant(undefined)),
  ),
)

const filteredOn = (dimensions: readonly Known[]) => questionOn(dimensions, whereOn(dimensions))
/** Ungrouped and by no bucket shorter than a month: of every metric there is. */
const plainOn = (dimensions: readonly Known[]) => questionOn(dimensions, whereOn(dimensions), true)

/** Three plain ones on the dimension that every metric is known by, and one on each set. */
export const filteredQuestions = fc.tuple(
  ...Array.from({ length: 3 }, () => plainOn(['BRAND'])),
  ...dimensionsTogether.slice(1).map(filteredOn),
)
