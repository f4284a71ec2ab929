import { addWords } from '../words.ts'
import { settingsEn } from './settings.en.ts'
import { settingsNl } from './settings.nl.ts'

addWords({ nl: { settings: settingsNl }, en: { settings: settingsEn } })
