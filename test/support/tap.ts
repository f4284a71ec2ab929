import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/**
 * A Singer tap in a process of its own, over a help desk that is made up: users, and tickets in pages with a state after
 * each. With `--careless` it does what vendors' taps do: records before their schema, rows twice and out of order, and a
 * log on the wrong stream. `--cut` ends it in the middle of the message of that ticket.
 */
const { values: asked } = parseArgs({
  options: {
    tickets: { type: 'string', default: '10' },
    page: { type: 'string', default: '4' },
    state: { type: 'string' },
    careless: { type: 'boolean', default: false },
    cut: { type: 'string' },
  },
})
const tickets = Number(asked.tickets)
const page = Number(asked.page)
const saved: { ticket?: number } = asked.state ? JSON.parse(readFileSync(asked.state, 'utf8')) : {}

const lines: string[] = []
const send = (message: object) => lines.push(JSON.stringify(message))
const schema = (stream: string, names: readonly string[]) =>
  send({
    type: 'SCHEMA',
    stream,
    schema: { type: 'object', properties: Object.fromEntries(names.map(name => [name, {}])) },
    key_properties: ['id'],
  })
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1) + minute * 60_000).toISOString()
const ticket = (id: number, more: object = {}) =>
  send({
    type: 'RECORD',
    stream: 'tickets',
    record: {
      id,
      user_id: `u${id % 3}`,
      via: 'chat',
      created_at: at(id),
      updated_at: at(id + 1),
      _sdc_deleted_at: null,
      ...more,
    },
    time_extracted: at(id + 2),
  })

if (asked.careless) {
  lines.push('INFO Starting sync')
  send({ type: 'RECORD', stream: 'users', record: { id: 'u0', name: 'Noor', changed: at(0) } })
}
schema('users', ['id', 'name', 'changed'])
for (const id of ['u0', 'u1', 'u2']) {
  send({ type: 'RECORD', stream: 'users', record: { id, name: `User ${id}`, changed: at(1) } })
}
if (asked.careless)
  send({ type: 'RECORD', stream: 'users', record: { id: 'u2', name: 'Of yesterday', changed: at(-1440) } })
schema('tickets', ['id', 'user_id', 'via', 'created_at', 'updated_at', '_sdc_deleted_at'])
for (let id = (saved.ticket ?? 0) + 1; id <= tickets; id++) {
  if (asked.careless && id > 2) ticket(id - 2)
  ticket(id)
  if (id === Number(asked.cut)) {
    lines.push(lines.pop()?.slice(0, 30) ?? '')
    break
  }
  if (id % page === 0 || id === tickets) send({ type: 'STATE', value: { ticket: id } })
}
if (asked.careless) {
  ticket(1, { _sdc_deleted_at: at(tickets + 10) })
  send({ type: 'ACTIVATE_VERSION', stream: 'tickets', version: 1 })
  send({ type: 'RECORD', stream: 'macros', record: { id: 1 } })
}
process.stdout.write(lines.join('\n') + (asked.cut ? '' : '\n'))
