import type { TFunction } from 'i18next'
import { moment } from '../format/dates.ts'
import { amount, count, duration, type Language, noBreak } from '../format/figures.ts'
import { channelName } from '../i18n/channelName.ts'
import type { ContactRecord, Money } from './answer.ts'
import type { Answer, Contact, StoryEvent } from './events.ts'

/** An event in words; an empty text is not shown. */
export type Told = {
  what: string
  /** What was said or asked, in somebody's own words. */
  text: string
  /** The stage, or the cause of a contact. */
  where: string
  /** How it ended, or what it came to. */
  outcome: string
}

/** What it takes to put an event in words; `stages` are their names by the word that events carry. */
export type Telling = { t: TFunction; language: Language; stages: ReadonlyMap<string, string> }

export function tell(event: StoryEvent, telling: Telling): Told {
  const { t, language, stages } = telling
  const stage = event.stage === null ? '' : (stages.get(event.stage) ?? event.stage)
  switch (event.kind) {
    case 'visit': {
      const what = event.name ?? (event.channel === null ? t('story.visit') : channelName(event.channel, t))
      return { what, text: event.unnoticed ? t('story.unnoticed') : '', where: stage, outcome: '' }
    }
    case 'order':
      return {
        what: t('story.order', { number: event.order.externalId }),
        text: '',
        where: stage,
        outcome: moneyText(event.order.amount, language),
      }
    case 'delivery':
      return {
        what: event.name ?? t('story.delivery'),
        text: t('story.order', { number: event.order.externalId }),
        where: stage,
        outcome: event.order.late === null ? '' : t(event.order.late ? 'story.late' : 'story.onTime'),
      }
    case 'refund':
      return {
        what: t('story.refund'),
        text: t('story.order', { number: event.order.externalId }),
        where: '',
        outcome: moneyText(event.amount, language),
      }
    case 'contact':
      return tellContact(event, telling)
    case 'answer':
      return {
        what: t(`story.answer.${event.answer.answers}`),
        text: event.answer.comment ?? '',
        where: event.answer.touchpoint?.name ?? '',
        outcome: scoreText(event, t, language),
      }
  }
}

/** An event as one sentence, for who listens. */
export function told(event: StoryEvent, telling: Telling): string {
  const { what, text, where, outcome } = tell(event, telling)
  const when = moment(new Date(event.atMs).toISOString(), telling.language)
  return `${[`${when}: ${what}`, where, outcome, text].filter(part => part !== '').join(', ')}.`
}

function tellContact({ contact, channels }: Contact, { t }: Telling): Told {
  const [first = contact.channel, ...others] = channels.map(channel => channelName(channel, t))
  const begun = t(
    contact.initiatedBy === 'COMPANY'
      ? 'story.contact.byCompany'
      : contact.agent
        ? 'story.contact.with'
        : 'story.contact.alone',
    { channel: first, agent: contact.agent },
  )
  const ended = contact.outcome === null ? '' : t(`records.outcomes.${contact.outcome}`)
  return {
    what: others.reduce(
      (told, channel) => t('story.contact.onward', { told, channel: channel.toLocaleLowerCase() }),
      begun,
    ),
    text: contact.subject ?? contact.text ?? '',
    where: causeOf(contact) ?? '',
    outcome: [ended, contact.handleSeconds === null ? '' : minutes(contact.handleSeconds, t)]
      .filter(part => part !== '')
      .join(', '),
  }
}

/** WHY it came, or else WHAT it was about. Null: neither is known. */
export const causeOf = ({ trigger, topic }: ContactRecord): string | null => trigger?.name ?? topic

/** `10 van 10`, `4,5 van 5`. */
export const scoreText = ({ answer: { score, scaleMax } }: Answer, t: TFunction, language: Language): string =>
  t('story.score', { score: scoreAlone(score, language), most: count(scaleMax, language) })

/** A score of its scale: whole where it is whole. */
export const scoreAlone = (score: number, language: Language): string =>
  Number.isInteger(score) ? count(score, language) : score.toLocaleString(language, { maximumFractionDigits: 1 })

export const moneyText = (money: Money, language: Language): string => amount(money.amount, money.currency, language)

/** One after another where there are several currencies. */
export const moneysText = (moneys: Money[], language: Language): string =>
  moneys.map(money => moneyText(money, language)).join(' + ')

/** `18:58 min`, `1:07 uur`. */
export const minutes = (seconds: number, t: TFunction): string =>
  `${duration(seconds)}${noBreak}${t(seconds >= 3600 ? 'unit.hours' : 'unit.minutes')}`
