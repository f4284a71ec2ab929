const waitMs = 5_000

/** Brings a part of the page into sight, and the focus to it, once the page has it. Without such a part nothing happens. */
export function leadTo(title: string): void {
  const lead = () => {
    const heading = [...document.querySelectorAll<HTMLElement>('main h2')].find(
      ({ textContent }) => textContent?.trim() === title,
    )
    if (!heading) return false
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
    heading.scrollIntoView({ block: 'start' })
    return true
  }
  if (lead()) return
  const watching = new MutationObserver(() => lead() && watching.disconnect())
  watching.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => watching.disconnect(), waitMs)
}
