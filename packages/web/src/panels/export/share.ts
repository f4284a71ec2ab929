import { useClipboard } from '@mantine/hooks'
import { useCallback } from 'react'

const saidMs = 2_500

/** Passes the address of the page on: as a phone does it, else by the clipboard. `copied` holds as long as it is said. */
export function useShare(): { share: () => void; copied: boolean; isRefused: boolean } {
  const { copy, copied, error } = useClipboard({ timeout: saidMs })
  const copyAddress = useCallback(() => copy(location.href), [copy])
  const share = useCallback(() => {
    const onPhone = matchMedia('(pointer: coarse)').matches
    if (!onPhone || !('share' in navigator)) return copyAddress()
    navigator.share({ title: document.title, url: location.href }).catch((fault: unknown) => {
      // Who thinks better of it has shared nothing, and wants nothing copied either.
      if (!(fault instanceof DOMException && fault.name === 'AbortError')) copyAddress()
    })
  }, [copyAddress])
  return { share, copied, isRefused: error !== null }
}
