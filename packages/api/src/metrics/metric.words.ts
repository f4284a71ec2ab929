import { grains } from '@tweeluik/schema'
import { type Dimension, dimensions } from '@tweeluik/schema/facts'
import { absences, metrics } from '@tweeluik/schema/metrics'
import { registerEnumType } from 'type-graphql'
import { comparisons } from './periods.ts'

const enumOf = <const Word extends string>(words: readonly Word[]) =>
  Object.fromEntries(words.map(word => [word, word])) as Record<Word, Word>

/** `LIFECYCLE_STAGE` is read as "lifecycle stage". */
const spoken = (word: string) => word.toLowerCase().replaceAll('_', ' ')

const described = <Word extends string>(describe: Record<Word, string>) =>
  Object.fromEntries(
    Object.entries(describe).map(([word, description]) => [word, { description: description as string }]),
  )

export const MetricKey: Record<string, string> = enumOf([...metrics.keys()])
registerEnumType(MetricKey, {
  name: 'MetricKey',
  description: 'A metric; what it counts is in its definition.',
  valuesConfig: described(
    Object.fromEntries([...metrics.values()].map(({ key, words }) => [key, words.en.description])),
  ),
})

export const Grain = enumOf(grains)
registerEnumType(Grain, {
  name: 'Grain',
  description: "Calendar buckets in the organisation's time zone.",
  valuesConfig: described({
    DAY: 'Days; one with a clock change has 23 or 25 hours.',
    WEEK: 'ISO weeks, from Monday.',
    MONTH: 'Calendar months.',
    QUARTER: 'Calendar quarters.',
    YEAR: 'Calendar years.',
  }),
})

export const DimensionName: Record<string, string> = enumOf(dimensions)
registerEnumType(DimensionName, {
  name: 'Dimension',
  description: 'By what records are grouped and filtered; each metric says which it knows.',
  valuesConfig: described(
    Object.fromEntries(dimensions.map(dimension => [dimension, `By ${spoken(dimension)}.`])) as Record<
      Dimension,
      string
    >,
  ),
})

export const Comparison = enumOf(comparisons)
registerEnumType(Comparison, {
  name: 'Comparison',
  description:
    'With which period figures are compared. A period that still runs is compared up to the same elapsed day.',
  valuesConfig: described({
    PREVIOUS_PERIOD: 'The calendar months just before when the period is whole months; else as many days just before.',
    YEAR_AGO: 'The same dates a year before; 29 February becomes 28 February.',
    YEAR_AGO_WEEKDAY: '364 days before, so that weekdays pair; for grains DAY and WEEK only.',
  }),
})

export const Lens = enumOf(['CX', 'SERVICE', 'LINK'])
registerEnumType(Lens, {
  name: 'Lens',
  description: 'From which side a metric looks at the customer.',
  valuesConfig: described({
    CX: 'Experience, the value centre.',
    SERVICE: 'Customer service, the cost centre.',
    LINK: 'Between the two.',
  }),
})

export const BetterDirection = enumOf(['UP', 'DOWN', 'NONE'])
registerEnumType(BetterDirection, {
  name: 'Direction',
  description: 'Which way is better.',
  valuesConfig: described({ UP: 'More is better.', DOWN: 'Less is better.', NONE: 'Neither is better.' }),
})

export const Absence = enumOf(['WITHHELD', ...absences])
registerEnumType(Absence, {
  name: 'Absence',
  description: 'Why a figure has no value.',
  valuesConfig: described({
    WITHHELD: 'Too few people stand behind it for your role, or behind one that it would give away.',
    NOTHING_TO_DIVIDE_BY: 'There is nothing of what it is told over.',
    SPAN_TOO_LONG: 'It cannot be told over so many days.',
    NO_FIT: 'No model was fitted before the end of these days, or none on just these brands.',
    NO_RATE: 'No exchange rate of that day is known.',
    TOO_FEW_REPEATERS: 'Too few customers came back for a model.',
    NO_MARGIN: 'Of no order the margin is known.',
    NOT_FITTED: 'No model fits what customers did.',
  }),
})

export const Language = enumOf(['NL', 'EN'])
export type LanguageName = keyof typeof Language
registerEnumType(Language, {
  name: 'Language',
  description: 'A language of words for people.',
  valuesConfig: described({ NL: 'Dutch.', EN: 'English.' }),
})
