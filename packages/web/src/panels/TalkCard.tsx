import { useTranslation } from 'react-i18next'
import { moment } from '../format/dates.ts'
import { useLanguage } from '../i18n/language.ts'
import type { Contact, StoryEvent } from '../story/events.ts'
import { orderAfter, talkOf } from '../story/talk.ts'
import { causeOf, minutes, moneyText, scoreText, type Telling } from '../story/telling.ts'
import { Conversation } from './Conversation.tsx'
import page from './Page.module.css'
import css from './TalkCard.module.css'

type Props = { event: Contact; events: StoryEvent[]; telling: Telling }

/** The conversation that led to an order, minute by minute, with what it cost and what it brought. */
export function TalkCard({ event, events, telling }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { contact } = event
  const talk = talkOf(event)
  if (!talk) return null
  const order = orderAfter(event, events)
  const cause = causeOf(contact)
  const facts: [string, string][] = []
  if (contact.handleSeconds !== null) {
    const spent = contact.trigger?.intent === 'TIME_SPENT' ? t('story.talk.noTarget') : t('story.talk.handling')
    facts.push([minutes(contact.handleSeconds, t), spent])
  }
  if (contact.cost) facts.push([moneyText(contact.cost, language), t('story.talk.cost')])
  if (order) facts.push([minutes((order.atMs - talk.toMs) / 1000, t), t('story.talk.untilOrder')])
  for (const said of events) {
    if (said.kind !== 'answer' || said.answer.contact?.id !== contact.id) continue
    facts.push([
      scoreText(said, t, language),
      t('story.talk.score', { name: t(`story.answer.${said.answer.answers}`) }),
    ])
  }
  return (
    <section className={page.sheet}>
      <div className={css.talk}>
        <header>
          <h2>{t('story.talk.beforeOrder')}</h2>
          <p className="figures">
            {moment(contact.openedAt, telling.language)}
            {cause && `, ${t('story.talk.cause', { cause })}`}
          </p>
        </header>
        <Conversation talk={talk} order={order} />
      </div>
      <dl className={`${css.facts} figures`}>
        {facts.slice(0, 4).map(([value, name]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
