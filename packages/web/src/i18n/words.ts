import { createInstance, type i18n } from 'i18next'
import type { Language } from '../format/figures.ts'
import { en } from './en.ts'
import { nl } from './nl.ts'

export const languages: Language[] = ['nl', 'en']

type PageWords = Record<Language, object>

/** Words that came with their page, and who is to have those that are still to come. */
const pages: PageWords[] = []
const readers: i18n[] = []

/** Words for one reader. Both languages travel with the page: together they weigh less than a second request. */
export function wordsFor(language: Language): i18n {
  const words = createInstance({
    lng: language,
    fallbackLng: false,
    resources: { nl: { translation: nl }, en: { translation: en } },
    interpolation: { escapeValue: false },
    returnEmptyString: true,
    saveMissing: true,
    // Their page has not brought them along.
    missingKeyHandler: (_languages, _bundle, key, shown) => {
      if (shown === key) reportError(new Error(`There are no words for ${key}.`))
    },
  })
  void words.init()
  for (const page of pages) give(words, page)
  readers.push(words)
  return words
}

/** A page's own words, which come with it: the first one to be seen does not wait for those of all others. */
export function addWords(page: PageWords): void {
  pages.push(page)
  for (const words of readers) give(words, page)
}

function give(words: i18n, page: PageWords): void {
  for (const language of languages) words.addResourceBundle(language, 'translation', page[language], true, true)
}
