import { addWords } from '../words.ts'
import { exploreEn } from './explore.en.ts'
import { exploreNl } from './explore.nl.ts'

addWords({ nl: { explore: exploreNl }, en: { explore: exploreEn } })
