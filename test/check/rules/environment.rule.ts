import type { Breach, Rule } from '../rule.ts'
import { isCode, syntaxOf, visit } from '../syntax.ts'

const READERS = ['packages/api/src/env.ts', 'test/support/env.ts']

/** One reader checks every variable, names all faults at once and is the whole list of what can be set. */
const rule: Rule = {
  promise: 'process.env only in env.ts',
  breaches(source) {
    if (!isCode(source.path) || READERS.includes(source.path)) return []
    const found: Breach[] = []
    const message = `the environment is read in ${READERS.join(' and ')}`
    visit(source, {
      MemberExpression({ object, property, start }) {
        const name = property.type === 'Identifier' ? property.name : property.type === 'Literal' ? property.value : ''
        if (object.type === 'Identifier' && object.name === 'process' && name === 'env')
          found.push({ offset: start, message })
      },
    })
    for (const { entries, moduleRequest, start } of syntaxOf(source).module.staticImports) {
      const takesEnv = entries.some(({ importName }) => importName.name === 'env')
      if (/^(node:)?process$/.test(moduleRequest.value) && takesEnv) found.push({ offset: start, message })
    }
    return found
  },
  breaks: [
    { path: 'packages/api/src/a.ts', text: 'const port = process.env.PORT' },
    { path: 'test/a.test.ts', text: `process['env']['CI'] = 'true'` },
    { path: 'packages/web/vite.config.ts', text: `import { env } from 'node:process'` },
  ],
  keeps: [
    { path: 'packages/api/src/env.ts', text: 'const port = process.env.PORT' },
    { path: 'packages/api/src/a.ts', text: 'const { env } = options\nprocess.exit(env.code)' },
  ],
}

export default rule
