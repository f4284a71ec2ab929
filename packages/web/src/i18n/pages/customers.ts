import { addWords } from '../words.ts'
import { customersEn } from './customers.en.ts'
import { customersNl } from './customers.nl.ts'

addWords({ nl: { customers: customersNl }, en: { customers: customersEn } })
