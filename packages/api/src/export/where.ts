import { fail } from '@tweeluik/schema'
import { type RecordKind, recordKinds } from '@tweeluik/schema/records'
import { coerceInputValue, isInputType } from 'graphql'
import type { Where } from '../graphql/connection.inputs.ts'
import type { Chosen } from './export.queries.ts'

/**
 * Conditions as the `where` of GraphQL takes them, in JSON.
 *
 * @throws ProblemError that names the condition.
 */
export async function exportWhere(kind: RecordKind, text: string): Promise<NonNullable<Chosen['where']>> {
  // Only who asks for it waits for the schema.
  const [{ createSchema }, { sources }, { readWhere }, { whereOver }] = await Promise.all([
    import('../graphql/schema.ts'),
    import('../entities/sources.ts'),
    import('../graphql/where.ts'),
    import('../graphql/filter.queries.ts'),
  ])
  const source = sources[recordKinds[kind].singular]
  const type = (await createSchema()).getType(`${source.typeName}Where`)
  if (!isInputType(type)) {
    fail('WHERE_NOT_KNOWN', 'where', `${kind} know no conditions.`, 'Export them all, and choose among them there.')
  }
  const given = coerceInputValue(parsed(text), type, (path, _value, { message }) =>
    fail('WHERE_INVALID', ['where', ...path].join('.'), message, `See ${source.typeName}Where in schema.graphql.`),
  )
  const where = readWhere(source, given as Where, [])
  return sql => whereOver(sql, source, where)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return fail(
      'WHERE_INVALID',
      'where',
      'The conditions are no JSON.',
      `Write them as '{"channel": {"eq": "phone"}}'.`,
    )
  }
}
