const CUSTOMERS = 2_000
const CONTACTS_EACH = 6
const ANSWERS_EACH = 6
const BATCH_ROWS = 12_000
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2025, 0, 1, 9)

const channels = ['phone', 'chat', 'email']
const topics = ['delivery', 'invoice', 'returns', 'sizes', 'account']
const kinds = ['csat', 'ces', 'transactional_nps']

const at = (day: number, minute: number) => new Date(FIRST_DAY + day * DAY_MS + minute * 60_000).toISOString()
const range = (count: number) => Array.from({ length: count }, (_, index) => index)

function* customers() {
  for (const customer of range(CUSTOMERS)) {
    yield { id: `${customer}`, name: `Customer ${customer}`, kind: 'person', country: 'NL', segment: 'gold' }
  }
}

function* contacts() {
  for (const customer of range(CUSTOMERS)) {
    for (const contact of range(CONTACTS_EACH)) {
      const openedAt = at(contact * 40 + (customer % 30), customer % 480)
      yield {
        id: `${customer}-${contact}`,
        customer: `${customer}`,
        channel: channels[(customer + contact) % channels.length],
        topic: topics[(customer * 7 + contact) % topics.length],
        team: 'first line',
        agent: 'Alfredo',
        subject: 'Where is my parcel?',
        openedAt,
        answeredAt: openedAt,
        queueSeconds: 0,
        talkSeconds: 200 + (customer % 100),
        outcome: 'resolved',
      }
    }
  }
}

function* feedback() {
  for (const customer of range(CUSTOMERS)) {
    for (const contact of range(CONTACTS_EACH)) {
      for (const answer of range(ANSWERS_EACH)) {
        yield {
          id: `${customer}-${contact}-${answer}`,
          customer: `${customer}`,
          contact: `${customer}-${contact}`,
          kind: kinds[answer % kinds.length],
          score: 1 + ((customer + contact + answer) % 5),
          at: at(contact * 40 + (customer % 30), 600 + answer * 10),
          comment: 'Quick and friendly, thank you.',
        }
      }
    }
  }
}

const records = { customers, contacts, feedback }

/** Sends a company through the door in which every customer has contacts, and every contact answers; once a database. */
export async function fillCompany(address: string, tell: (line: string) => void): Promise<void> {
  const query = '{ customers { totalCount } contacts { totalCount } feedback { totalCount } }'
  const { data } = (await post(`${address}/graphql`, JSON.stringify({ query }))) as {
    data: Record<keyof typeof records, { totalCount: number }>
  }
  for (const [kind, generate] of Object.entries(records)) {
    const rows = [...generate()]
    if (data[kind as keyof typeof records].totalCount === rows.length) continue
    tell(`filling in ${rows.length} ${kind}`)
    for (let from = 0; from < rows.length; from += BATCH_ROWS) {
      await deliver(address, kind, rows.slice(from, from + BATCH_ROWS))
    }
  }
}

async function deliver(address: string, kind: string, rows: readonly object[]): Promise<void> {
  const receipt = await post(`${address}/ingest/${kind}?source=bench`, JSON.stringify(rows), { prefer: 'wait=60' })
  if (receipt['state'] !== 'loaded' || receipt['rejected'] !== 0) throw new Error(JSON.stringify(receipt))
}

async function post(url: string, body: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
  return (await answer.json()) as Record<string, unknown>
}
