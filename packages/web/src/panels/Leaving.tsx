import { useEffect, useRef } from 'react'
import css from './drawer.module.css'
import page from './Page.module.css'

/** What is lost when a drawer is closed now, and the words of both ways on. */
export type LeavingWords = { question: string; stay: string; leave: string }

/** Asks before something is lost; the focus stands on staying, and goes back to where it came from. */
export function Leaving({ words, onStay, onLeave }: { words: LeavingWords; onStay: () => void; onLeave: () => void }) {
  const staying = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const before = document.activeElement
    staying.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <div className={css.leaving} role="alert">
      <p>{words.question}</p>
      <button ref={staying} type="button" className={page.button} onClick={onStay}>
        {words.stay}
      </button>
      <button type="button" className={page.button} onClick={onLeave}>
        {words.leave}
      </button>
    </div>
  )
}
