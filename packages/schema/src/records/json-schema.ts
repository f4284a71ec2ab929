import { z } from 'zod'
import { type RecordKind, recordKinds } from './kinds.ts'

/** What a record of a kind may hold, for a sender's own tools. What only several fields together tell is not in it. */
export function jsonSchemaOf(kind: RecordKind): z.core.JSONSchema.BaseSchema {
  const { about, schema } = recordKinds[kind]
  const { required = [], ...fields } = z.toJSONSchema(schema, {
    io: 'input',
    // How a CSV cell is read is no matter of JSON.
    override({ jsonSchema }) {
      delete jsonSchema['form']
    },
  })
  const deletion = { required: ['id', 'deletedAt'], properties: { deletedAt: { type: 'string' as const } } }
  const least = required.length > 1 ? { anyOf: [{ required }, deletion] } : { required }
  return { title: kind, description: about, ...fields, ...least }
}
