import { addWords } from '../words.ts'
import { tokensEn } from './tokens.en.ts'
import { tokensNl } from './tokens.nl.ts'

addWords({ nl: { tokens: tokensNl }, en: { tokens: tokensEn } })
