import type { ServiceWords } from './service.nl.ts'

export const serviceEn: ServiceWords = {
  title: 'Service',
  pageTitle: 'Service · Tweeluik',
  split: {
    title: 'Where the questions come from',
    about:
      'A name filters the whole page, a count opens what is behind it. The grey mark is the period beside this one.',
    measure: 'What the bars show',
  },
  measure: {
    CONTACTS: 'Contacts',
    AHT: 'Handling time',
    FIRST_TIME_FIX: 'First-time fix',
    COST_PER_CONTACT: 'Cost per contact',
  },
  handling: {
    title: 'How long it takes',
    about: 'Handling time is talking, holding and writing up, taken together.',
  },
  parts: {
    title: 'What it is made of',
    about: 'On average, per contact that has this part.',
    part: 'Part',
  },
  spread: {
    title: 'How it is spread',
    about: 'Half take less than {{median}}, one in ten more than {{longest}}.',
    from: 'From',
    to: 'To',
    count: 'Contacts',
  },
  help: {
    title: 'Whether it helps',
    about: 'Whoever comes back with the same question had not been helped yet.',
  },
  curve: {
    title: 'How long it stays fixed',
    about: 'After a week {{week}} is still fixed, after thirty days {{month}}.',
    plain: 'Share of first contacts after which nobody came back, by days.',
    within_one: 'after {{count}} day',
    within_other: 'after {{count}} days',
    tick_one: '{{count}} day',
    tick_other: '{{count}} days',
    days: 'Days',
  },
}
