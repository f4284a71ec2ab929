import '../i18n/pages/drawers.ts'
import '../i18n/pages/story.ts'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../format/figures.ts'
import { useLanguage } from '../i18n/language.ts'
import { CustomerCard } from '../panels/CustomerCard.tsx'
import { EventList } from '../panels/EventList.tsx'
import { ExportMenu } from '../panels/export/ExportMenu.tsx'
import { Failed } from '../panels/Failed.tsx'
import { KnownAs } from '../panels/KnownAs.tsx'
import page from '../panels/Page.module.css'
import { TalkCard } from '../panels/TalkCard.tsx'
import type { Customer } from '../story/answer.ts'
import { type Side, type StoryEvent, storyEvents } from '../story/events.ts'
import { lanesOf, stageNamesOf } from '../story/lanes.ts'
import { Story } from '../story/Story.tsx'
import { StoryLegend } from '../story/StoryLegend.tsx'
import { headlineOf, shortNameOf, silencesIn, spanOf } from '../story/sentence.ts'
import { talkBeforeOrder } from '../story/talk.ts'
import { type Telling, told } from '../story/telling.ts'
import css from './customer.module.css'
import { type CustomerAnswer, useCustomer } from './useCustomer.ts'
import { useSignIn } from './useSignIn.ts'

const EventDrawer = lazy(() => import('../panels/EventDrawer.tsx'))

/** One customer: all that they did, asked, said and bought, as one thread. */
export function CustomerPage() {
  const { t } = useTranslation()
  const { id } = useParams({ from: '/customers/$id' })
  const answer = useCustomer(id)
  const { customer, state, failure } = answer
  useSignIn(failure)
  const name = customer?.name ?? customer?.company ?? t('customers.unnamed')
  useEffect(() => {
    document.title = t('story.title', { name })
  }, [t, name])
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <nav className={css.crumb} aria-label={t('story.path')}>
        <Link to="/customers" search={{ view: 'list' }}>
          {t('customers.title')}
        </Link>
        <span aria-current="page">{state === 'ready' ? name : '\u00a0'}</span>
      </nav>
      {customer ? <Told customer={customer} answer={answer} /> : <Untold answer={answer} />}
    </main>
  )
}

function Told({ customer, answer }: { customer: Customer; answer: CustomerAnswer }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const search = useSearch({ from: '/customers/$id' })
  const navigate = useNavigate({ from: '/customers/$id' })
  const events = useMemo(() => storyEvents(customer), [customer])
  const lanes = useMemo(() => lanesOf(customer, events), [customer, events])
  const telling = useMemo((): Telling => ({ t, language, stages: stageNamesOf(customer) }), [t, language, customer])
  const [said, setSaid] = useState('')
  const side: Side | null = search.side === 'experience' ? 'cx' : search.side === 'service' ? 'sv' : null
  const change = useCallback(
    (changed: { record?: string; side?: string }) =>
      void navigate({ search: old => ({ ...old, ...changed }), resetScroll: false }),
    [navigate],
  )
  const open = useCallback((event: StoryEvent) => change({ record: event.recordId }), [change])
  const opened = events.find(({ recordId }) => recordId === search.record)
  const talk = useMemo(() => talkBeforeOrder(events), [events])
  const headline = headlineOf(customer, t, language)
  const name = shortNameOf(customer)

  return (
    <>
      <div className={page.lede}>
        <div>
          <h1>{headline}</h1>
          <p className={`${page.beside} figures`}>
            <Beside events={events} name={name} complete={answer.earlier === null} />
          </p>
        </div>
        {answer.earlier && (
          <button type="button" className={page.button} onClick={answer.earlier} disabled={answer.fetching === 'busy'}>
            {t(answer.fetching === 'failed' ? 'story.earlierFailed' : 'story.earlier')}
          </button>
        )}
        <ExportMenu standing={null} />
      </div>
      <div className={css.columns}>
        <div className={css.story}>
          <section className={page.sheet}>
            <Story
              events={events}
              lanes={lanes}
              telling={telling}
              summary={headline}
              said={name ? t('story.said', { name }) : t('story.saidUnnamed')}
              announce={event => setSaid(told(event, telling))}
              onOpen={open}
            />
            <StoryLegend events={events} journeys={customer.journeys.nodes} />
          </section>
          {talk && <TalkCard event={talk} events={events} telling={telling} />}
        </div>
        <aside className={css.beside} aria-label={t('story.who')}>
          <CustomerCard customer={customer} />
          <KnownAs identities={customer.identities} onParted={answer.retry} />
        </aside>
      </div>
      {events.length > 0 && (
        <EventList
          events={events}
          telling={telling}
          side={side}
          onSide={picked => change({ side: picked === null ? undefined : picked === 'cx' ? 'experience' : 'service' })}
          onOpen={open}
        />
      )}
      <p role="status" className="unseen">
        {said}
      </p>
      <Suspense>
        {opened && (
          <EventDrawer event={opened} events={events} telling={telling} onClose={() => change({ record: undefined })} />
        )}
      </Suspense>
    </>
  )
}

/** What the story spans, and whether that is all of it. */
function Beside({ events, name, complete }: { events: StoryEvent[]; name: string | null; complete: boolean }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const span = spanOf(events, language)
  if (!span) return t('story.nothingMore', { command: 'pnpm\u00a0tweeluik\u00a0import' })
  const whole = name ? t('story.all', { name, ...span }) : t('story.allUnnamed', span)
  const told = complete ? whole : t('story.part', { shown: count(events.length, language), ...span })
  return silencesIn(events) ? `${told} ${t('story.cutShort')}` : told
}

/** Before there is a customer to tell about, and when there is none. */
function Untold({ answer: { state, failure, retry } }: { answer: CustomerAnswer }) {
  const { t } = useTranslation()
  return (
    <>
      <div className={page.lede}>
        <div>
          <h1>{t(state === 'loading' ? 'story.loading' : state === 'missing' ? 'story.missing' : 'story.failed')}</h1>
          <p className={page.beside}>
            {state === 'missing' && t('story.missingMore')}
            {state === 'failed' && <Failed failure={failure} onRetry={retry} />}
          </p>
        </div>
      </div>
      {state === 'loading' && (
        <div className={css.columns} aria-busy="true">
          <div className={`${page.sheet} ${css.waiting}`}>
            <svg viewBox="0 0 1040 714" preserveAspectRatio="none" aria-hidden="true">
              <rect width="1040" height="438" fill="var(--cx-leaf)" />
              <rect y="494" width="1040" height="220" fill="var(--sv-leaf)" />
              <path d="M120 192c90 0 90 84 180 84s60 290 110 290 40 -290 100 -290 90 84 180 84 140 44 310 44" />
            </svg>
          </div>
          <div className={`${page.sheet} ${css.waitingBeside}`} />
        </div>
      )}
    </>
  )
}
