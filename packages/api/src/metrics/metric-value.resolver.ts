import { fail } from '@tweeluik/schema'
import {
  absenceOver,
  binsOf,
  type Counts,
  finalizeOver,
  percentile,
  percentileInterval,
  type ValuesPart,
  valuesOf,
} from '@tweeluik/schema/metrics'
import { Arg, Ctx, FieldResolver, Float, Int, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { RecordConnection } from '../graphql/record.type.ts'
import { may, type Viewer } from '../security/roles.ts'
import type { GroupValue } from './answer.ts'
import { idInColumn, isRecord, NOT_KNOWN, NOT_SET, OTHER, spokenValues } from './dimension-values.ts'
import { differenceOf, type Figure, intervalOf } from './figure.ts'
import { Bin, ComparedValue, DimensionValue, Interval, MetricValue } from './metric.type.ts'
import { Absence, Language, type LanguageName } from './metric.words.ts'
import { recordsOf } from './records.ts'

const LEVEL = 0.95
const FIRST = 20

function checkLevel(level: number | null): number {
  const confidence = level ?? LEVEL
  if (!(confidence >= 0.5 && confidence <= 0.999)) {
    fail('OUT_OF_RANGE', 'level', `${confidence} is not from 0.5 to 0.999`, 'Send 0.95')
  }
  return confidence
}

function checkShare(p: number): number {
  if (!(p >= 0 && p <= 1)) fail('OUT_OF_RANGE', 'p', `${p} is not from 0 to 1`, 'Send 0.5 for the median')
  return p
}

/** Whoever may see no rows is told of no value that fewer lie beyond: the longest wait is one person's. */
const BESIDE_MIN = 5

/** Something that is told by how a figure's values lie. Null: withheld. */
function toldBy<Told>(
  { asked, counts, withheld }: Figure,
  viewer: Viewer,
  tell: (kept: ValuesPart, counts: Counts, beside: number) => Told,
): Told | null {
  const kept = valuesOf(asked.metric, asked.params)
  return withheld || !kept || !counts ? null : tell(kept, counts(), may(viewer, 'rows') ? 1 : BESIDE_MIN)
}

@Resolver(() => MetricValue)
export class MetricValueResolver {
  @FieldResolver(() => Float, {
    nullable: true,
    description: `In the metric's unit. Null: nothing to divide by, too many days to tell it over, or withheld.`,
  })
  value(@Root() figure: Figure): number | null {
    return figure.withheld ? null : figure.value
  }

  @FieldResolver(() => Absence, { nullable: true, description: 'Why there is no value. Null: there is one.' })
  absence(@Root() { withheld, asked, parts, period }: Figure): string | null {
    return withheld ? 'WITHHELD' : absenceOver(asked.metric, asked.params, period)(parts)
  }

  @FieldResolver(() => Float, { nullable: true, description: `What is divided. Null: withheld.` })
  numerator(@Root() { withheld, asked, parts, period }: Figure): number | null {
    return withheld ? null : finalizeOver(asked.metric, asked.params, period).numerator(parts, asked.params)
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: `What it is divided by. Null: it is no ratio, or withheld.`,
  })
  denominator(@Root() { withheld, asked, parts, period }: Figure): number | null {
    return withheld ? null : finalizeOver(asked.metric, asked.params, period).denominator(parts, asked.params)
  }

  @FieldResolver(() => Int, { nullable: true, description: 'On how many records it stands. Null: withheld.' })
  n(@Root() { withheld, n }: Figure): number | null {
    return withheld ? null : n
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description:
      'Records that belong but could not be counted, such as those in another currency. Null: withheld, with all that n could be told by.',
  })
  leftOut(@Root() { withheld, leftOut }: Figure): number | null {
    return withheld ? null : leftOut
  }

  @FieldResolver(() => Boolean, {
    description: "n is under the metric's `minSample`, or the figure is withheld since it would give such a one away.",
  })
  suppressed(@Root() { suppressed, withheld }: Figure): boolean {
    return suppressed || withheld
  }

  @FieldResolver(() => Interval, {
    nullable: true,
    description: `Of the value. Null: no value, a single record, or withheld.`,
  })
  interval(
    @Root() figure: Figure,
    @Arg('level', () => Float, { nullable: true, defaultValue: LEVEL, description: 'Confidence, 0.5 to 0.999.' }) level:
      | number
      | null,
  ): Interval | null {
    const confidence = checkLevel(level)
    const interval = figure.withheld ? null : intervalOf(figure, confidence)
    return interval && { ...interval, level: confidence }
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description:
      'The least value that a share `p` of all are not over: of durations in seconds, within 1 %; of scores exactly. Null: no values, or withheld, as are the last few at either end from viewers. Only of metrics whose definition says `percentiles`.',
  })
  percentile(
    @Root() figure: Figure,
    @Arg('p', () => Float, { description: 'From 0 to 1.' }) p: number,
    @Ctx() { viewer }: Context,
  ): number | null {
    const share = checkShare(p)
    return toldBy(figure, viewer, (kept, counts, beside) => percentile(kept, counts, share, beside))
  }

  @FieldResolver(() => Interval, {
    nullable: true,
    description: 'Of that percentile. Null: too few values to tell, `p` is 0 or 1, or withheld.',
  })
  percentileInterval(
    @Root() figure: Figure,
    @Arg('p', () => Float, { description: 'From 0 to 1.' }) p: number,
    @Arg('level', () => Float, { nullable: true, defaultValue: LEVEL, description: 'Confidence, 0.5 to 0.999.' }) level:
      | number
      | null,
    @Ctx() { viewer }: Context,
  ): Interval | null {
    const confidence = checkLevel(level)
    const share = checkShare(p)
    const interval = toldBy(figure, viewer, (kept, counts, beside) =>
      percentileInterval(kept, counts, share, confidence, beside),
    )
    return interval && { ...interval, level: confidence }
  }

  @FieldResolver(() => [Bin], {
    nullable: true,
    description:
      'How its values lie, empty bins between them included: durations in classes of seconds, each score in the middle of a bin of its own. For viewers classes of a few at either end are one with the next. Null: withheld. Only of metrics whose definition says `percentiles`.',
  })
  distribution(@Root() figure: Figure, @Ctx() { viewer }: Context): Bin[] | null {
    return toldBy(figure, viewer, binsOf)
  }

  @FieldResolver(() => ComparedValue, { nullable: true, description: 'Null unless `compare` was asked.' })
  compared(@Root() figure: Figure): ComparedValue | null {
    if (!figure.compared) return null
    const { period, figure: before } = figure.compared
    const { interval, ...difference } = differenceOf(figure, before, LEVEL)
    const shown = before?.withheld ? null : before
    return {
      period,
      value: shown?.value ?? null,
      n: shown?.n ?? null,
      ...difference,
      interval: interval && { ...interval, level: LEVEL },
    }
  }

  @FieldResolver(() => RecordConnection, {
    nullable: true,
    description: 'The n records, newest first. Null: withheld, or your role shows no single records.',
  })
  async records(
    @Root() figure: Figure,
    @Arg('first', () => Int, { nullable: true, defaultValue: FIRST, description: 'How many: 0 to 500.' }) first:
      | number
      | null,
    @Arg('after', () => String, { nullable: true, description: 'An `endCursor`: only what comes after it.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<RecordConnection | null> {
    if (figure.withheld || !may(context.viewer, 'rows')) return null
    const { records, hasNextPage, startCursor, endCursor } = await recordsOf(
      context,
      figure,
      first ?? FIRST,
      after ?? null,
    )
    const nodes = await Promise.all(records.map(({ kind, id }) => context.loaders.node(kind).load(id)))
    return {
      nodes: nodes.filter(node => node !== null),
      pageInfo: { hasNextPage, hasPreviousPage: after != null, startCursor, endCursor },
    }
  }
}

@Resolver(() => DimensionValue)
export class DimensionValueResolver {
  @FieldResolver(() => String, { description: 'Its name for people; of a record, as its catalogue calls it.' })
  async label(
    @Root() { dimension, value, other }: GroupValue,
    @Arg('language', () => Language, { nullable: true, description: 'Left out: English.' })
    language: LanguageName | null,
    @Ctx() { loaders }: Context,
  ): Promise<string> {
    const spoken = language ?? 'EN'
    if (value === null) return (other ? OTHER : NOT_SET)[spoken]
    if (!isRecord(dimension)) return spokenValues[dimension]?.[value]?.[spoken] ?? value
    return (await loaders.name.load(idInColumn(dimension, value, 'value'))) ?? NOT_KNOWN[spoken]
  }
}
