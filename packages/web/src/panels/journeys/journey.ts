import type { JourneyFiguresQuery, JourneyMapsQuery } from '../../graphql/generated/graphql.ts'

export type JourneyMap = JourneyMapsQuery['journeyMaps']['nodes'][number]
export type Step = JourneyMap['steps'][number]
export type JourneyFigures = JourneyFiguresQuery

type Grouped = JourneyFigures['touchpoints'][number]
export type Told = Grouped['series'][number]['total']

/** The map that an address names; else the longest, which is the whole life of a customer. Null: there are none. */
export function chosenMap(maps: readonly JourneyMap[], id: string | undefined): JourneyMap | null {
  const longest = maps.toSorted((one, other) => other.steps.length - one.steps.length)[0]
  return maps.find(map => map.id === id) ?? longest ?? null
}

/** A metric's figure of one group. Null: nothing was counted there. */
export function figureAt(metrics: readonly Grouped[], key: string, value: string | null | undefined): Told | null {
  const series = metrics.find(({ definition }) => definition.key === key)?.series ?? []
  return series.find(({ keys: [one] }) => one?.value === value && value != null)?.total ?? null
}
