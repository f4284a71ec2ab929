import { type Metric, metrics, type Words } from '@tweeluik/schema/metrics'
import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../context.ts'
import { Language, type LanguageName, Lens } from './metric.words.ts'
import { MetricDefinition, MetricParam } from './metric-definition.type.ts'

const inLanguage = { nullable: true, description: 'Left out: English.' } as const
const wordsOf = ({ words }: Metric, language: LanguageName | null): Words => (language === 'NL' ? words.nl : words.en)

@Resolver(() => MetricDefinition)
export class MetricDefinitionResolver {
  @Query(() => [MetricDefinition], { description: 'Every metric there is, or those of one lens.' })
  metricDefinitions(
    @Arg('lens', () => Lens, { nullable: true, description: 'Left out: all.' }) lens: string | null,
  ): Metric[] {
    return [...metrics.values()].filter(metric => !lens || metric.lens === lens)
  }

  @FieldResolver(() => String, { description: 'Its name for people.' })
  name(@Root() metric: Metric, @Arg('language', () => Language, inLanguage) language: LanguageName | null): string {
    return wordsOf(metric, language).name
  }

  @FieldResolver(() => String, { description: 'What it tells, in a sentence.' })
  description(
    @Root() metric: Metric,
    @Arg('language', () => Language, inLanguage) language: LanguageName | null,
  ): string {
    return wordsOf(metric, language).description
  }

  @FieldResolver(() => String, { description: 'What is counted.' })
  includes(@Root() metric: Metric, @Arg('language', () => Language, inLanguage) language: LanguageName | null): string {
    return wordsOf(metric, language).includes
  }

  @FieldResolver(() => String, { description: 'What is not counted.' })
  excludes(@Root() metric: Metric, @Arg('language', () => Language, inLanguage) language: LanguageName | null): string {
    return wordsOf(metric, language).excludes
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether percentiles and a distribution can be asked of it: it is told by values of its own.',
  })
  percentiles(@Root() { values }: Metric): boolean {
    return values !== undefined
  }

  @FieldResolver(() => [MetricParam], {
    description: 'By what it can be asked, with the defaults of this organisation.',
  })
  params(@Root() { params }: Metric, @Ctx() { settings }: Context): MetricParam[] {
    const own: Readonly<Record<string, unknown>> = {
      currency: settings.currency,
      inactivityDays: settings.inactivityDays,
    }
    return Object.entries(params).map(([name, { type, min, max, values, ...spec }]) => {
      const value = own[name] ?? spec.default
      return { name, type, min, max, values, default: value === null ? null : String(value) }
    })
  }
}
