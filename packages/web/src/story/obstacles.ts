import type { StoryEvent } from './events.ts'
import type { Box } from './labels.ts'
import { type Layout, type Place, type Point, relationSegments } from './layout.ts'

const smallRadius = 11
const largeRadius = 13

/** Orders and contacts are what the story turns on: they are filled, and larger. */
export const radiusOf = ({ kind }: StoryEvent): number =>
  kind === 'order' || kind === 'contact' ? largeRadius : smallRadius

/** What no word may stand on: nodes, scores, the thread and the line between answers. */
export const takenBy = ({ places, threads }: Layout): Box[] => [
  ...places.flatMap(boxesOf),
  ...threads.flatMap(threadBoxes),
  ...relationSegments(places).flatMap(lineBoxes),
]

/** As many short boxes as a curve needs, so that words may stand close to it. */
const piecesOfThread = 8

function boxesOf({ event, points }: Place): Box[] {
  const reach = radiusOf(event) + 2
  return points.map(({ x, y }) => ({
    left: x - reach,
    right: x + reach,
    // A score stands above its shape.
    top: y - (event.kind === 'answer' ? 24 : reach),
    bottom: y + (event.kind === 'answer' ? 8 : reach),
  }))
}

function threadBoxes({ from, to }: Layout['threads'][number]): Box[] {
  if (from.y === to.y) return [{ left: from.x, right: to.x, top: from.y - 2, bottom: from.y + 2 }]
  const points = Array.from({ length: piecesOfThread + 1 }, (_, piece) => pointOn(from, to, piece / piecesOfThread))
  return points.slice(1).flatMap((end, index) => boxAround(points[index] ?? from, end))
}

/** A place on the curve that joins two nodes, from 0 to 1: level at both ends, and steepest halfway. */
function pointOn(from: Point, to: Point, share: number): Point {
  const rest = 1 - share
  const middle = (from.x + to.x) / 2
  const [start, bend, end] = [rest ** 3, 3 * share * rest, share ** 3]
  return {
    x: start * from.x + bend * middle + end * to.x,
    y: (start + 3 * rest ** 2 * share) * from.y + (end + 3 * rest * share ** 2) * to.y,
  }
}

function boxAround(a: Point, b: Point): Box {
  return {
    left: Math.min(a.x, b.x) - 3,
    right: Math.max(a.x, b.x) + 3,
    top: Math.min(a.y, b.y) - 2,
    bottom: Math.max(a.y, b.y) + 2,
  }
}

/** A slanted line as short boxes. */
function lineBoxes({ from, to }: { from: Point; to: Point }): Box[] {
  const pieces = Math.max(1, Math.ceil((to.x - from.x) / 24))
  const at = (share: number) => ({ x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share })
  return Array.from({ length: pieces }, (_, piece) => boxAround(at(piece / pieces), at((piece + 1) / pieces)))
}
