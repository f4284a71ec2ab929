import { addWords } from '../words.ts'
import { storyEn } from './story.en.ts'
import { storyNl } from './story.nl.ts'

addWords({ nl: { story: storyNl }, en: { story: storyEn } })
