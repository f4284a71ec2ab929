import { type GraphQLField, type GraphQLSchema, getNamedType, isLeafType, isObjectType } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadCompany } from '../../../../test/golden/company.ts'
import { type Answers, openEngines } from '../../../../test/support/engines.ts'
import { type TestServer, testServer } from '../../../../test/support/serving.ts'
import { sources } from '../entities/sources.ts'
import { createSchema } from './schema.ts'

let server: TestServer
let schema: GraphQLSchema
let ask: (source: string) => Promise<Answers>

beforeAll(async () => {
  schema = await createSchema()
  server = await testServer()
  await loadCompany(server)
  ask = await openEngines(server.database)
})
afterAll(() => server.close())

const records = Object.values(sources).map(({ name, typeName }) => ({ name, typeName }))

test.each(records)(
  'each field of $typeName, asked alone, says what it says when every column is read',
  async ({ name, typeName }) => {
    const type = schema.getType(typeName)
    const fields = isObjectType(type) ? Object.values(type.getFields()) : []
    expect(fields).not.toHaveLength(0)
    for (const field of fields) {
      const { compiled, interpreted } = await ask(`{ ${name} { nodes { ${selectionOf(field)} } } }`)
      expect(compiled, field.name).toBe(interpreted)
    }
  },
)

function selectionOf({ name, type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type)
  if (!isObjectType(named)) return name
  const leaves = Object.values(named.getFields()).filter(field => isLeafType(getNamedType(field.type)))
  return `${name} { ${leaves.map(field => field.name).join(' ')} }`
}
