import { nobodyId } from '@tweeluik/schema'
import { appendDelta } from '../rollup/delta.queries.ts'
import { noteChangedJourneys, noteJourneysOfInteractions } from './changed-journeys.queries.ts'
import {
  deriveGaps,
  placeInChains,
  touchContactsOfEvents,
  touchContactsOfJourneys,
  touchOldNeighbours,
} from './contact.queries.ts'
import { deriveReopened, placeResolutions } from './contact-event.queries.ts'
import { createDayTables, findChangedDays, touchDaysOf, writeDays } from './customer-days.queries.ts'
import { ensureCustomers } from './customers.queries.ts'
import { deriveTouched } from './derive.queries.ts'
import {
  type Arrival,
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
  orderLoad,
  qualityReviewLoad,
  surveyLoad,
} from './facts.ts'
import { touchAnswersOfJourneys, touchContacted } from './feedback.queries.ts'
import { touchInteractionsOfJourneys } from './interaction.queries.ts'
import type { Loading } from './load.ts'
import { moveWithContact, noteChangedContacts, orphans, touchFollowers } from './moves.queries.ts'
import { createRefundImage, deriveRepeats, imageRefundsBefore, placeOrders, writeRefunds } from './order.queries.ts'
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
  const anyReplaced = (await touchReplaced(sql, load)) > 0
  await imageBefore(sql, load)
  await place(loading, load, anyReplaced)
  await writeFacts(sql, load, anyReplaced)
  await writeHomes(sql, load)
  await deriveNeighbours(loading, load)
  await imageAfter(sql, load)
  await inspect()
  if (load.fact) await appendDelta(sql, load.fact, changesOf(load), parts)
  if (load === orderLoad) await appendDelta(sql, 'refund', 'image_refunds', parts)
  await finishDays(loading, load)
  await followers[load.records]?.(loading)
}

/** Finds where the rows to come stand among the others, and touches the stored ones that this concerns. */
async function place({ sql }: Loading, load: FactLoad, anyReplaced: boolean): Promise<void> {
  if (load === contactLoad) {
    if (anyReplaced) await touchOldNeighbours(sql)
    await placeInChains(sql)
  } else if (load === orderLoad) {
    await createRefundImage(sql)
    await placeOrders(sql)
  } else if (load === contactEventLoad) {
    await placeResolutions(sql)
  } else {
    return
  }
  await imageBefore(sql, load)
  if (load === orderLoad) await imageRefundsBefore(sql)
}

async function deriveNeighbours({ sql }: Loading, load: FactLoad): Promise<void> {
  if (load === contactLoad) await deriveGaps(sql)
  if (load === contactEventLoad) await deriveReopened(sql)
  if (load === orderLoad) {
    await deriveRepeats(sql)
    await writeRefunds(sql)
  }
}

async function finishDays(loading: Loading, load: FactLoad): Promise<void> {
  if (!load.days) return
  await createDayTables(loading.sql)
  await touchDaysOf(loading.sql, load)
  await writeChangedDays(loading)
}

/** Brings the days that were touched up to date, and the figures with them. */
export async function writeChangedDays({ sql, parts }: Loading): Promise<void> {
  if (!(await findChangedDays(sql))) return
  await writeDays(sql)
  await appendDelta(sql, 'customer_day', 'image_customer_days', parts)
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
    await followContacts(loading, sql => touchContacted(sql, loading.settings.contactedDays))
    await loadArrived(loading)
  },
  'contact-events': async loading => {
    await follow(loading, contactLoad, touchContactsOfEvents)
    await followContacts(loading)
  },
  feedback: loading => follow(loading, surveyLoad, touchSurveysOfAnswers),
}

/** Contacts that take their stage from the last interaction of their journey. */
async function followInteractions(loading: Loading): Promise<void> {
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
}

/** As {@link follow}, with all that hangs on these rows in turn: deriving a row anew may change more of it than was asked. */
export async function followThrough(loading: Loading, load: FactLoad, touch: Touch): Promise<void> {
  await follow(loading, load, touch)
  if (load === interactionLoad) await followInteractions(loading)
  if (load === contactLoad) await followContacts(loading)
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
  if (load === orderLoad) {
    await createRefundImage(sql)
    await imageRefundsBefore(sql)
  }
  if (load.home === 'contact') await keepAbandoned(sql, load)
  if (load.home !== 'own') await moveWithContact(sql, load, await homesOfOrphans(loading, load))
  await deriveTouched(sql, load, settings)
  if (load === orderLoad) await writeRefunds(sql)
  await imageAfter(sql, load)
  if (load.fact) await appendDelta(sql, load.fact, `image_${load.table}`, parts)
  if (load === orderLoad) await appendDelta(sql, 'refund', 'image_refunds', parts)
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
