import { type RefObject, useEffect, useRef } from 'react'
import type { Period } from '../../time/periods.ts'
import type { Table } from '../PanelTable.tsx'

/** A part of the page whose figures can be saved. The table is made when somebody asks for it. */
export type Shown = { title: string; element: RefObject<HTMLElement | null>; table: () => Table }

/** What the figures of the page stand on. `compared` null: beside nothing; a text where the answer names no days. */
export type Standing = { period: Period; compared: Period | string | null; asOf: string }

type Dated = { period: Period; asOf: string; total: { compared: { period: Period } | null } }

/** What a page stands on whose figures came in one answer. */
export const standingOf = (metric: Dated | undefined): Standing | null =>
  metric ? { period: metric.period, compared: metric.total.compared?.period ?? null, asOf: metric.asOf } : null

const parts = new Set<RefObject<Shown | null>>()
let standing: Standing | null = null

/** Says what a part shows as long as it is there; null while it shows nothing. */
export function useShown(shown: Shown | null): void {
  const latest = useRef(shown)
  useEffect(() => {
    latest.current = shown
  })
  useEffect(() => {
    parts.add(latest)
    return () => void parts.delete(latest)
  }, [])
}

/** Says what the page stands on as long as it is there. */
export function useStanding(stood: Standing | null): void {
  useEffect(() => {
    standing = stood
    return () => {
      standing = null
    }
  })
}

/** The parts of the page in the order in which they are read. */
export const shownParts = (): Shown[] =>
  [...parts]
    .flatMap(({ current }) => (current?.element.current ? [current] : []))
    .toSorted(({ element: a }, { element: b }) =>
      a.current && b.current && a.current.compareDocumentPosition(b.current) & Node.DOCUMENT_POSITION_FOLLOWING
        ? -1
        : 1,
    )

export const standingNow = (): Standing | null => standing
