import { customerDay } from '../../facts/index.ts'
import { defineMetric } from '../define.ts'
import { share } from '../finalize.ts'

export default defineMetric({
  key: 'COHORT_RETENTION',
  lens: 'CX',
  version: 1,
  unit: 'share',
  direction: 'UP',
  parts: { reached: customerDay.first('order'), active: customerDay.distinct('activity') },
  n: 'reached',
  answeredBy: 'cohorts',
  finalize: share('active', 'reached'),
  formula: 'members active in interval N (ON), or in N or later (ON_OR_AFTER) / members who have reached N',
  countedOn: 'at, in intervals since the first order of each member',
  source: 'Amplitude and PostHog: retention by cohort',
  words: {
    nl: {
      name: 'Cohortbehoud',
      description: 'Welk deel van wie samen klant werd later nog bestelde of ons opzocht.',
      includes: 'Klanten bij hun eerste bestelling in de periode; interval 0 begint op die dag.',
      excludes: 'Leden die interval N nog niet bereikten; het lopende interval telt mee en heet onvolledig.',
    },
    en: {
      name: 'Cohort retention',
      description: 'The share of those who became customers together who later ordered or visited again.',
      includes: 'Customers at their first order in the period; interval 0 begins on that day.',
      excludes: 'Members who have not reached interval N; the running interval counts and is called partial.',
    },
  },
  examples: [
    {
      promise: 'a member is active in the interval of its own life, and who has not reached it is in no denominator',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-03-01', ordered: true },
          { customerId: 'anja', day: '2026-04-30', visited: true },
          { customerId: 'bram', day: '2026-03-31', ordered: true },
          { customerId: 'bram', day: '2026-04-29', ordered: true },
          { customerId: 'cees', day: '2026-03-10', ordered: true },
          { customerId: 'cees', day: '2026-05-20', ordered: true },
          { customerId: 'dora', day: '2026-02-27', ordered: true },
          { customerId: 'dora', day: '2026-04-10', ordered: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      cohort: { interval: 'MONTH', mode: 'ON', index: 1 },
      value: 1 / 3,
      n: 3,
    },
    {
      promise: 'on or after counts who was active in the interval or any later one',
      rows: {
        customer_day: [
          { customerId: 'anja', day: '2026-03-01', ordered: true },
          { customerId: 'anja', day: '2026-03-02', ordered: true },
          { customerId: 'bram', day: '2026-03-01', ordered: true },
          { customerId: 'bram', day: '2026-03-29', visited: true },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      cohort: { interval: 'WEEK', mode: 'ON_OR_AFTER', index: 2 },
      value: 0.5,
      n: 2,
    },
  ],
})
