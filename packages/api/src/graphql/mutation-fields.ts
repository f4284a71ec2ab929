import type { RecordName } from '@tweeluik/schema/records'
import {
  type GraphQLField,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLList,
  GraphQLNonNull,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql'
import { z } from 'zod'
import { bare } from '../ingest/sent-record.ts'
import { asItStands, type FieldForm, instant, money, type Row, reference } from './mutation-forms.ts'
import { oddFields } from './mutation-odd-fields.ts'

export interface MutationField extends FieldForm {
  name: string
  required: boolean
}

type Shape = Readonly<Record<string, z.ZodType>>
type OutputFields = Readonly<Record<string, GraphQLField<unknown, unknown>>>

/** The door's own: a mutation says when it changes something by being sent. */
const STAMPS = ['updatedAt', 'deletedAt']

/**
 * The fields of each kind of record: which ones there are and which must be given is what its schema says; types and
 * words are those of the field that gives the same back.
 */
export function mutationFields(schema: GraphQLSchema) {
  const inputs = new Map<string, GraphQLInputObjectType>()
  const odd = oddFields(schema)
  const { Decimal } = schema.getTypeMap()

  function fieldsOf(shape: Shape, output: OutputFields, kind?: RecordName): MutationField[] {
    return Object.entries(shape).flatMap(([name, sample]) => {
      if (kind && STAMPS.includes(name)) return []
      const own = kind && odd(kind, name)
      const field = own ?? fieldOf(name, bare(sample), output[name])
      // Whoever names no id has one made.
      const required = !(sample instanceof z.ZodOptional) && !(kind && name === 'id')
      return [{ name, required, ...field }]
    })
  }

  function fieldOf(name: string, sample: z.ZodType, output: OutputFields[string] | undefined): FieldForm {
    if (!output) throw new Error(`Nothing gives back what is sent as ${name}`)
    const type = getNamedType(output.type)
    const words = wordsOf(name, output)
    if (sample.meta()?.['form'] === 'reference') return { ...words, ...reference }
    if (type.name === 'Money') return { type: Decimal as GraphQLInputType, ...words, ...money }
    if (type.name === 'DateTime') return { type: type as GraphQLInputType, ...words, ...instant }
    if (isLeafType(type)) return { type, ...words, ...asItStands }
    if (!isObjectType(type)) throw new Error(`${name} is of no type that can be sent`)
    const many = sample instanceof z.ZodArray
    const { shape } = (many ? sample.element : sample) as z.ZodObject
    const fields = fieldsOf(shape, type.getFields())
    const input = inputOf(type, fields)
    return many
      ? { type: new GraphQLList(new GraphQLNonNull(input)), ...words, ...list(fields) }
      : { type: input, ...words, ...object(fields) }
  }

  function inputOf({ name, description }: GraphQLObjectType, fields: readonly MutationField[]): GraphQLInputObjectType {
    const input =
      inputs.get(name) ?? new GraphQLInputObjectType({ name: `${name}Input`, description, fields: configOf(fields) })
    inputs.set(name, input)
    return input
  }

  return (kind: RecordName, shape: Shape, type: GraphQLObjectType) => fieldsOf(shape, type.getFields(), kind)
}

/** As the fields of an input type; a patch requires none. */
export function configOf(fields: readonly MutationField[], { patch = false } = {}) {
  return Object.fromEntries(
    fields.map(({ name, type, required, description, absent }) => [
      name,
      {
        type: required && !patch ? new GraphQLNonNull(type) : type,
        description: absent ? `${description} ${patch ? 'Null' : 'Left out'}: ${absent}.` : description,
      },
    ]),
  )
}

/** What the door takes, of the fields that were given; null clears. */
export function toRecord(fields: readonly MutationField[], given: Row): Record<string, unknown> {
  const known = fields.filter(({ name }) => given[name] !== undefined)
  return Object.fromEntries(
    known.map(field => [field.name, given[field.name] === null ? null : field.toRecord(given[field.name])]),
  )
}

/** The words of the field that gives it back; what they say of reading alone does not hold here. */
function wordsOf(name: string, output: OutputFields[string]): Pick<FieldForm, 'description' | 'absent'> {
  const [, description = '', none = ''] = /^(.*?)(?: Null: (.*)\.)?$/s.exec(output.description ?? '') ?? []
  const meanings = none.split(', or ').filter(meaning => !/withheld|has not come|yours to see/.test(meaning))
  return { description, absent: meanings.join(', or ') || (name === 'brand' ? 'the default brand' : '') }
}

const object = (fields: readonly MutationField[]) => ({
  toRecord: (value: unknown) => toRecord(fields, value as Row),
})

const list = (fields: readonly MutationField[]) => ({
  toRecord: (values: unknown) => (values as Row[]).map(value => toRecord(fields, value)),
})
