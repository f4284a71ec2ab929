import { addWords } from '../words.ts'
import { mirrorEn } from './mirror.en.ts'
import { mirrorNl } from './mirror.nl.ts'

addWords({ nl: { mirror: mirrorNl }, en: { mirror: mirrorEn } })
