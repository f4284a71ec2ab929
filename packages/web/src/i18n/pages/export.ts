import { addWords } from '../words.ts'
import { exportEn } from './export.en.ts'
import { exportNl } from './export.nl.ts'

addWords({ nl: { export: exportNl }, en: { export: exportEn } })
