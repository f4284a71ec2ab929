import { nobodyId } from '@tweeluik/schema'
import type { TransactionSql } from '../../db/pools.ts'
import { gapsOfDays } from '../rollup/day-gaps.queries.ts'
import { appendDelta, appendGaps } from '../rollup/delta.queries.ts'
import { gapsOfAddedDays, noteSteady } from './added-days.queries.ts'
import { noteChangedJourneys, noteJourneysOfInteractions, touchCompletedJourneys } from './changed-journeys.queries.ts'
import {
  deriveGaps,
  placeInChains,
  touchContactsOfEvents,
  touchContactsOfJourneys,
  touchOldNeighbours,
} from './contact.queries.ts'
import { deriveReopened, placeResolutions } from './contact-event.queries.ts'
import {
  CHANGING_DAYS,
  createDayTables,
  emptyDayTables,
  findChangedDays,
  type TouchedDays,
  touchDaysOf,
  writeDays,
} from './customer-days.queries.ts'
import { ensureCustomers } from './customers.queries.ts'
import { departFacts } from './departures.queries.ts'
import { deriveTouched } from './derive.queries.ts'
import {
  type Arrival,
  actionsOf,
  changesOf,
  decideFacts,
  imageAfter,
  imageBefore,
  touchReplaced,
  writeFacts,
  writeHomes,
} from './facts.queries.ts'
import {
  contactEventLoad,
  contactLoad,
  type FactLoad,
  feedbackLoad,
  interactionLoad,
  journeyLoad,
  orderLoad,
  qualityReviewLoad,
  surveyLoad,
} from './facts.ts'
import { noteRaters, touchAnswersOfJourneys, touchContacted, touchHalos } from './feedback.queries.ts'
import { touchInteractionsOfJourneys } from './interaction.queries.ts'
import type { Loading } from './load.ts'
import { moveWithContact, noteChangedContacts, orphans, touchFollowers } from './moves.queries.ts'
import { createRefundImage, deriveRepeats, imageRefundsBefore, placeOrders, writeRefunds } from './order.queries.ts'
import { placeSessions, touchSessionsOfContacts } from './session.queries.ts'
import { createTargetImage, imageTargetsBefore, writeTargets } from './sla-targets.queries.ts'
import { analyzeKeys, createBooks, emptyBooks, stageName } from './stage.queries.ts'
import { touchSurveysOfAnswers } from './survey.queries.ts'
import { keepAbandoned, keepWaiting, settleArrived, stageArrived } from './waiting.queries.ts'

/**
 * Loads the rows of a stage and all that hangs on them.
 * @param inspect called when the batch's own rows are written, before others are derived from them
 */
export async function loadFacts(
  loading: Loading,
  load: FactLoad,
  arrivals: readonly Arrival[],
  inspect: () => Promise<void> = async () => {},
): Promise<void> {
  const { sql, parts, settings, used } = loading
  await createBooks(sql, load)
  used.add(load.table)
  await ensureCustomers(sql, stageName(load.records))
  await decideFacts(sql, load, settings, arrivals)
  await analyzeKeys(sql, `next_${load.table}`, load.columns)
  if (load.home === 'contact') await keepWaiting(sql, load, arrivals)
  const actions = await actionsOf(sql, load)
  const replacing = ['updated', 'deleted', 'waiting'].some(action => actions.has(action))
  if (replacing) {
    await touchReplaced(sql, load)
    await imageBefore(sql, load)
  }
  await place(loading, load, replacing)
  await writeFacts(sql, load, { replacing, actions })
  await writeHomes(sql, load, { replacing, actions })
  await deriveNeighbours(loading, load)
  await imageAfter(sql, load)
  if (replacing) await departFacts(sql, load)
  await inspect()
  if (load.fact) await appendDelta(sql, load.fact, changesOf(load), parts)
  await appendParts(loading, load)
  await finishDays(loading, load, changesOf(load))
  await followers[load.records]?.(loading)
}

/** Finds where the rows to come stand among the others, and touches the stored ones that this concerns. */
async function place(loading: Loading, load: FactLoad, replacing: boolean): Promise<void> {
  const { sql, settings } = loading
  if (load === contactLoad) {
    if (replacing) await touchOldNeighbours(sql)
    await placeInChains(sql)
  } else if (load === orderLoad) {
    await placeOrders(sql)
  } else if (load === contactEventLoad) {
    await placeResolutions(sql)
  } else if (load === interactionLoad && settings.inUse.selfService) {
    await placeSessions(sql)
  } else {
    return
  }
  await imageBefore(sql, load)
  await imagePartsBefore(loading, load)
}

async function deriveNeighbours(loading: Loading, load: FactLoad): Promise<void> {
  const { sql, settings } = loading
  if (load === interactionLoad && settings.inUse.selfService) await deriveTouched(sql, load, settings)
  if (load === contactLoad) await deriveGaps(sql)
  if (load === contactEventLoad) await deriveReopened(sql)
  if (load === orderLoad) await deriveRepeats(sql)
  await writeParts(loading, load)
}

/** An order's refunds and a contact's targets are facts of their own, which come, change and go with it. */
async function imagePartsBefore({ sql, settings }: Loading, load: FactLoad): Promise<void> {
  if (load === orderLoad) {
    await createRefundImage(sql)
    await imageRefundsBefore(sql)
  }
  if (load === contactLoad && settings.inUse.policies) {
    await createTargetImage(sql)
    await imageTargetsBefore(sql)
  }
}

async function writeParts({ sql, settings, at }: Loading, load: FactLoad): Promise<void> {
  if (load === orderLoad) await writeRefunds(sql)
  if (load === contactLoad && settings.inUse.policies) await writeTargets(sql, settings, at)
}

async function appendParts({ sql, settings, parts }: Loading, load: FactLoad): Promise<void> {
  if (load === orderLoad) await appendDelta(sql, 'refund', 'image_refunds', parts)
  if (load === contactLoad && settings.inUse.policies) await appendDelta(sql, 'sla_target', 'image_sla_targets', parts)
}

/** The days of the customers of rows that came, changed or went. */
async function finishDays(loading: Loading, load: FactLoad, changes: string): Promise<void> {
  if (!load.days) return
  await createDayTables(loading.sql)
  await writeChangedDays(loading, await touchDaysOf(loading.sql, load.days, changes))
}

/** Brings the days that were touched up to date, and the figures with them. */
export async function writeChangedDays({ sql }: Pick<Loading, 'sql'>, days: TouchedDays): Promise<void> {
  if (days.touched + days.added === 0) return
  if ((await findChangedDays(sql, days)) > 0) {
    await appendDayGaps(sql, days)
    await writeDays(sql, days)
  }
  await emptyDayTables(sql)
}

async function appendDayGaps(sql: TransactionSql, { touched, kinds }: TouchedDays): Promise<void> {
  const [kind] = kinds
  if (kind && kinds.length === 1 && touched === 0) {
    const areAllSteady = await noteSteady(sql)
    await appendGaps(sql, 'customer_day', gapsOfAddedDays(kind))
    if (areAllSteady) return
  }
  await appendGaps(sql, 'customer_day', gapsOfDays(CHANGING_DAYS, kinds))
}

/** What is derived from the rows of each kind, in the order in which one follows from the other. */
const followers: Partial<Record<FactLoad['records'], (loading: Loading) => Promise<void>>> = {
  journeys: async loading => {
    if (!(await noteChangedJourneys(loading.sql))) return
    await follow(loading, interactionLoad, touchInteractionsOfJourneys)
    await follow(loading, feedbackLoad, touchAnswersOfJourneys)
    await follow(loading, contactLoad, touchContactsOfJourneys)
    await followContacts(loading)
  },
  interactions: followInteractions,
  contacts: async loading => {
    await followSessions(loading)
    await followContacts(loading, sql => touchContacted(sql, loading.settings.contactedDays))
    await loadArrived(loading)
  },
  'contact-events': async loading => {
    await follow(loading, contactLoad, touchContactsOfEvents)
    await followContacts(loading)
  },
  feedback: async loading => {
    await follow(loading, surveyLoad, touchSurveysOfAnswers)
    await followRaters(loading)
  },
}

/** Transactional answers beside a relational one that came, changed or went. */
async function followRaters(loading: Loading): Promise<void> {
  if (await noteRaters(loading.sql)) await follow(loading, feedbackLoad, touchHalos)
}

/** Self-service sessions after which a contact came or went. */
async function followSessions(loading: Loading): Promise<void> {
  if (loading.settings.inUse.selfService) await follow(loading, interactionLoad, touchSessionsOfContacts)
}

/** Journeys that interactions complete, and contacts that take their stage from the last one of their journey. */
async function followInteractions(loading: Loading): Promise<void> {
  await follow(loading, journeyLoad, touchCompletedJourneys)
  if (!(await noteJourneysOfInteractions(loading.sql))) return
  await follow(loading, contactLoad, touchContactsOfJourneys)
  await followContacts(loading)
}

/** All that takes over words of contacts that changed, or lives with them. */
async function followContacts(loading: Loading, touchMore: Touch = async () => {}): Promise<void> {
  const changed = await noteChangedContacts(loading.sql)
  for (const load of [contactEventLoad, qualityReviewLoad, surveyLoad, feedbackLoad]) {
    await follow(loading, load, async sql => {
      if (changed) await touchFollowers(sql, load)
      if (load === feedbackLoad) await touchMore(sql)
    })
  }
  await followRaters(loading)
}

/** As {@link follow}, with all that hangs on these rows in turn: deriving a row anew may change more of it than was asked. */
export async function followThrough(loading: Loading, load: FactLoad, touch: Touch): Promise<void> {
  await follow(loading, load, touch)
  if (load === interactionLoad) await followInteractions(loading)
  if (load === contactLoad) {
    await followSessions(loading)
    await followContacts(loading)
  }
  if (load === feedbackLoad) await followRaters(loading)
}

export type Touch = (sql: Loading['sql']) => Promise<unknown>

/** Derives stored rows anew after something that they hang on changed, and appends what that changes in the figures. */
async function follow(loading: Loading, load: FactLoad, touch: Touch): Promise<void> {
  const { sql, parts, settings, used } = loading
  await createBooks(sql, load)
  if (used.has(load.table)) await emptyBooks(sql, load)
  used.add(load.table)
  await touch(sql)
  if (!(await imageBefore(sql, load))) return
  await imagePartsBefore(loading, load)
  if (load.home === 'contact') await keepAbandoned(sql, load)
  if (load.home !== 'own') await moveWithContact(sql, load, await homesOfOrphans(loading, load))
  await deriveTouched(sql, load, settings)
  await writeParts(loading, load)
  await imageAfter(sql, load)
  if (load.home !== 'own') await departFacts(sql, load, `image_${load.table}`)
  if (load.fact) await appendDelta(sql, load.fact, `image_${load.table}`, parts)
  await appendParts(loading, load)
  await finishDays(loading, load, `image_${load.table}`)
}

async function homesOfOrphans({ sql }: Loading, load: FactLoad): Promise<{ id: string; customerId: string }[]> {
  if (load.home === 'contact') return []
  const found = await orphans(sql, load)
  return found.map(({ id, source, externalId }) => ({ id, customerId: nobodyId(load.kind, source, externalId) }))
}

/** What waited for contacts of this batch. All is staged first: loading the one empties the books of contacts. */
async function loadArrived(loading: Loading): Promise<void> {
  const { sql, used } = loading
  const arrived: FactLoad[] = []
  for (const load of [qualityReviewLoad, contactEventLoad]) {
    await createBooks(sql, load)
    if (used.has(load.table)) await emptyBooks(sql, load)
    if ((await stageArrived(sql, load)) > 0) arrived.push(load)
  }
  for (const load of arrived) {
    await loadFacts(loading, load, [], () => settleArrived(sql, load))
  }
}
