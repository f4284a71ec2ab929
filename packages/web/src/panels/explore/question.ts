import { Kind, parseValue, print, visit } from 'graphql'
import { ExploreDocument, type ExploreQueryVariables } from '../../graphql/generated/graphql.ts'
import { askedParams } from '../../routes/params.ts'
import type { useScope } from '../../routes/useScope.ts'
import { comparisonOf } from '../../time/periods.ts'
import { type Definition, type Exploration, paramsOf } from './exploration.ts'

type Scope = Pick<ReturnType<typeof useScope>, 'scope' | 'period' | 'grain' | 'where' | 'language'>

/** Only what is drawn over time is asked over time: a heat map of one split has time as the other. */
export const isOverTime = ({ shape, groupBy }: Exploration): boolean =>
  shape === 'line' || (shape === 'heat' && groupBy.length === 1)

/** The largest of each of two splits may meet anywhere, so that all pairs are asked. */
const PAIRS_MAX = 500
const isGrid = ({ shape, groupBy }: Exploration): boolean => shape === 'heat' && groupBy.length === 2

/** An exploration of a scope, as the server takes it. */
export function questionOf(
  exploration: Exploration,
  { scope, period, grain, where, language }: Scope,
): ExploreQueryVariables {
  const { keys, groupBy, top, params } = exploration
  const overTime = isOverTime(exploration)
  const asked = askedParams(params)
  return {
    keys: [...keys],
    period,
    comparison: comparisonOf(scope.against, overTime ? grain : 'MONTH'),
    language,
    ...(groupBy.length > 0 && { groupBy: [...groupBy], top: isGrid(exploration) ? PAIRS_MAX : top }),
    ...(overTime && { grain }),
    ...(where && { where, leaveOutUnknown: true }),
    ...(asked && { params: asked }),
  }
}

/** The same question as one text that can be asked anywhere: the document that is sent, its variables written out. */
export function questionText(variables: ExploreQueryVariables, definitions: readonly Definition[]): string {
  const asked: Record<string, unknown> = { ...variables }
  const words = new Set(paramsOf(definitions).flatMap(({ name, values }) => (values === null ? [] : [name])))
  const isWord = (name: string) =>
    ['keys', 'groupBy', 'grain', 'comparison', 'language'].includes(name) || words.has(name)
  return print(
    visit(ExploreDocument, {
      VariableDefinition: () => null,
      Argument(node) {
        if (node.value.kind !== Kind.VARIABLE) return undefined
        const name = node.value.name.value
        const value = asked[name]
        return value === undefined ? null : { ...node, value: parseValue(written(value, name, isWord)) }
      },
    }),
  )
}

/** A value as it stands in a document: words of an enum bare, everything else as JSON has it but for the names of fields. */
function written(value: unknown, name: string, isWord: (name: string) => boolean): string {
  if (Array.isArray(value)) return `[${value.map(one => written(one, name, isWord)).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([field, inner]) => `${field}: ${written(inner, field, isWord)}`)
      .join(', ')} }`
  }
  return typeof value === 'string' && isWord(name) ? value : JSON.stringify(value)
}
