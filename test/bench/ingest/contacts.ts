/** Three contacts each over the years that half a million tell of, as in the demo company. */
const CUSTOMERS = 200_000
const DAYS = 730
const SEED = 20260301

const channels = ['phone', 'chat', 'email', 'video']
const teams = 12
const topics = 20
const triggers = 30

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Two years that are over: no row counts after today. */
const firstDayMs = Date.UTC(2024, 0, 1)
export const period = { from: '2024-01-01', to: '2026-01-01' }

const isoAt = (ms: number) => new Date(ms).toISOString()

export function* customers() {
  for (let id = 0; id < CUSTOMERS; id++) {
    const [segment, country] = [['gold', 'silver', 'bronze'][id % 3], ['NL', 'BE', 'DE'][(id % 7) % 3]]
    yield {
      id: `${id}`,
      name: `Customer ${id}`,
      email: `${id}@example.com`,
      segment,
      country,
      acquiredAt: isoAt(firstDayMs),
    }
  }
}

/** As many contacts as are asked for, each of its own, on days all over the two years. */
export function* contacts(count: number, source = 'k') {
  const random = randomNumbers(SEED)
  const upTo = (most: number) => Math.floor(random() * most)
  for (let id = 0; id < count; id++) {
    const openedMs = firstDayMs + upTo(DAYS * 86_400) * 1_000
    const [queueSeconds, talkSeconds] = [upTo(120), 60 + upTo(600)]
    yield {
      id: `${source}${id}`,
      customer: `${upTo(CUSTOMERS)}`,
      channel: channels[upTo(channels.length)],
      openedAt: isoAt(openedMs),
      initiatedBy: 'customer',
      topic: `topic ${upTo(topics)}`,
      trigger: `trigger ${upTo(triggers)}`,
      subject: 'Where is my parcel?',
      team: `team ${upTo(teams)}`,
      agent: `agent ${upTo(100)}`,
      agentReplies: 1 + upTo(3),
      queueSeconds,
      talkSeconds,
      holdSeconds: upTo(30),
      wrapSeconds: upTo(60),
      firstResponseAt: isoAt(openedMs + queueSeconds * 1_000),
      resolvedAt: isoAt(openedMs + (queueSeconds + talkSeconds) * 1_000),
      outcome: 'resolved',
    }
  }
}

/** NDJSON bodies of so many rows. */
export function* bodiesOf(records: Iterable<object>, rows: number): Generator<string> {
  let lines: string[] = []
  for (const record of records) {
    lines.push(JSON.stringify(record))
    if (lines.length < rows) continue
    yield lines.join('\n')
    lines = []
  }
  if (lines.length > 0) yield lines.join('\n')
}
