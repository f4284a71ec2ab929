import type { Breach, Rule } from '../rule.ts'
import { isCode, isTest, syntaxOf, visit } from '../syntax.ts'

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

/** Whoever looks for a statement looks into files of one name. Tests may ask the database in place. */
const rule: Rule = {
  promise: 'SQL only in *.queries.ts',
  breaches(source) {
    const { path } = source
    if (!isCode(path) || path.endsWith('.queries.ts') || isTest(path)) return []
    const found: Breach[] = []
    const add = (offset: number, what: string) => found.push({ offset, message: `${what}: SQL goes into *.queries.ts` })
    // The schema's partial indexes and policies are part of a table.
    const ofTables = path.startsWith('packages/schema/src/tables/')
    const isOfTables = (name: string) =>
      ofTables &&
      syntaxOf(source).module.staticImports.some(one => one.moduleRequest.value === 'drizzle-orm') &&
      name === 'sql'
    visit(source, {
      TaggedTemplateExpression({ tag, start }) {
        const name = tag.type === 'Identifier' ? tag.name : ''
        if (TAGS.includes(name) && !isOfTables(name)) add(start, `a template of \`${name}\``)
      },
      CallExpression({ callee, start }) {
        if (
          callee.type === 'MemberExpression' &&
          callee.property.type === 'Identifier' &&
          callee.property.name === 'unsafe'
        )
          add(start, 'a call of `unsafe`')
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
