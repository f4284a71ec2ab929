import { addWords } from '../words.ts'
import { uploadEn } from './upload.en.ts'
import { uploadNl } from './upload.nl.ts'

addWords({ nl: { upload: uploadNl }, en: { upload: uploadEn } })
