import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  customType,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, ofAnyReader, ofNoReader, whole } from './columns.ts'

const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** One accepted delivery of records of one kind by one source, and what became of its rows. */
export const ingestBatches = pgTable(
  'ingest_batches',
  {
    id: uuid().primaryKey(),
    /** The inbox order. */
    sequence: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().notNull(),
    source: text().notNull(),
    kind: text().notNull(),
    idempotencyKey: text(),
    bodySha256: text(),
    /** The name of the token that it came with; `local` where none was needed. Null: from the command line. */
    sentBy: text(),
    receivedAt: instant().notNull(),
    /** queued, loading, loaded or failed. */
    state: text().notNull(),
    received: integer().notNull(),
    created: integer().notNull().default(0),
    updated: integer().notNull().default(0),
    unchanged: integer().notNull().default(0),
    waiting: integer().notNull().default(0),
    rejected: integer().notNull().default(0),
    loadedAt: instant(),
    /** The load that took it in, as the rows that it wrote bear it. Null: it is not loaded. */
    loadNumber: whole(),
    /** Failed tries so far; the reason of the last one is in the server's log under this batch's id. */
    attempts: integer().notNull().default(0),
    /** Not tried again before. Null: no try has failed. */
    retryAt: instant(),
  },
  table => [
    uniqueIndex('ingest_batches_key').on(table.source, table.idempotencyKey).where(sql`idempotency_key is not null`),
    index('ingest_batches_received').on(table.receivedAt),
    index('ingest_batches_load').on(table.loadNumber),
    index('ingest_batches_sequence').on(table.sequence),
    index('ingest_batches_open').on(table.sequence).where(sql`state in ('queued', 'loading')`),
    ofAnyReader(),
  ],
)

/** What was sent, row by row, compressed; kept so that any batch can be loaded again. */
export const inbox = pgTable(
  'inbox',
  {
    batchId: uuid().primaryKey(),
    rows: bytes().notNull(),
    textual: boolean().notNull(),
    /** The header of the file that the rows come from, where a mapping read it. */
    header: text(),
  },
  () => [ofNoReader()],
)

/** A row that could not be taken, whole, with its reason and the version it would have had. */
export const rejectedRecords = pgTable(
  'rejected_records',
  {
    batchId: uuid().notNull(),
    line: integer().notNull(),
    position: integer().notNull(),
    source: text().notNull(),
    kind: text().notNull(),
    text: text().notNull(),
    code: text().notNull(),
    path: text().notNull(),
    message: text().notNull(),
    fix: text().notNull(),
    receivedAt: instant().notNull(),
    versionSequence: whole().notNull(),
    /** Whether the text is what somebody has put right, in place of what was sent. */
    mended: boolean().notNull().default(false),
  },
  table => [
    primaryKey({ columns: [table.batchId, table.position] }),
    index('rejected_records_cause').on(table.source, table.kind, table.code, table.receivedAt),
    ofNoReader(),
  ],
)

/** What a sender should know of a row that was taken all the same. */
export const ingestNotices = pgTable(
  'ingest_notices',
  {
    batchId: uuid().notNull(),
    line: integer().notNull(),
    position: integer().notNull(),
    code: text().notNull(),
    path: text().notNull(),
    message: text().notNull(),
    fix: text().notNull(),
  },
  table => [primaryKey({ columns: [table.batchId, table.position, table.code] }), ofNoReader()],
)

/** A row that cannot stand alone and whose contact has not come: kept ready, and loaded with it. */
export const waitingRecords = pgTable(
  'waiting_records',
  {
    kind: text().notNull(),
    id: uuid().notNull(),
    /** The contact it waits for. */
    contactId: uuid().notNull(),
    /** Null: its contact was there and was deleted. */
    batchId: uuid(),
    line: integer().notNull(),
    position: integer().notNull(),
    source: text().notNull(),
    versionAt: instant().notNull(),
    versionSequence: whole().notNull(),
    since: instant().notNull(),
    /** The row as it would stand in its table. */
    row: jsonb().notNull(),
    /** The record that somebody has put right, in place of what was sent. Null: it is as it was sent. */
    mended: text(),
  },
  table => [
    primaryKey({ columns: [table.id, table.kind] }),
    index('waiting_records_contact').on(table.contactId),
    index('waiting_records_since').on(table.since),
    ofNoReader(),
  ],
)

/** Which customer a record lives with, read and written by every load: a record that changes customer moves. */
export const recordHome = pgTable(
  'record_home',
  { kind: text().notNull(), id: uuid().notNull(), customerId: uuid().notNull() },
  table => [primaryKey({ columns: [table.id, table.kind] }), ofNoReader()],
)

/** What was deleted, so that an older image that comes late does not bring it back. */
export const tombstones = pgTable(
  'tombstones',
  {
    kind: text().notNull(),
    id: uuid().notNull(),
    versionAt: instant().notNull(),
    versionSequence: whole().notNull(),
    deletedAt: instant().notNull(),
  },
  table => [primaryKey({ columns: [table.id, table.kind] }), ofNoReader()],
)

/** Derivation still to be done over facts that are already in, slice by slice: a catalogue that they hang on changed. */
export const rederivations = pgTable(
  'rederivations',
  {
    id: uuid().primaryKey(),
    /** cost, stage, cause, promise, window or session. */
    what: text().notNull(),
    fromDay: date().notNull(),
    /** Not included. */
    toDay: date().notNull(),
    where: jsonb().$type<Record<string, string>>().notNull(),
    requestedAt: instant().notNull(),
  },
  () => [ofAnyReader()],
)
