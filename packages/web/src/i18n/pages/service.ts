import { addWords } from '../words.ts'
import { serviceEn } from './service.en.ts'
import { serviceNl } from './service.nl.ts'

addWords({ nl: { service: serviceNl }, en: { service: serviceEn } })
