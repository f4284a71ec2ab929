import { addWords } from '../words.ts'
import { channelEn } from './channel.en.ts'
import { channelNl } from './channel.nl.ts'

addWords({ nl: { channel: channelNl }, en: { channel: channelEn } })
