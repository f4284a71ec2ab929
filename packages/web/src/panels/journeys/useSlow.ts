import { useEffect, useState } from 'react'

const SLOW_MS = 1_000

/** Whether something has been waited for so long that a reader wants to know why. */
export function useSlow(waiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    setSlow(false)
    if (!waiting) return
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [waiting])
  return isSlow
}
