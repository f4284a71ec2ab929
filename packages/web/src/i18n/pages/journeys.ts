import { addWords } from '../words.ts'
import { journeysEn } from './journeys.en.ts'
import { journeysNl } from './journeys.nl.ts'

addWords({ nl: { journeys: journeysNl }, en: { journeys: journeysEn } })
