import { useEffect, useRef } from 'react'
import { useTimeline } from '../charts/timeline.ts'

/** A line that follows the crosshair by transform. `left`: where the plot begins in what it stands in, in px. */
export function CrosshairLine({
  className,
  left,
  plotWidth,
}: {
  className: string | undefined
  left: number
  plotWidth: number
}) {
  const { buckets, crosshair } = useTimeline()
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = (index: number | null) => {
      const bucket = index === null ? undefined : buckets[index]
      if (!line.current) return
      line.current.style.visibility = bucket ? 'visible' : 'hidden'
      if (bucket) line.current.style.transform = `translateX(${left + bucket.at * plotWidth}px)`
    }
    follow(crosshair.get())
    return crosshair.subscribe(follow)
  }, [buckets, crosshair, left, plotWidth])
  return <div ref={line} className={className} style={{ visibility: 'hidden' }} aria-hidden="true" />
}
