import './pages/channel.ts'
import type { TFunction } from 'i18next'
import { capitalised } from '../findings/phrase.ts'
import type { Dimension } from '../graphql/generated/graphql.ts'
import { type ChannelWords, channelNl } from './pages/channel.nl.ts'

const isKnown = (code: string): code is keyof ChannelWords => Object.hasOwn(channelNl, code)

/** A channel by its name in the reader's language; one that we have no word for is shown as it was sent. */
export const channelName = (code: string, t: TFunction): string =>
  isKnown(code) ? t(`channel.${code}`) : capitalised(code)

type Key = { dimension: Dimension; value: string | null; other: boolean; label: string }

/** What a group is called to the reader: the server has words for everything but channels. */
export const groupName = ({ dimension, value, other, label }: Key, t: TFunction): string =>
  dimension === 'CHANNEL' && value !== null && !other ? channelName(value, t) : label
