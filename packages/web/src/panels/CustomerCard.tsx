import { IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { fullDate } from '../format/dates.ts'
import { amount, count, type Language, noBreak, nothing } from '../format/figures.ts'
import { useLanguage } from '../i18n/language.ts'
import type { AnswerRecord, Customer, Money } from '../story/answer.ts'
import { ofAnswer } from '../story/events.ts'
import { sumsOf } from '../story/sums.ts'
import { minutes, moneysText, scoreText } from '../story/telling.ts'
import { dayAt } from '../time/days.ts'
import css from './CustomerCard.module.css'
import page from './Page.module.css'

/** Who it is, and what both sides add up to: counted by the server, or exact sums of records that are all here. */
export function CustomerCard({ customer }: { customer: Customer }) {
  return (
    <section className={page.sheet}>
      <Person customer={customer} />
      <Sides customer={customer} />
    </section>
  )
}

function Person({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { name, company, anonymous, acquiredAt, country, brand, segment } = customer
  const shown = name ?? company
  const since = acquiredAt && t('story.since', { date: fullDate(dayAt(new Date(acquiredAt)), language, true) })
  return (
    <header className={css.person}>
      <div className={css.who}>
        <i aria-hidden="true">{shown ? initials(shown) : <IconUser size={20} stroke={1.5} />}</i>
        <div>
          {shown ? (
            <b>{shown}</b>
          ) : (
            <span className={css.hidden}>{t(anonymous ? 'customers.visitor' : 'story.hidden')}</span>
          )}
          <span>{[since, name && company, country].filter(Boolean).join(', ')}</span>
        </div>
      </div>
      <ul className={css.tags}>{[brand, segment].map(tag => tag && <li key={tag}>{tag}</li>)}</ul>
    </header>
  )
}

const initials = (name: string): string => {
  const words = name.split(/\s+/).filter(word => /^\p{Lu}/u.test(word))
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map(word => word?.charAt(0) ?? '').join('')
}

function Sides({ customer }: { customer: Customer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { orders, contacts, interactions, feedback } = customer
  const sums = sumsOf(customer)
  const latest = (kind: AnswerRecord['answers']) => {
    const answer = feedback.nodes.find(({ answers }) => answers === kind)
    return answer ? scoreText(ofAnswer(answer), t, language) : nothing
  }
  const moneys = (some: Money[] | null) => (some ? moneysText(some, language) : nothing)
  const experience: [string, string][] = [
    [t('story.figures.relation'), latest('RELATIONAL_NPS')],
    [t('story.figures.ease'), latest('CES')],
    [t('story.figures.visits'), count(interactions.totalCount, language)],
    [t('story.figures.orders'), count(orders.totalCount, language)],
    [t('story.figures.revenue'), moneys(sums.revenue)],
  ]
  const service: [string, string][] = [
    [t('story.figures.contactNps'), latest('TRANSACTIONAL_NPS')],
    [t('story.figures.contacts'), count(contacts.totalCount, language)],
    [t('story.figures.handling'), sums.handleSeconds === null ? nothing : minutes(sums.handleSeconds, t)],
    [t('story.figures.cost'), moneys(sums.cost)],
  ]
  const currency = sums.revenue?.[0]?.currency
  const isWhole = !orders.pageInfo.hasNextPage && !contacts.pageInfo.hasNextPage
  const beside = !isWhole ? 'story.notAll' : contacts.totalCount === 0 ? 'story.noCost' : 'story.noRatio'
  return (
    <>
      <Leaf lens="cx" name={t('lens.CX')} figures={experience} />
      <p className={`${css.hinge} figures`}>
        {sums.costPerRevenue !== null && currency ? (
          <>
            <b>{centsOf(sums.costPerRevenue, currency, language)}</b>
            <span>{t('story.ratio', { unit: unitOf(currency, language) })}</span>
          </>
        ) : (
          <span>{t(beside)}</span>
        )}
      </p>
      <Leaf lens="sv" name={t('lens.SERVICE')} figures={service} />
      {sums.withoutCost > 0 && <p className={css.note}>{t('story.withoutCost', { count: sums.withoutCost })}</p>}
    </>
  )
}

/** `7 ct` of a euro; any other currency as an amount. */
const centsOf = (share: number, currency: string, language: Language): string =>
  currency === 'EUR' ? `${count(share * 100, language)}${noBreak}ct` : amount(share.toFixed(4), currency, language)

/** One unit of a currency, without cents: `€ 1`. */
const unitOf = (currency: string, language: Language): string => amount('1', currency, language).replace(/[.,]00/, '')

function Leaf({ lens, name, figures }: { lens: 'cx' | 'sv'; name: string; figures: [string, string][] }) {
  return (
    <div className={`${css.leaf} ${css[lens]}`}>
      <h2>{name}</h2>
      <dl className="figures">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
