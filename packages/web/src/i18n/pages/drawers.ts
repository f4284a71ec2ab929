import { addWords } from '../words.ts'
import { drawersEn } from './drawers.en.ts'
import { drawersNl } from './drawers.nl.ts'

addWords({ nl: drawersNl, en: drawersEn })
