import { createInstance, type i18n } from 'i18next'
import type { Language } from '../format/figures.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export const languages: Language[] = ['nl', 'en']

/** Words for one reader. Both languages travel with the page: together they weigh less than a second request. */
export function wordsFor(language: Language): i18n {
  const words = createInstance({
    lng: language,
    fallbackLng: false,
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  })
  void words.init()
  return words
}
