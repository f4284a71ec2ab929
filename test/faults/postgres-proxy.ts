import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * What becomes of a statement: PostgreSQL refuses it, the connection breaks before it arrives, or it is done and the
 * connection breaks before the answer comes.
 */
export type Harm = 'refused' | 'cut before' | 'cut after'

export interface PostgresProxy {
  /** The database's address, by way of here. */
  url: string
  /** Lets the n-th statement from now on fail; statements are counted over all connections. */
  harm(n: number, harm: Harm): void
  /** No harm any more. Gives the names of the statements since the last {@link harm}; the one that was harmed is the last. */
  heal(): { names: string[]; done: boolean }
  /** Lets the commit of the next transaction fail that did a statement of this name. */
  harmCommitOf(name: string, harm: Harm): void
  /** Breaks every connection, and lets none be made until PostgreSQL is to be there again. A reset is an error. */
  goAway(how?: { reset: boolean }): void
  comeBack(): void
  close(): Promise<void>
}

const NUL = '\0'
const HEADER = 5

/** A message of PostgreSQL's protocol. */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(HEADER)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

const query = (sql: string) => message('Q', Buffer.from(sql + NUL))
const parse = (sql: string) => message('P', Buffer.from(`${NUL}${sql}${NUL}${NUL}${NUL}`))
const BIND = message('B', Buffer.alloc(8))
const EXECUTE = message('E', Buffer.alloc(5))
const FAULT = '/* fault */ select fault'
const isCommit = (sql: string) => /^commit/i.test(sql.trim())
const textAt = (body: Buffer, from = 0) => body.toString('utf8', from, body.indexOf(0, from))

/** Stands between a pool and PostgreSQL, and reads what the pool sends. */
export async function openProxy(databaseUrl: string): Promise<PostgresProxy> {
  const target = new URL(databaseUrl)
  const sockets = new Set<Socket>()
  let harm: { at: number | string; how: Harm } | null = null
  let names: string[] = []

  /** Gives the harm that is due to this statement of a connection. */
  function dueTo(sql: string, done: Set<string>): Harm | null {
    const name = /\/\* (\w+) \*\//.exec(sql)?.[1] ?? sql.trim().slice(0, 20)
    names.push(name)
    if (name.startsWith('begin')) done.clear()
    done.add(name)
    const due = harm && (typeof harm.at === 'number' ? harm.at === names.length : isCommit(sql) && done.has(harm.at))
    if (!harm || !due) return null
    const { how } = harm
    harm = null
    return how
  }

  let away = false

  const server = createServer(client => {
    if (away) {
      client.destroy()
      return
    }
    const backend = connect(Number(target.port), target.hostname)
    for (const socket of [client, backend]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        sockets.delete(socket)
        client.destroy()
        backend.destroy()
      })
    }
    /** Names of the statements of the transaction in hand. */
    const doneInIt = new Set<string>()
    let deaf = false
    backend.on('data', bytes => {
      if (!deaf) client.write(bytes)
      else if (isAnswered(bytes)) client.destroy()
    })
    const statements = new Map<string, string>()
    let bound = ''
    let started = false
    let rest: Buffer = Buffer.alloc(0)

    function pass(type: string, whole: Buffer): void {
      const body = whole.subarray(HEADER)
      if (type === 'P') statements.set(textAt(body), textAt(body, body.indexOf(0) + 1))
      if (type === 'B') bound = statements.get(textAt(body, body.indexOf(0) + 1)) ?? ''
      const sql = type === 'Q' ? textAt(body) : type === 'E' ? bound : type === 'c' ? '/* endOfCopy */' : null
      const how = sql === null ? null : dueTo(sql, doneInIt)
      if (how === 'cut before') {
        client.destroy()
        return
      }
      deaf ||= how === 'cut after'
      backend.write(how === 'refused' ? refusalOf(type, sql ?? '') : whole)
    }

    client.on('data', bytes => {
      rest = Buffer.concat([rest, bytes])
      for (;;) {
        // The first message has no type.
        const lengthAt = started ? 1 : 0
        if (rest.length < lengthAt + 4) return
        const size = rest.readInt32BE(lengthAt) + lengthAt
        if (rest.length < size) return
        const whole = rest.subarray(0, size)
        rest = rest.subarray(size)
        if (started) pass(String.fromCharCode(whole[0] ?? 0), whole)
        else backend.write(whole)
        started = true
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(databaseUrl)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    harm(n, how) {
      names = []
      harm = { at: n, how }
    },
    harmCommitOf(name, how) {
      names = []
      harm = { at: name, how }
    },
    heal() {
      const done = harm === null
      harm = null
      return { names, done }
    },
    goAway({ reset } = { reset: false }) {
      away = true
      for (const socket of sockets) {
        if (reset) socket.resetAndDestroy()
        else socket.destroy()
      }
    },
    comeBack() {
      away = false
    },
    async close() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Whether these messages end an answer: PostgreSQL is ready for what comes next, or for rows to copy. */
function isAnswered(bytes: Buffer): boolean {
  for (let at = 0; at + HEADER <= bytes.length; at += 1 + bytes.readInt32BE(at + 1)) {
    if ('ZG'.includes(String.fromCharCode(bytes[at] ?? 0))) return true
  }
  return false
}

/** What PostgreSQL gets instead, to answer with an error. A commit that fails has undone its transaction. */
function refusalOf(type: string, sql: string): Buffer {
  if (type === 'c') return message('f', Buffer.from(`fault${NUL}`))
  if (type === 'Q') return query(isCommit(sql) ? `rollback; ${FAULT}` : FAULT)
  return Buffer.concat([...(isCommit(sql) ? [parse('rollback'), BIND, EXECUTE] : []), parse(FAULT)])
}
