import { addWords } from '../words.ts'
import { annotationSettingsEn } from './annotationSettings.en.ts'
import { annotationSettingsNl } from './annotationSettings.nl.ts'

addWords({ nl: { annotationSettings: annotationSettingsNl }, en: { annotationSettings: annotationSettingsEn } })
