import { expect, it } from 'vitest'
import { en } from './en.ts'
import { nl } from './nl.ts'

const pages = import.meta.glob<Record<string, object>>('./pages/*.{nl,en}.ts', { eager: true })
const wordsOf = (language: string) =>
  Object.entries(pages).flatMap(([path, words]) => (path.endsWith(`.${language}.ts`) ? Object.values(words) : []))

/** Every text with the path that leads to it. */
const texts = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  )

const dutch = texts([nl, ...wordsOf('nl')])
const english = texts([en, ...wordsOf('en')])

const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).toSorted()

it('fills the same holes in both languages', () => {
  expect(english.map(([path]) => path)).toEqual(dutch.map(([path]) => path))
  const inEnglish = new Map(english)
  for (const [path, text] of dutch) expect(holes(inEnglish.get(path) ?? ''), text).toEqual(holes(text))
})

it('uses the true minus, true quotes and no hyphen for a dash', () => {
  for (const [path, text] of [...dutch, ...english]) expect(text, path).not.toMatch(/ - |"|'/)
})
