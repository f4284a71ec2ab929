import { contact, type Params, slaTarget } from '../../facts/index.ts'
import { defineMetric, type PartValues } from '../define.ts'
import { derived, share } from '../finalize.ts'
import { target } from '../params.ts'

/** Where nothing is known to be promised, the sender's word counts: it speaks of no target in particular. */
const told = { slaPolicyId: { isNull: true } } as const

const parts = {
  met: slaTarget.count('judged', { met: true }),
  breached: slaTarget.count('judged', { met: false }),
  metFirstResponse: slaTarget.count('judged', { target: 'FIRST_RESPONSE', met: true }),
  breachedFirstResponse: slaTarget.count('judged', { target: 'FIRST_RESPONSE', met: false }),
  metNextReply: slaTarget.count('judged', { target: 'NEXT_REPLY', met: true }),
  breachedNextReply: slaTarget.count('judged', { target: 'NEXT_REPLY', met: false }),
  metResolution: slaTarget.count('judged', { target: 'RESOLUTION', met: true }),
  breachedResolution: slaTarget.count('judged', { target: 'RESOLUTION', met: false }),
  toldMet: contact.count('handled', { ...told, slaMet: true }),
  toldBreached: contact.count('handled', { ...told, slaMet: false }),
}
type Name = keyof typeof parts
interface Judged {
  met: readonly Name[]
  breached: readonly Name[]
}

const judgedBy = {
  ALL: { met: ['met', 'toldMet'], breached: ['breached', 'toldBreached'] },
  FIRST_RESPONSE: { met: ['metFirstResponse'], breached: ['breachedFirstResponse'] },
  NEXT_REPLY: { met: ['metNextReply'], breached: ['breachedNextReply'] },
  RESOLUTION: { met: ['metResolution'], breached: ['breachedResolution'] },
} as const satisfies Record<string, Judged>
const asked = ({ target }: Params): Judged => judgedBy[target as keyof typeof judgedBy]

function judged(values: PartValues<Name>, params: Params) {
  const { met, breached } = asked(params)
  const sum = (names: readonly Name[]) => names.reduce((all, name) => all + values[name], 0)
  return { met: sum(met), judged: sum(met) + sum(breached) }
}

export default defineMetric({
  key: 'SLA_ATTAINMENT',
  lens: 'SERVICE',
  version: 2,
  unit: 'share',
  direction: 'UP',
  parts,
  n: params => [...asked(params).met, ...asked(params).breached],
  finalize: derived(judged, share('met', 'judged')),
  params: { target },
  formula: 'targets met / (targets met + targets breached), by the policy in force when the contact opened',
  countedOn: 'what was promised, when it comes in time; else the moment it was due; the outcome as sent: handledAt',
  source: 'Zendesk and Freshworks help: service level agreement attainment',
  words: {
    nl: {
      name: 'Afspraken gehaald',
      description: 'Welk deel van wat is toegezegd op tijd kwam: eerste reactie, volgend antwoord en oplossing.',
      includes:
        'Elke toezegging volgens de afspraak die gold toen het contact begon; een gebroken toezegging telt op het moment zelf. Waar geen afspraak gold telt wat de afzender meldt, ook van een contact dat de klant afbrak.',
      excludes:
        'Toezeggingen die nog lopen, en die aan contacten die het bedrijf begon, die de klant afbrak of die de bot alleen afdeed.',
    },
    en: {
      name: 'SLA attainment',
      description: 'The share of promises that were kept in time: first response, next reply and resolution.',
      includes:
        'Every promise by the policy in force when the contact opened; a broken one counts at its moment. Where no policy was in force, what the sender tells, also of a contact that its customer gave up.',
      excludes:
        'Promises that still run, and those of contacts that the company began, the customer gave up or a bot handled alone.',
    },
  },
  examples: [
    {
      promise: 'a promise counts when it is kept or broken, one that still runs not at all',
      rows: {
        sla_target: [
          { day: '2026-03-02', target: 'FIRST_RESPONSE', met: true },
          { day: '2026-03-02', target: 'RESOLUTION', met: false },
          { day: '2026-03-03', target: 'NEXT_REPLY', met: true },
          { day: null, target: 'RESOLUTION', met: null },
          { day: '2026-04-01', target: 'RESOLUTION', met: false },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2 / 3,
      n: 3,
    },
    {
      promise: 'the word of the sender counts where nothing is known to be promised, and nowhere else',
      rows: {
        sla_target: [{ day: '2026-03-02', target: 'FIRST_RESPONSE', met: true }],
        contact: [
          { handledDay: '2026-03-02', handled: true, slaMet: true },
          { handledDay: '2026-03-02', handled: true, slaMet: false },
          { handledDay: '2026-03-03', handled: false, slaMet: false, outcome: 'abandoned' },
          { handledDay: '2026-03-31', handled: true, slaMet: true, openedDay: '2026-02-01' },
          { handledDay: '2026-03-31', handled: true, slaMet: true },
          { handledDay: '2026-03-31', slaMet: false, slaPolicyId: '11111111-1111-4111-8111-111111111111' },
          { handledDay: '2026-03-31', slaMet: true, slaPolicyId: '11111111-1111-4111-8111-111111111111' },
          { handledDay: '2026-03-31', handled: true, slaMet: null },
        ],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: 2 / 3,
      n: 6,
      interval: { low: 0.299993315, high: 0.903228589 },
    },
    ...(
      [
        ['FIRST_RESPONSE', 0.75, 4],
        ['NEXT_REPLY', 0.25, 4],
        ['RESOLUTION', 0.6, 5],
      ] as const
    ).map(([kind, value, n]) => ({
      promise: `one kind of target is judged alone: ${kind}`,
      rows: {
        sla_target: [
          { target: 'FIRST_RESPONSE', met: [true, true, true, false] },
          { target: 'NEXT_REPLY', met: [true, false, false, false] },
          { target: 'RESOLUTION', met: [true, true, true, false, false] },
        ].flatMap(({ target, met }) => met.map(one => ({ day: '2026-03-02', target, met: one }))),
        contact: [{ handledDay: '2026-03-02', slaMet: true }],
      },
      period: { from: '2026-03-01', to: '2026-04-01' },
      params: { target: kind },
      value,
      n,
    })),
    {
      promise: 'without a verdict there is no share',
      rows: { contact: [{ handledDay: '2026-03-02', handled: true, slaMet: null }] },
      period: { from: '2026-03-01', to: '2026-04-01' },
      value: null,
      n: 0,
    },
  ],
})
