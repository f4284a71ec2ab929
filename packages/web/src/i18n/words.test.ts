import { expect, it } from 'vitest'
import { en } from './en.ts'
import { nl } from './nl.ts'

/** Every text with the path that leads to it. */
const texts = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  )

const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).toSorted()

it('fills the same holes in both languages', () => {
  const english = new Map(texts(en))
  expect([...english.keys()]).toEqual(texts(nl).map(([path]) => path))
  for (const [path, dutch] of texts(nl)) expect(holes(english.get(path) ?? ''), path).toEqual(holes(dutch))
})

it('uses the true minus, true quotes and no hyphen for a dash', () => {
  for (const [path, text] of [...texts(nl), ...texts(en)]) expect(text, path).not.toMatch(/ - |"|'/)
})
