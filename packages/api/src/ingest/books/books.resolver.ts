import { fail } from '@tweeluik/schema'
import { isRecordKind, kindNames, type RecordKind, recordKinds } from '@tweeluik/schema/records'
import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql'
import type { Context } from '../../context.ts'
import type { PageInfo } from '../../graphql/connection.type.ts'
import { isUuid } from '../../graphql/global-id.ts'
import { readOpaque, writeOpaque } from '../../graphql/opaque.ts'
import { isStorable } from '../../graphql/scalars.ts'
import { may } from '../../security/roles.ts'
import { batchById } from '../inbox.queries.ts'
import { selectCauses } from '../rejected/rejected.queries.ts'
import { replayRejected } from '../rejected/replay.ts'
import { retryFailed } from '../rejected/retry-failed.ts'
import { type RowPlace, selectDeliveries, selectRefused, selectSent, selectWaiting } from './books.queries.ts'
import {
  BatchConnection,
  BatchState,
  RejectedRowConnection,
  RejectionCause,
  ReplayPayload,
  SourceBooks,
  WaitingRecords,
} from './books.type.ts'

const DAY_MS = 86_400_000
const DAYS_MAX = 3_660
const PAGE_MAX = 100
const CAUSES_MAX = 200
/** Nobody waits longer for an answer: what is left is asked for again. */
const REPLAY_MS = 20_000

const described = {
  source: { nullable: true, description: 'Only of this system. Left out: of all that you may see.' },
  kind: { nullable: true, description: 'Only this kind, such as `contacts`. Left out: every kind.' },
}

/** The books of the door: what came in, what became of it, and what is still to be put right. */
@Resolver()
export class BooksResolver {
  @Query(() => [SourceBooks], { description: 'What each system has sent of each kind; who sent last is first.' })
  async sources(
    @Arg('days', () => Int, { defaultValue: 30, description: 'Received in so many days up to now, 1 to 3660.' })
    days: number,
    @Ctx() context: Context,
  ): Promise<readonly SourceBooks[]> {
    const source = sourceSeen(context, null)
    if (!(days >= 1 && days <= DAYS_MAX)) refuse('days', `days is from 1 to ${DAYS_MAX}`, 'Send 30 for the last month')
    return selectSent(context.database.owner, source, new Date(context.now.getTime() - days * DAY_MS))
  }

  @Query(() => BatchConnection, { description: 'Deliveries, the newest first.' })
  async batches(
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'After this cursor.' }) after: string | null,
    @Arg('source', () => String, described.source) source: string | null,
    @Arg('kind', () => String, described.kind) kind: string | null,
    @Arg('state', () => BatchState, { nullable: true, description: 'Only in this state.' }) state: string | null,
    @Ctx() context: Context,
  ): Promise<BatchConnection> {
    const wanted = { source: sourceSeen(context, source), kind: kindOf(kind), state: state ?? null }
    const before = after == null ? null : sequenceOf(after)
    const batches = await selectDeliveries(context.database.owner, wanted, before, sizeOf(first) + 1)
    const nodes = batches.slice(0, first)
    return {
      nodes,
      pageInfo: pageInfo(
        nodes.map(({ sequence }) => String(sequence)),
        batches.length > first,
        after,
      ),
    }
  }

  @Query(() => [WaitingRecords], { description: 'Records that wait for the one they belong to, the longest first.' })
  async waiting(@Ctx() context: Context): Promise<readonly WaitingRecords[]> {
    const waiting = await selectWaiting(context.database.owner, sourceSeen(context, null))
    return waiting.map(({ kind, ...records }) => ({ ...records, kind: pluralOf(kind) }))
  }

  @Query(() => [RejectionCause], { description: 'Why rows are rejected, the most frequent reason first; at most 200.' })
  async rejections(
    @Arg('source', () => String, described.source) source: string | null,
    @Arg('kind', () => String, described.kind) kind: string | null,
    @Ctx() context: Context,
  ): Promise<readonly RejectionCause[]> {
    const chosen = { source: sourceSeen(context, source), kind: kindOf(kind) }
    const causes = await selectCauses(context.database.owner, chosen, CAUSES_MAX)
    return causes.map(({ example, ...cause }) => ({ ...cause, message: example.message, fix: example.fix }))
  }

  @Query(() => RejectedRowConnection, { description: 'The rows that were refused for one reason.' })
  async rejectedRows(
    @Arg('source', () => String, { description: 'As the reason gives it.' }) source: string,
    @Arg('kind', () => String, { description: 'As the reason gives it.' }) kind: string,
    @Arg('code', () => String, { description: 'As the reason gives it.' }) code: string,
    @Arg('path', () => String, { description: 'As the reason gives it.' }) path: string,
    @Arg('first', () => Int, { defaultValue: 20, description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'After this cursor.' }) after: string | null,
    @Ctx() context: Context,
  ): Promise<RejectedRowConnection> {
    const seen = sourceSeen(context, source) ?? source
    const cause = { source: seen, kind: kindOf(kind) as RecordKind, code, path }
    const place = after == null ? null : placeOf(after)
    const rows = await selectRefused(context.database.owner, cause, place, sizeOf(first) + 1)
    const nodes = rows.slice(0, first)
    return { nodes, pageInfo: pageInfo(nodes.map(cursorOf), rows.length > first, after) }
  }

  @Mutation(() => ReplayPayload, {
    description:
      'Loads rejected rows again as they were sent, each with the version it would have had; of a delivery that failed, all of it. Rows of DUPLICATE_ID only by that code. Safe at any time and twice.',
  })
  async replayRejected(
    @Arg('source', () => String, described.source) source: string | null,
    @Arg('kind', () => String, described.kind) kind: string | null,
    @Arg('code', () => String, { nullable: true, description: 'Only rows refused for this. Left out: for anything.' })
    code: string | null,
    @Arg('batch', () => ID, { nullable: true, description: 'Only of this delivery. Left out: of all.' })
    batch: string | null,
    @Ctx() context: Context,
  ): Promise<ReplayPayload> {
    const { database, settings } = context
    if (batch != null && !isUuid(batch)) refuse('batch', 'This is no id of a delivery', 'Use the id of a batch')
    const chosen = { source: sourceSeen(context, source), kind: kindOf(kind), code, batch }
    const delivery = batch == null ? null : await batchById(database.owner, batch)
    if (delivery?.state === 'failed' && (chosen.source ?? delivery.source) === delivery.source) {
      const retried = await retryFailed(database, settings, delivery.id)
      if (retried) return { ...retried, finished: true }
    }
    const signal = AbortSignal.timeout(REPLAY_MS)
    const done = await replayRejected({ database, settings, chosen, signal })
    return { ...done, finished: !signal.aborted }
  }
}

/** The one source that the viewer may see, or the one that is asked for. Null: all. */
function sourceSeen({ viewer }: Context, asked: string | null): string | null {
  if (!may(viewer, 'write') || !viewer.seesAllBrands) {
    fail('ROLE_WITHOUT_RIGHT', '', 'Your role does not see what is received', 'Use a token of role integrator or admin')
  }
  if (asked && viewer.source !== null && asked !== viewer.source) {
    fail('ROLE_WITHOUT_RIGHT', 'source', 'Your token does not see this source', 'Leave `source` out')
  }
  return viewer.source ?? asked ?? null
}

function kindOf(kind: string | null): RecordKind | null {
  if (kind == null || isRecordKind(kind)) return kind ?? null
  return refuse('kind', `There are no records called ${kind.slice(0, 100)}`, `There are ${kindNames.join(', ')}`)
}

const pluralOf = (singular: string) => kindNames.find(name => recordKinds[name].singular === singular) ?? singular

const sizeOf = (first: number) =>
  first >= 1 && first <= PAGE_MAX ? first : refuse('first', `A page is from 1 to ${PAGE_MAX}`, 'Ask for 20')

const sequenceOf = (cursor: string) => (/^\d{1,15}$/.test(cursor) ? Number(cursor) : refuseCursor())

const cursorOf = ({ receivedAt, batchId, position }: RowPlace) =>
  writeOpaque([receivedAt.toISOString(), batchId, position])

function placeOf(cursor: string): RowPlace {
  const [at, batchId, position] = readOpaque(cursor)
  const receivedAt = new Date(String(at))
  if (!isStorable(receivedAt) || typeof batchId !== 'string' || !isUuid(batchId) || typeof position !== 'number') {
    return refuseCursor()
  }
  return Number.isInteger(position) && Math.abs(position) < 2 ** 31 ? { receivedAt, batchId, position } : refuseCursor()
}

const refuseCursor = () => refuse('after', 'This is no cursor of this list', 'Send a cursor that the same list gave')

function refuse(path: string, message: string, fix: string): never {
  return fail('BAD_ARGUMENT', path, message, fix)
}

const pageInfo = (cursors: readonly string[], hasNextPage: boolean, after: string | null): PageInfo => ({
  hasNextPage,
  hasPreviousPage: after != null,
  startCursor: cursors.at(0) ?? null,
  endCursor: cursors.at(-1) ?? null,
})
