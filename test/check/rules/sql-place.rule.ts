import type { Breach, Rule } from '../rule.ts'
import { isCode, isTest, visit } from '../syntax.ts'

const TAGS = ['sql', 'owner', 'reader', 'transaction']
const NAME = /^\s*\/\*[^*]*\*\/\s*/
const STATEMENTS = [
  /^\s*select\s.*\sfrom\s/is,
  /^\s*select\s+[\d']/i,
  /^\s*with\s.*\sas\s*\(/is,
  /^\s*insert\s+into\s/i,
  /^\s*update\s.*\sset\s.*=/is,
  /^\s*delete\s+from\s/i,
  /^\s*create\s+(unique\s+index|index|role|table|temp)\s/i,
  /^\s*copy\s.*\sfrom\s+stdin/is,
]
const isStatement = (text: string) => STATEMENTS.some(shape => shape.test(text.replace(NAME, '')))

/** Partial indexes and policies are part of a table; tests may ask the database in place. */
const isExempt = (path: string) =>
  path.endsWith('.queries.ts') || path.startsWith('packages/schema/src/tables/') || isTest(path)

/** Whoever looks for a statement looks into files of one name. */
const rule: Rule = {
  promise: 'SQL only in *.queries.ts',
  breaches(source) {
    if (!isCode(source.path) || isExempt(source.path)) return []
    const found: Breach[] = []
    const add = (offset: number, what: string) => found.push({ offset, message: `${what}: SQL goes into *.queries.ts` })
    visit(source, {
      TaggedTemplateExpression({ tag, start }) {
        if (tag.type === 'Identifier' && TAGS.includes(tag.name)) add(start, `a template of \`${tag.name}\``)
      },
      CallExpression({ callee, start }) {
        const name = callee.type === 'MemberExpression' ? callee.property : callee
        if (name.type === 'Identifier' && name.name === 'unsafe') add(start, 'a call of `unsafe`')
      },
      TemplateLiteral({ quasis, start }) {
        if (isStatement(quasis.map(({ value }) => value.raw).join('$'))) add(start, 'a statement')
      },
      Literal({ value, start }) {
        if (typeof value === 'string' && isStatement(value)) add(start, 'a statement')
      },
    })
    return found
  },
  breaks: [
    { path: 'packages/api/src/a.ts', text: 'const rows = await sql`select 1`' },
    { path: 'packages/api/src/a.ts', text: 'const rows = await pool`/* ready */ select 1`' },
    { path: 'packages/api/src/a.ts', text: 'const both = sql`${left} and ${right}`' },
    { path: 'packages/api/src/a.ts', text: 'await database.owner.unsafe(text)' },
    { path: 'packages/api/src/a.ts', text: `const text = 'insert into contacts values (1)'` },
    { path: 'test/support/a.ts', text: 'const text = `delete from ${table}`' },
    { path: 'packages/schema/src/metrics/a.ts', text: `import { sql } from 'drizzle-orm'\nsql\`sum(x)\`` },
  ],
  keeps: [
    { path: 'packages/api/src/a.queries.ts', text: 'const rows = await sql`/* one */ select 1`' },
    { path: 'packages/api/src/a.test.ts', text: 'const rows = await sql`select 1`' },
    { path: 'packages/schema/src/tables/a.ts', text: `import { sql } from 'drizzle-orm'\nsql\`not repeat\`` },
    { path: 'packages/api/src/a.ts', text: `const fix = 'Update the record, or set another id'` },
  ],
}

export default rule
