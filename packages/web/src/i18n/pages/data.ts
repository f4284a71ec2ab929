import { addWords } from '../words.ts'
import { dataEn } from './data.en.ts'
import { dataNl } from './data.nl.ts'

addWords({ nl: { data: dataNl }, en: { data: dataEn } })
