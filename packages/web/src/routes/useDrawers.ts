import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import type { MetricKey } from '../graphql/generated/graphql.ts'
import { type Day, isDay } from '../time/days.ts'
import type { Grain } from '../time/periods.ts'
import { type Params, readParams, writeParams } from './params.ts'
import {
  type Chosen,
  grains,
  oneOf,
  pickTexts,
  readScope,
  type Scope,
  type ScopeSearch,
  usualScope,
  writeScope,
} from './scope.ts'

/**
 * Which figure's records: those of the page's scope, of one bucket of it, or of those alone that `only` names, counted
 * under the params that the figure was.
 */
export type OpenedRecords = { key: MetricKey; at?: Day | null; grain?: Grain; only?: Chosen; params?: Params }

const drawerNames = ['definition', 'records', 'at', 'by', 'only', 'with', 'annotation'] as const
export type DrawerSearch = Partial<Record<(typeof drawerNames)[number], string>>

export const pickDrawers = (raw: Record<string, unknown>): DrawerSearch => pickTexts(raw, drawerNames)

const isKey = (text: string | undefined): text is MetricKey => text !== undefined && /^[A-Z][A-Z_]{1,60}$/.test(text)

/** Which drawer an address opens. What cannot be read is named in `broken`; the server knows which keys there are. */
export function readDrawers(search: DrawerSearch): {
  definition: MetricKey | null
  records: OpenedRecords | null
  /** By its id. */
  annotation: string | null
  broken: string[]
} {
  const broken: string[] = []
  const keyOf = (name: 'definition' | 'records') => {
    const text = search[name]
    if (isKey(text)) return text
    if (text !== undefined) broken.push(name)
    return null
  }
  const key = keyOf('records')
  if (search.at !== undefined && !isDay(search.at)) broken.push('at')
  const at = search.at !== undefined && isDay(search.at) ? search.at : null
  const grain = oneOf('by', search.by, grains, broken)
  const only = readScope(parse(search.only)).scope.chosen
  const { params, broken: isSpoilt } = readParams(search.with)
  if (isSpoilt) broken.push('with')
  return {
    definition: keyOf('definition'),
    records: key && { key, at, ...(grain && { grain }), only, params },
    annotation: search.annotation ?? null,
    broken,
  }
}

const parse = (text: string | undefined): ScopeSearch => Object.fromEntries(new URLSearchParams(text ?? ''))

function writeOnly(only: Chosen | undefined): string | undefined {
  if (!only || Object.keys(only).length === 0) return undefined
  const scope: Scope = { ...usualScope, chosen: only }
  return new URLSearchParams(Object.entries(writeScope(scope))).toString()
}

/** Opens the definition of a figure, or what it was made of. Both stand in the address. */
export function useDrawers() {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const opened = useMemo(() => readDrawers(pickDrawers(search)), [search])
  const show = useCallback(
    (drawers: DrawerSearch) =>
      void navigate({
        to: '.',
        search: old => ({ ...old, ...Object.fromEntries(drawerNames.map(name => [name, undefined])), ...drawers }),
        resetScroll: false,
      }),
    [navigate],
  )
  const openDefinition = useCallback((definition: MetricKey) => show({ definition }), [show])
  const openRecords = useCallback(
    ({ key, at, grain, only, params = {} }: OpenedRecords) =>
      show({
        records: key,
        at: at ?? undefined,
        by: grain?.toLowerCase(),
        only: writeOnly(only),
        with: writeParams(params),
      }),
    [show],
  )
  const openAnnotation = useCallback((annotation: string) => show({ annotation }), [show])
  const close = useCallback(() => show({}), [show])
  return { opened, openDefinition, openRecords, openAnnotation, close }
}
