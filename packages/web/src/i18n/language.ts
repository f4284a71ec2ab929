import { useTranslation } from 'react-i18next'
import type { Language } from '../format/figures.ts'
import { languages } from './words.ts'

const storageKey = 'tweeluik-language'

/** The language chosen earlier, which `scheme.js` has put on the page before the first paint. */
export const rememberedLanguage = (): Language => (document.documentElement.lang === 'nl' ? 'nl' : 'en')

/** Keeps a choice for the next visit; a browser that stores nothing simply forgets it. */
export function rememberLanguage(language: Language): void {
  document.documentElement.lang = language
  try {
    localStorage.setItem(storageKey, language)
  } catch {
    // Nothing to do: the choice holds for this visit.
  }
}

export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return languages.find(language => language === i18n.language) ?? 'en'
}
