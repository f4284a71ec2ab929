import { expect, it } from 'vitest'
import { en } from './en.ts'
import { nl } from './nl.ts'
import { dataEn } from './pages/data.en.ts'
import { dataNl } from './pages/data.nl.ts'
import { exploreEn } from './pages/explore.en.ts'
import { exploreNl } from './pages/explore.nl.ts'
import { journeysEn } from './pages/journeys.en.ts'
import { journeysNl } from './pages/journeys.nl.ts'
import { mirrorEn } from './pages/mirror.en.ts'
import { mirrorNl } from './pages/mirror.nl.ts'
import { serviceEn } from './pages/service.en.ts'
import { serviceNl } from './pages/service.nl.ts'
import { storyEn } from './pages/story.en.ts'
import { storyNl } from './pages/story.nl.ts'
import { voiceEn } from './pages/voice.en.ts'
import { voiceNl } from './pages/voice.nl.ts'

const english = {
  ...en,
  data: dataEn,
  explore: exploreEn,
  journeys: journeysEn,
  mirror: mirrorEn,
  service: serviceEn,
  voice: voiceEn,
  story: storyEn,
}
const dutch = {
  ...nl,
  data: dataNl,
  explore: exploreNl,
  journeys: journeysNl,
  mirror: mirrorNl,
  service: serviceNl,
  voice: voiceNl,
  story: storyNl,
}

/** Every text with the path that leads to it. */
const texts = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value, `${path}${key}.`),
  )

const holes = (text: string) => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).toSorted()

it('fills the same holes in both languages', () => {
  const inEnglish = new Map(texts(english))
  expect([...inEnglish.keys()]).toEqual(texts(dutch).map(([path]) => path))
  for (const [path, text] of texts(dutch)) expect(holes(inEnglish.get(path) ?? ''), path).toEqual(holes(text))
})

it('uses the true minus, true quotes and no hyphen for a dash', () => {
  for (const [path, text] of [...texts(dutch), ...texts(english)]) expect(text, path).not.toMatch(/ - |"|'/)
})
