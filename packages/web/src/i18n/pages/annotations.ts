import { addWords } from '../words.ts'
import { annotationsEn } from './annotations.en.ts'
import { annotationsNl } from './annotations.nl.ts'

addWords({ nl: { annotations: annotationsNl }, en: { annotations: annotationsEn } })
