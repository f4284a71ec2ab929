import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'
import { jsonPgSmartTags } from 'postgraphile/utils'

/** As many as our server has for readers. */
const CONNECTIONS = 10

/**
 * PostGraphile over the owner's connection: without row security, which ours has. Our tables declare no foreign keys,
 * so it is told of those that it needs to nest.
 */
const relations = jsonPgSmartTags({
  version: 1,
  config: {
    class: {
      contacts: { tags: { unique: 'id', foreignKey: '(customer_id) references customers (id)' } },
      feedback: { tags: { foreignKey: '(contact_id) references contacts (id)' } },
    },
  },
})

const [connectionString = ''] = process.argv.slice(2)
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [relations],
  pgServices: [makePgService({ connectionString, schemas: ['public'], poolConfig: { max: CONNECTIONS } })],
  grafserv: { watch: false },
})
const server = createServer()
await instance.createServ(grafserv).addTo(server)
server.listen(0, '127.0.0.1', () => {
  const bound = server.address()
  const port = typeof bound === 'object' && bound ? bound.port : 0
  process.stdout.write(`${JSON.stringify({ address: `http://127.0.0.1:${port}` })}\n`)
})
