import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { amountE4, factColumns, instant, ofOwnBrands } from './columns.ts'

/** The fields of a contact that events may decide, as its sender gave them; times in ISO. */
export interface SentOfContact {
  channel: string
  answeredAt: string | null
  firstResponseAt: string | null
  resolvedAt: string | null
  closedAt: string | null
  outcome: string | null
  agentReplies: number | null
  transfers: number | null
  reopens: number | null
}

/** One service contact, with what is derived from it and from its neighbours. */
export const contacts = pgTable(
  'contacts',
  {
    ...factColumns(),
    channel: text().notNull(),
    openedAt: instant().notNull(),
    initiatedBy: text(),
    topic: text(),
    triggerId: uuid(),
    subject: text(),
    text: text(),
    team: text(),
    agent: text(),
    bot: boolean(),
    agentReplies: integer(),
    journeyId: uuid(),
    touchpointId: uuid(),
    orderId: uuid(),
    concurrency: doublePrecision(),
    queueSeconds: integer(),
    talkSeconds: integer(),
    holdSeconds: integer(),
    wrapSeconds: integer(),
    answeredAt: instant(),
    firstResponseAt: instant(),
    resolvedAt: instant(),
    closedAt: instant(),
    outcome: text(),
    transfers: integer(),
    reopens: integer(),
    slaMet: boolean(),

    /** What its sender said of the fields that its events decide. Null: no event has come. */
    sent: jsonb().$type<SentOfContact>(),
    /** Every channel it went through, in order. Null: it never switched. */
    channels: text().array(),

    /** Whether a customer was named: figures about customers leave the others out. */
    known: boolean().notNull(),
    openedDay: date().notNull(),
    /** Null: never answered. */
    answeredDay: date(),
    /** End of wrap-up; for an unanswered contact the day it opened. */
    handledAt: instant().notNull(),
    handledDay: date().notNull(),
    handled: boolean().notNull(),
    offered: boolean().notNull(),
    resolved: boolean().notNull(),
    /** Talk, hold and wrap-up of one agent for this contact: divided by concurrency where chats share an agent. */
    handleSeconds: integer(),
    talkHandleSeconds: integer(),
    holdHandleSeconds: integer(),
    wrapHandleSeconds: integer(),
    answerSeconds: integer(),
    /** The first reply of a person: its day, and how long after opening; a year at most, as all waits. Null: none is known. */
    firstResponseDay: date(),
    firstResponseSeconds: integer(),
    /** Begun by a customer who has heard nobody yet, and whose contact is still open. */
    waiting: boolean().notNull(),
    /** Its first resolution, of which the time is known. Null: not resolved, or nobody says when. */
    firstResolvedDay: date(),
    firstResolutionSeconds: integer(),
    /** Its last resolution: of those that came as events, else the one that its sender knows. */
    lastResolvedAt: instant(),
    lastResolvedDay: date(),
    fullResolutionSeconds: integer(),
    /**
     * The same waits in the opening hours of the calendar in force when it opened, which holds for its whole life. Null
     * where the wait is, and where no calendar was in force.
     */
    businessAnswerSeconds: integer(),
    businessFirstResponseSeconds: integer(),
    businessFirstResolutionSeconds: integer(),
    businessFullResolutionSeconds: integer(),
    /** What was promised about it. Null: nothing; its sender may then tell whether a promise was kept. */
    slaPolicyId: uuid(),
    /** Of a bot conversation, whether no person came into it. Null: no bot took part. */
    contained: boolean(),
    /** Whether its trigger is one that need not be. */
    avoidable: boolean().notNull(),
    /** What makes two contacts of one customer the same matter: trigger, else topic, else 'none'. */
    issue: text().notNull(),
    /** Begun by a known customer: only these start, break or continue a chain. */
    inChain: boolean().notNull(),
    /** Days, rounded up, to the contact before on the same issue. Null: there is none. */
    previousGapDays: integer(),
    /** Days, rounded up, to the nearer of the contacts before and after on the same issue. Null: there is none. */
    nearestGapDays: integer(),
    /** The day of its resolution. Null: not resolved, or its resolutions came as events, which count themselves. */
    resolutionDay: date(),
    /** Of its journey. Null: none, or one that has not come. */
    journeyMapId: uuid(),
    /**
     * Its touchpoint's step on the map of its journey, else the touchpoint's own stage, else that of the customer's last
     * interaction in the journey. Null: none is known.
     */
    stage: text(),
    /** Null: not handled, or no cost rate in force. */
    costE4: amountE4('cost_e4'),
    costCurrency: text(),
  },
  table => [
    primaryKey({ columns: [table.customerId, table.id] }),
    index('contacts_id').on(table.id),
    index('contacts_load').on(table.loadNumber),
    index('contacts_chain').on(table.customerId, table.issue, table.openedAt, table.id).where(sql`in_chain`),
    index('contacts_customer_day').on(table.customerId, table.openedDay),
    index('contacts_opened').on(table.openedAt, table.id),
    index('contacts_opened_day').on(table.openedDay),
    index('contacts_handled_day').on(table.handledDay),
    index('contacts_journey').on(table.journeyId).where(sql`journey_id is not null`),
    index('contacts_order').on(table.orderId).where(sql`order_id is not null`),
    index('contacts_trigger').on(table.triggerId, table.openedAt).where(sql`trigger_id is not null`),
    ofOwnBrands(),
  ],
)
