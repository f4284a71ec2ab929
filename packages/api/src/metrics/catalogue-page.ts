import { type Metric, metrics, type ParamSpec } from '@tweeluik/schema/metrics'

const LENSES = [
  ['CX', 'Experience: the value centre'],
  ['SERVICE', 'Service: the cost centre'],
  ['LINK', 'Between the two'],
] as const

const UNITS: Record<Metric['unit'], string> = {
  points: 'points, from -100 to 100',
  share: 'a share, from 0 to 1',
  score: 'a score, on its own scale',
  seconds: 'seconds',
  money: "money, in the organisation's currency unless asked otherwise",
  count: 'a count',
  ratio: 'so many for each, or for each hundred',
}
const BETTER: Record<Metric['direction'], string> = {
  UP: 'higher is better',
  DOWN: 'lower is better',
  NONE: 'neither way is better',
}

/** The page of all metrics, in Markdown, from their own files. */
export function catalogueOfMetrics(): string {
  const all = [...metrics.values()]
  return [
    '# The metrics',
    "Every figure that Tweeluik tells, as its own file in `packages/schema/src/metrics` defines it. This page is made from those files by `pnpm generate`; a metric's key is its name in GraphQL.",
    'A value is null where there is nothing to divide by. Intervals are at 95 % unless asked otherwise. A figure on fewer records than its least sample is marked `suppressed`, and is withheld from viewers.',
    ...LENSES.flatMap(([lens, title]) => [
      `## ${title}`,
      ...all
        .filter(metric => metric.lens === lens)
        .sort((a, b) => a.key.localeCompare(b.key, 'en'))
        .map(told),
    ]),
    '',
  ].join('\n\n')
}

function told(metric: Metric): string {
  const { en, nl } = metric.words
  const lines = [
    ['Formula', `\`${metric.formula}\``],
    ['In it', en.includes],
    ['Not in it', en.excludes],
    ['Counted on', metric.countedOn],
    ['Unit', `${UNITS[metric.unit]}; ${BETTER[metric.direction]}`],
    ['By', metric.dimensions.map(dimension => `\`${dimension}\``).join(', ') || 'nothing: it is one figure'],
    ['Parameters', Object.entries(metric.params).map(parameter).join('; ')],
    ['Least sample', String(metric.minSample)],
    ['Source', metric.source],
    ['Version', String(metric.version)],
  ]
  return [
    `### ${metric.key}`,
    `**${en.name}** (in Dutch: ${nl.name}). ${en.description}`,
    lines.flatMap(([name, text]) => (text ? [`- ${name}: ${text}`] : [])).join('\n'),
  ].join('\n\n')
}

function parameter([name, { default: preset, min, max, values }]: [string, ParamSpec]): string {
  const range = values ? values.map(value => `\`${value}\``).join(' or ') : rangeOf(min, max)
  return [`\`${name}\``, range, preset === null ? 'none unless asked' : `${preset} unless asked`]
    .filter(Boolean)
    .join(', ')
}

function rangeOf(min: number | undefined, max: number | undefined): string {
  if (min === undefined) return max === undefined ? '' : `at most ${max}`
  return max === undefined ? `at least ${min}` : `${min} to ${max}`
}
