import type { FlowNode, FlowWay } from '../../charts/Flow.tsx'
import type { JourneyFlowQuery } from '../../graphql/generated/graphql.ts'
import type { JourneyMap } from './journey.ts'

type JourneyFlow = JourneyFlowQuery['journeyFlow']
export type FlowAt = JourneyFlow['steps'][number]['from']

/** More bands than this are no picture. */
const WAYS_MAX = 26

/**
 * What can be drawn of a flow: the most travelled ways that lead on, in the order of the map. Touchpoints that are not on
 * it come after those that are, and contacts after all. Ways back would close a circle, which has no picture.
 */
export function waysOn(
  flow: Pick<JourneyFlow, 'steps'>,
  map: Pick<JourneyMap, 'steps'>,
  nameOf: (point: FlowAt) => string,
): { nodes: FlowNode[]; ways: FlowWay[] } {
  const places = new Map(map.steps.map(({ touchpoint }, at) => [touchpoint?.id, at]))
  const offMap = map.steps.length
  const placeOf = ({ id, channel }: FlowAt) => (channel === null ? (places.get(id) ?? offMap) : offMap + 1)
  const drawn = flow.steps.filter(({ from, to }) => placeOf(from) < placeOf(to)).slice(0, WAYS_MAX)
  const points = new Map(drawn.flatMap(({ from, to }) => [from, to]).map(point => [point.id, point]))
  return {
    nodes: [...points.values()].map(point => ({
      id: point.id,
      name: nameOf(point),
      lens: point.channel === null ? 'cx' : 'sv',
    })),
    ways: drawn.map(({ from, to, journeys }) => ({ source: from.id, target: to.id, value: journeys })),
  }
}
