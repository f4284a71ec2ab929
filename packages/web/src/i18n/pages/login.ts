import { addWords } from '../words.ts'
import { loginEn } from './login.en.ts'
import { loginNl } from './login.nl.ts'

addWords({ nl: { login: loginNl }, en: { login: loginEn } })
