import { addWords } from '../words.ts'
import { helpEn } from './help.en.ts'
import { helpNl } from './help.nl.ts'

addWords({ nl: { help: helpNl }, en: { help: helpEn } })
