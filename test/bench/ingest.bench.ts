import { setTimeout } from 'node:timers/promises'
import { type Bench, median, type Result } from './bench.ts'
import { ask } from './contacts/ours.ts'
import { bodiesOf, contacts, customers, period } from './ingest/contacts.ts'
import { copiedContacts, copyPlain, createPlainTable, emptyPlainTable } from './ingest/copy.queries.ts'
import { type Ground, hand, openGround, send } from './ingest/ground.ts'

const BATCH_ROWS = 1_000
const SENDERS = 8
const WARM_UP_BATCHES = 20
const ROUNDS = 5
/** Long enough that what is appended is folded meanwhile. */
const BATCHES_A_ROUND = 100

const FRESH_ROWS_PER_SECOND = 5_000
const FRESH_BATCH_ROWS = 500
const FRESH_SECONDS = 30
const FRESH_MARK_MS = 1_000
/** Answers of a busy server are work as well: who asks without a pause measures the asking. */
const BETWEEN_QUESTIONS_MS = 100

/** What senders bring over HTTP, everything derived and in the figures, beside what PostgreSQL takes when nothing is. */
const bench: Bench = {
  about: 'contacts over HTTP in batches of 1,000 against plain COPY, and how soon they are in the figures',
  async run(tell) {
    await using ground = await openGround()
    for (const body of bodiesOf(customers(), 10_000)) await send(ground, 'customers', body)
    return [await throughput(ground, tell), await freshness(ground, tell)]
  },
}

export default bench

async function throughput(ground: Ground, tell: (line: string) => void): Promise<Result> {
  const { sql } = ground
  const count = (WARM_UP_BATCHES + ROUNDS * BATCHES_A_ROUND) * BATCH_ROWS
  const bodies = bodiesOf(contacts(count), BATCH_ROWS)
  await sendAll(ground, take(bodies, WARM_UP_BATCHES))
  await createPlainTable(sql)
  const rounds: { ours: number; theirs: number }[] = []
  while (rounds.length < ROUNDS) {
    const ours = await perSecond(() => sendAll(ground, take(bodies, BATCHES_A_ROUND)))
    const pieces = await copiedContacts(sql)
    const theirs = await perSecond(() => copyPlain(sql, pieces))
    await emptyPlainTable(sql)
    rounds.push({ ours, theirs })
    tell(`round ${rounds.length}: ${Math.round(ours)} against ${Math.round(theirs)} rows/s`)
  }
  return {
    name: 'ingest: contacts over HTTP in batches of 1,000, figures included',
    ours: median(rounds.map(round => round.ours)),
    theirs: median(rounds.map(round => round.theirs)),
    peer: 'plain COPY of the same columns',
    unit: 'rows/s',
    ratio: median(rounds.map(round => round.ours / round.theirs)),
    n: ROUNDS,
  }
}

/** From when a sender begins to send a batch until a question about both years counts its rows. */
async function freshness(ground: Ground, tell: (line: string) => void): Promise<Result> {
  const before = await countContacts(ground)
  const bodies = [...bodiesOf(contacts(FRESH_ROWS_PER_SECOND * FRESH_SECONDS, 'fresh'), FRESH_BATCH_ROWS)]
  const everyMs = (FRESH_BATCH_ROWS / FRESH_ROWS_PER_SECOND) * 1_000
  const sentAt: number[] = []
  const waitedMs: number[] = []
  const sending = sendPaced(ground, bodies, everyMs, sentAt)
  sending.catch(() => {})
  while (waitedMs.length < bodies.length) {
    const there = (await countContacts(ground)) - before
    const now = performance.now()
    while ((waitedMs.length + 1) * FRESH_BATCH_ROWS <= there) waitedMs.push(now - (sentAt[waitedMs.length] ?? now))
    await Promise.race([sending, setTimeout(BETWEEN_QUESTIONS_MS)])
  }
  await sending
  const ours = waitedMs.toSorted((one, other) => one - other)[Math.ceil(waitedMs.length * 0.95) - 1] ?? Number.NaN
  tell(
    `in the figures after ${Math.round(median(waitedMs))} ms at the median, ${Math.round(ours)} ms at the 95th percentile`,
  )
  return {
    name: `ingest: time until in the figures at ${FRESH_ROWS_PER_SECOND} rows/s over two years, 95th percentile`,
    ours,
    theirs: FRESH_MARK_MS,
    peer: 'the mark',
    unit: 'ms',
    ratio: FRESH_MARK_MS / ours,
    n: waitedMs.length,
  }
}

/** One batch after the other at its time, however long those before it take: whoever falls behind is seen to. */
async function sendPaced(ground: Ground, bodies: readonly string[], everyMs: number, sentAt: number[]): Promise<void> {
  const start = performance.now()
  const answers: Promise<unknown>[] = []
  for (const [index, body] of bodies.entries()) {
    await setTimeout(Math.max(0, start + index * everyMs - performance.now()))
    sentAt.push(performance.now())
    const answer = hand(ground, 'contacts', body)
    answer.catch(() => {})
    answers.push(answer)
  }
  await Promise.all(answers)
}

async function countContacts({ address }: Ground): Promise<number> {
  const question =
    'query ($period: PeriodInput!) { metrics(keys: [CONTACTS], period: $period) { series { total { value } } } }'
  const { metrics } = await ask<{ metrics: { series: { total: { value: number | null } }[] }[] }>(address, question, {
    period,
  })
  return metrics[0]?.series[0]?.total.value ?? 0
}

/** Several senders at once, each waiting for its receipts; gives how many rows. */
async function sendAll(ground: Ground, bodies: readonly string[]): Promise<number> {
  const left = [...bodies]
  const senders = Array.from({ length: SENDERS }, async () => {
    for (let body = left.shift(); body !== undefined; body = left.shift()) await send(ground, 'contacts', body)
  })
  await Promise.all(senders)
  return bodies.length * BATCH_ROWS
}

const take = (bodies: Generator<string>, count: number): string[] =>
  Array.from({ length: count }, () => bodies.next().value ?? '')

async function perSecond(work: () => Promise<number>): Promise<number> {
  const start = performance.now()
  const rows = await work()
  return (rows * 1_000) / (performance.now() - start)
}
