import type { Breach, Rule, Source } from '../rule.ts'
import { syntaxOf, visit } from '../syntax.ts'

const WRITES = /^\s*(insert|update|delete|create|alter|drop|grant|revoke|truncate|lock|copy|set|analyze|merge)\s/i
const READS = /^\s*(select|with|values)\s/i

/**
 * The server's log and `pg_stat_activity` then name the line of code. Text without a name may only be a fragment: inside
 * another template, or made by a function that the file keeps to itself.
 */
const rule: Rule = {
  promise: 'every SQL statement begins with its name in a comment',
  breaches(source) {
    if (!source.path.endsWith('.queries.ts')) return []
    const found: Breach[] = []
    const judge = (text: string, start: number, mayBeFragment: boolean) => {
      if (WRITES.test(text) || (READS.test(text) && !mayBeFragment))
        found.push({ offset: start, message: 'a statement without `/* name */` in front' })
    }
    const isPrivate = privateParts(source)
    const awaited = new Set<number>()
    let depth = 0
    visit(source, {
      AwaitExpression({ argument }) {
        awaited.add(argument.start)
      },
      TaggedTemplateExpression({ quasi, start }) {
        depth += 1
        judge(quasi.quasis[0]?.value.raw ?? '', start, depth > 1 || (isPrivate(start) && !awaited.has(start)))
      },
      'TaggedTemplateExpression:exit'() {
        depth -= 1
      },
      CallExpression({ callee, arguments: [text], start }) {
        const name = callee.type === 'MemberExpression' ? callee.property : callee
        if (name.type !== 'Identifier' || name.name !== 'unsafe') return
        if (text?.type === 'TemplateLiteral') judge(text.quasis[0]?.value.raw ?? '', start, depth > 0)
        if (text?.type === 'Literal' && typeof text.value === 'string') judge(text.value, start, depth > 0)
      },
    })
    return found
  },
  breaks: [
    { path: 'a.queries.ts', text: 'export const one = (sql: Sql) => sql`select 1`' },
    { path: 'a.queries.ts', text: 'async function one(sql: Sql) { return await sql<Row[]>`select 1` }' },
    { path: 'a.queries.ts', text: 'const end = (sql: Sql) => sql`\n  delete from contacts`' },
    { path: 'a.queries.ts', text: 'export const all = (sql: Sql) => sql.unsafe(`update ${table} set n = 1`)' },
    { path: 'a.queries.ts', text: `export const all = ({ unsafe }: Sql) => unsafe('truncate contacts')` },
  ],
  keeps: [
    {
      path: 'a.queries.ts',
      text: 'export const one = (sql: Sql) => sql`/* one */ select 1 from (${sql`select 2`}) two`',
    },
    { path: 'a.queries.ts', text: 'const part = (sql: Sql) => sql`select 1`' },
    { path: 'a.queries.ts', text: 'export const part = (sql: Sql) => sql`brand = any(${brands})`' },
    {
      path: 'a.queries.ts',
      text: 'export const all = (sql: Sql) => sql.unsafe(`/* all */ update ${table} set n = 1`)',
    },
  ],
}

export default rule

/** Whether a place lies in a top-level declaration that is not exported. */
function privateParts(source: Source): (offset: number) => boolean {
  const { body } = syntaxOf(source).program
  return offset => {
    const part = body.find(({ start, end }) => start <= offset && offset < end)
    return part !== undefined && !part.type.startsWith('Export')
  }
}
