import type { VoiceWords } from './voice.nl.ts'

export const voiceEn: VoiceWords = {
  title: 'Voice',
  pageTitle: 'Voice · Tweeluik',
  split: {
    promoters: 'promoters',
    passives: 'passives',
    detractors: 'detractors',
    summary: '{{promoters}} would recommend (9–10), {{passives}} are passive (7–8), {{detractors}} would not (0–6).',
  },
  touchpoint: {
    title: 'Where it goes well and where it does not',
    about: 'By touchpoint. The dotted line is all together, the grey mark the period beside this one.',
    by: '{{name}} by touchpoint',
  },
  answers: {
    title: 'In their own words',
    count_one: '{{shown}} answer in this period, newest first.',
    count_other: '{{shown}} answers in this period, newest first.',
    leftOut: 'Answers are not known by {{names}}; that filter does not hold here.',
    kind: 'What was asked',
    score: 'How the answer turned out',
    all: 'All',
    kinds: {
      RELATIONAL_NPS: 'Relational NPS',
      TRANSACTIONAL_NPS: 'Contact NPS',
      CSAT: 'Satisfaction',
      CES: 'Ease',
      REVIEW: 'Review',
    },
    scores: { favourable: 'Favourable', neutral: 'In between', unfavourable: 'Unfavourable' },
    scoresOf: 'Answers to {{name}}',
    outOf: '{{score}} out of {{max}}',
    silent: 'No comment',
    someone: 'Unknown customer',
    more: 'More answers',
    none: 'No answers with these filters.',
    withheld: 'The answers themselves are for another role.',
    failed: 'The answers could not be fetched.',
    table: { at: 'When', kind: 'Question', score: 'Answer', comment: 'Comment', about: 'About' },
  },
}
