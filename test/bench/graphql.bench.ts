import { isDeepStrictEqual } from 'node:util'
import autocannon from 'autocannon'
import { type Bench, median, type Result } from './bench.ts'
import { contender } from './graphql/contenders.ts'
import { openGround } from './graphql/ground.ts'

const CONNECTIONS = 16
const ROUNDS = 9
const ROUND_SECONDS = 4
const WARM_UP_SECONDS = 4

/** Two servers over one database, asked the same in turns, so that what slows the machine down slows down both. */
const bench: Bench = {
  about: '50 customers x 5 contacts x 5 answers, 16 connections, against PostGraphile 5',
  async run(tell) {
    await using ground = await openGround(tell)
    const [ours, theirs] = [contender.tweeluik(ground), contender.postgraphile(ground)]
    await agree(ours, theirs)
    for (const { url, body } of [ours, theirs]) await load(url, body, WARM_UP_SECONDS)
    const rounds: { ours: number; theirs: number }[] = []
    while (rounds.length < ROUNDS) {
      const round = {
        ours: await load(ours.url, ours.body, ROUND_SECONDS),
        theirs: await load(theirs.url, theirs.body, ROUND_SECONDS),
      }
      rounds.push(round)
      tell(`round ${rounds.length}: ${round.ours} against ${round.theirs} requests/s`)
    }
    const result: Result = {
      name: 'graphql: 50 customers x 5 contacts x 5 answers',
      ours: median(rounds.map(round => round.ours)),
      theirs: median(rounds.map(round => round.theirs)),
      peer: theirs.name,
      unit: 'requests/s',
      ratio: median(rounds.map(round => round.ours / round.theirs)),
      n: ROUNDS,
    }
    return [result]
  },
}

export default bench

/** Requests per second; every one of them must be answered well. */
async function load(url: string, body: string, seconds: number): Promise<number> {
  const result = await autocannon({
    url,
    body,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    connections: CONNECTIONS,
    duration: seconds,
  })
  const failed = result.non2xx + result.errors + result.timeouts
  if (failed > 0) throw new Error(`${failed} requests of ${url} failed`)
  return Math.round((result['2xx'] / result.duration) * 10) / 10
}

/** Both must say the same, letter by letter, but for the ways in which ids, enums and instants are written. */
async function agree(...contenders: readonly Contender[]): Promise<void> {
  const answers = await Promise.all(contenders.map(ask))
  const [first, ...others] = answers
  if (!others.every(other => isDeepStrictEqual(first, other))) {
    throw new Error('The two servers do not give the same answer')
  }
}

type Contender = ReturnType<(typeof contender)['tweeluik']>

async function ask({ url, body }: Contender): Promise<unknown> {
  const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const text = await answer.text()
  return JSON.parse(text, (key, value: unknown) => {
    if (key === 'id') return null
    if (typeof value !== 'string') return value
    return /^\d{4}-\d\d-\d\dT/.test(value) ? new Date(value).getTime() : value.toLowerCase()
  })
}
