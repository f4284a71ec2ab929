import { addWords } from '../words.ts'
import { voiceEn } from './voice.en.ts'
import { voiceNl } from './voice.nl.ts'

addWords({ nl: { voice: voiceNl }, en: { voice: voiceEn } })
