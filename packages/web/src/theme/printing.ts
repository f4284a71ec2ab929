import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

const attribute = 'data-mantine-color-scheme'
let printing = false
const listeners = new Set<() => void>()

function turn(on: boolean) {
  printing = on
  // Charts measure what they stand in: it is as wide as the sheet before it is on it.
  document.documentElement.toggleAttribute('data-printing', on)
  flushSync(() => {
    for (const changed of listeners) changed()
  })
}

/** Paper is white: the light tokens hold while a page is printed, whatever the screen shows. */
let schemeOnScreen: string | null = null
window.addEventListener('beforeprint', () => {
  schemeOnScreen = document.documentElement.getAttribute(attribute)
  document.documentElement.setAttribute(attribute, 'light')
  turn(true)
})
window.addEventListener('afterprint', () => {
  if (schemeOnScreen) document.documentElement.setAttribute(attribute, schemeOnScreen)
  turn(false)
})

/** True while the page is laid out for paper, whose width no media query of the screen can tell. */
export const usePrinting = (): boolean =>
  useSyncExternalStore(
    changed => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    () => printing,
  )
