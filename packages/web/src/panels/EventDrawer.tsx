import { useTranslation } from 'react-i18next'
import { moment } from '../format/dates.ts'
import { amount, type Language } from '../format/figures.ts'
import { channelName } from '../i18n/channelName.ts'
import { useLanguage } from '../i18n/language.ts'
import type { Contact, StoryEvent } from '../story/events.ts'
import { orderAfter, talkOf } from '../story/talk.ts'
import { minutes, moneyText, scoreText, type Telling, tell } from '../story/telling.ts'
import { Conversation } from './Conversation.tsx'
import css from './drawer.module.css'
import eventCss from './EventDrawer.module.css'
import { SideDrawer } from './SideDrawer.tsx'

type Props = { event: StoryEvent; events: StoryEvent[]; telling: Telling; onClose: () => void }

/** All that one record tells. */
export default function EventDrawer({ event, events, telling, onClose }: Props) {
  const { what, text } = tell(event, telling)
  const terms = useTerms(event, telling)
  const talk = event.kind === 'contact' ? talkOf(event) : null
  return (
    <SideDrawer title={what} size={event.kind === 'contact' ? 640 : 480} onClose={onClose}>
      {talk && event.kind === 'contact' && (
        <div className={eventCss.talk}>
          <Conversation talk={talk} order={orderAfter(event, events)} />
        </div>
      )}
      {text && event.kind !== 'contact' && event.kind !== 'visit' && <p className={css.lead}>{text}</p>}
      {event.kind === 'contact' && <Words event={event} />}
      <dl className={`${css.terms} figures`}>
        {terms.map(([name, value]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </SideDrawer>
  )
}

/** What was said, or kindly that it is not to be seen. */
function Words({ event: { contact } }: { event: Contact }) {
  const { t } = useTranslation()
  if (!contact.subject && !contact.text) return <p className={css.lead}>{t('story.detail.withheld')}</p>
  return (
    <div className={eventCss.words}>
      {contact.subject && <b>{contact.subject}</b>}
      {contact.text && <p>{contact.text}</p>}
    </div>
  )
}

type Term = [name: string, value: string]

function useTerms(event: StoryEvent, telling: Telling): Term[] {
  const { t } = useTranslation()
  const language = useLanguage()
  const { where } = tell(event, telling)
  const when = (iso: string) => moment(iso, language)
  const optional = (name: string, value: string | null | undefined): Term[] => (value ? [[name, value]] : [])
  const about: Term[] = [[t('story.detail.when'), when(new Date(event.atMs).toISOString())]]
  const source: Term[] = [[t('story.detail.source'), event.source]]
  switch (event.kind) {
    case 'visit':
      return [
        ...about,
        ...optional(t('story.detail.where'), where),
        ...optional(t('story.detail.channel'), event.channel && channelName(event.channel, t)),
        ...optional(t('story.detail.owner'), event.department),
        ...source,
      ]
    case 'contact':
      return [...about, ...contactTerms(event, telling, language), ...source]
    case 'answer':
      return [...about, [t('story.detail.score'), scoreText(event, t, language)], ...source]
    default: {
      const { order } = event
      return [
        [t('story.detail.when'), when(order.at)],
        [t('story.detail.amount'), moneyText(order.amount, language)],
        ...optional(t('story.detail.channel'), order.placedIn && channelName(order.placedIn, t)),
        ...optional(t('story.detail.where'), where),
        ...optional(t('story.detail.promised'), order.promisedAt && when(order.promisedAt)),
        ...optional(t('story.detail.delivered'), order.deliveredAt && when(order.deliveredAt)),
        ...order.refunds.map(
          ({ at, amount: back }): Term => [
            t('story.detail.refunded'),
            `${amount(back.amount, back.currency, language)}, ${when(at)}`,
          ],
        ),
        ...source,
      ]
    }
  }
}

function contactTerms({ contact, channels, stage }: Contact, { t, stages }: Telling, language: Language): Term[] {
  const optional = (name: string, value: string | null | undefined): Term[] => (value ? [[name, value]] : [])
  const seconds = (name: string, value: number | null): Term[] => (value === null ? [] : [[name, minutes(value, t)]])
  return [
    [t('story.detail.channel'), channels.map(channel => channelName(channel, t)).join(', ')],
    ...optional(t('story.detail.cause'), contact.trigger?.name),
    ...optional(t('story.detail.department'), contact.trigger?.department),
    ...optional(t('story.detail.topic'), contact.topic),
    ...optional(t('story.detail.where'), stage && (stages.get(stage) ?? stage)),
    ...optional(t('story.detail.team'), contact.team),
    ...optional(t('story.detail.agent'), contact.agent),
    ...optional(t('story.detail.outcome'), contact.outcome && t(`records.outcomes.${contact.outcome}`)),
    ...seconds(t('story.detail.waiting'), contact.queueSeconds),
    ...seconds(t('story.detail.handling'), contact.handleSeconds),
    ...optional(t('story.detail.cost'), contact.cost && moneyText(contact.cost, language)),
  ]
}
