import { createContext, type RefObject, useContext, useLayoutEffect, useRef, useState } from 'react'
import { usePrinting } from '../theme/printing.ts'
import type { Grain } from '../time/periods.ts'

/** The measures every chart of the page shares, so that one crosshair fits them all. In px. */
export type Frame = {
  /** One chart, tick labels included. */
  width: number
  height: number
  axisRoom: number
  plotWidth: number
  /** Tick labels stand at the outer edge of a leaf, and at the right where leaves are stacked. */
  axisSide: (lens: 'cx' | 'sv') => 'left' | 'right'
  bucketsPerMonth: number
  /** Each chart numbers its annotations; else one head does for all. */
  numbered: boolean
  /** Says a sentence to a screen reader. */
  announce: (text: string) => void
}

/** Buckets a month holds, for the keys that step by month. */
export const bucketsPerMonth: Record<Grain, number> = { DAY: 30, WEEK: 4, MONTH: 1, QUARTER: 1, YEAR: 1 }

export const FrameContext = createContext<Frame | null>(null)

export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('A chart stands outside a frame')
  return frame
}

/** The width of an element, known before the first paint, after every change of it, and before it goes on paper. */
export function useWidth<E extends HTMLElement>(): [RefObject<E | null>, number] {
  const element = useRef<E>(null)
  const [width, setWidth] = useState(0)
  const printing = usePrinting()
  useLayoutEffect(() => {
    if (!element.current) return
    const measure = (measured: number) => setWidth(Math.floor(measured))
    measure(element.current.getBoundingClientRect().width)
    const observer = new ResizeObserver(([entry]) => entry && measure(entry.contentRect.width))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [printing])
  return [element, width]
}
