import { type Bench, median, type Result } from './bench.ts'
import { expectAgreement } from './contacts/agree.ts'
import { frequentTriggers } from './contacts/contacts.queries.ts'
import { type Ground, openGround } from './contacts/ground.ts'
import { askOurs, frequentCauses } from './contacts/ours.ts'
import { type Question, questions, type Window } from './contacts/peers.queries.ts'
import { openPeers, type Rows } from './contacts/peers.ts'
import { lastTwoYears, today } from './contacts/window.ts'

const ROUNDS = 9
const CHANNELS = ['phone', 'chat']
/** Of the sketch 1 %; and engines differ in which of two neighbours a percentile is, the further apart the thinner a week. */
const percentileError = (contacts: number) => Math.max(0.03, 3_000 / contacts)
const NEARLY_NOTHING = 1e-9

/** Five questions in turns, here over HTTP, there in this process over rows with all that is derived already in them. */
const bench: Bench = {
  about: 'five questions by week over 24 months of contacts, against DuckDB and ClickHouse over the rows',
  async run(tell, { contacts }) {
    const results: Result[] = []
    const before = new Map<Question, number>()
    for (const size of contacts) {
      await using ground = await openGround(size, tell)
      const peers = await openPeers(ground.databaseUrl, tell)
      try {
        for (const question of Object.keys(questions) as Question[]) {
          const measured = await measure(question, ground, peers, tell)
          results.push(...measured)
          const [{ ours }] = measured as [Result]
          const smaller = before.get(question)
          if (smaller !== undefined) results.push(growth(question, size, smaller, ours))
          before.set(question, ours)
        }
      } finally {
        for (const peer of peers) peer.close()
      }
    }
    return results
  },
}

export default bench

async function measure(
  question: Question,
  { address, databaseUrl, contacts }: Ground,
  peers: Awaited<ReturnType<typeof openPeers>>,
  tell: (line: string) => void,
): Promise<readonly Result[]> {
  const period = lastTwoYears(today())
  const everything = { from: '2015-01-01', to: period.to }
  const window: Window = {
    ...period,
    channels: CHANNELS,
    triggers: await frequentTriggers(databaseUrl, everything.to, 3),
  }
  const causes = await frequentCauses(address, everything, 3)
  const ask = () => askOurs(address, question, window, causes)
  const tolerance = question.includes('p90') ? percentileError(contacts) : NEARLY_NOTHING
  const answer = await ask()
  for (const peer of peers)
    expectAgreement(answer, await peer.ask(question, window), tolerance, `${question}, ${peer.name}`)

  const rounds: { ours: number; theirs: number[] }[] = []
  while (rounds.length < ROUNDS) {
    const ours = await milliseconds(ask)
    const theirs: number[] = []
    for (const peer of peers) theirs.push(await milliseconds(() => peer.ask(question, window)))
    rounds.push({ ours, theirs })
  }
  tell(`${question}: ${rounds.map(({ ours }) => ours.toFixed(1)).join(' ')} ms`)
  return peers.map((peer, index) => ({
    name: `${question}, ${contacts} contacts`,
    ours: median(rounds.map(({ ours }) => ours)),
    theirs: median(rounds.map(({ theirs }) => theirs[index] ?? Number.NaN)),
    peer: peer.name,
    unit: 'ms',
    ratio: median(rounds.map(({ ours, theirs }) => (theirs[index] ?? Number.NaN) / ours)),
    n: ROUNDS,
  }))
}

function growth(question: Question, contacts: number, smaller: number, larger: number): Result {
  return {
    name: `growth of ${question}, to ${contacts} contacts`,
    ours: larger,
    theirs: smaller,
    peer: 'ourselves over fewer contacts',
    unit: 'ms',
    ratio: larger / smaller,
    n: ROUNDS,
  }
}

async function milliseconds(work: () => Promise<Rows>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}
