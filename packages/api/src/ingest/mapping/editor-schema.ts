import { kindNames } from '@tweeluik/schema/records'
import { z } from 'zod'
import { fieldsOf } from './judge.ts'
import { mappingSpec } from './spec.ts'

type JsonSchema = z.core.JSONSchema.BaseSchema

/** The JSON Schema by which editors complete and check a mapping, as it is committed. */
export function printedMappingSchema(): string {
  const schema = z.toJSONSchema(mappingSpec, { unrepresentable: 'any', override: asWritten })
  const { records } = schema.properties as Record<string, JsonSchema>
  const record = records?.items as JsonSchema
  record.anyOf = kindNames.map((kind): z.core.JSONSchema.JSONSchema => {
    const { known, required } = fieldsOf(kind)
    const properties = Object.fromEntries(known.map(name => [name, { $ref: '#/$defs/value' }]))
    const fields: z.core.JSONSchema.JSONSchema = { type: 'object', properties, required, additionalProperties: false }
    return { type: 'object', properties: { kind: { const: kind }, fields } }
  })
  return `${JSON.stringify({ title: 'Tweeluik mapping', ...schema }, null, 2)}\n`
}

/** What people write, where zod tells what is made of it: short forms, words that stand for characters, defaults. */
function asWritten({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: JsonSchema }): void {
  const { short, default: byDefault, ...whole } = jsonSchema
  const { def } = zodSchema._zod
  if (short !== undefined) {
    for (const key of Object.keys(jsonSchema)) delete jsonSchema[key]
    const { description, id, ...written } = whole
    const brief = short === 'column' ? { type: 'string' } : (whole.items as JsonSchema)
    Object.assign(jsonSchema, { description, id, anyOf: [brief, written] })
  } else if (def.type === 'pipe' && def.out._zod.def.type === 'transform') {
    const { $schema: _, ...written } = z.toJSONSchema(def.in)
    Object.assign(jsonSchema, written)
  } else if (def.type === 'object' && jsonSchema.required) {
    const properties = jsonSchema.properties as Record<string, JsonSchema>
    jsonSchema.required = jsonSchema.required.filter(name => properties[name]?.['default'] === undefined)
  }
}
