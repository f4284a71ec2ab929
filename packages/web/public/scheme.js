/* Runs before the first paint, so that a dark room never sees a white flash and a screen reader never the wrong language. */
;(() => {
  let scheme = null
  let language = null
  try {
    scheme = localStorage.getItem('tweeluik-scheme')
    language = localStorage.getItem('tweeluik-language')
  } catch {
    // Storage may be closed to us; the system's choice then holds.
  }
  const dark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  const root = document.documentElement
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light')
  root.lang = language === 'nl' || language === 'en' ? language : navigator.language.startsWith('nl') ? 'nl' : 'en'
})()
