import { addWords } from '../words.ts'
import { paletteEn } from './palette.en.ts'
import { paletteNl } from './palette.nl.ts'

addWords({ nl: { palette: paletteNl }, en: { palette: paletteEn } })
