import type { Breach, Rule } from '../rule.ts'
import { isCode, visit } from '../syntax.ts'

const PLACE = /\.(type|inputs|resolver)\.ts$/

/** The GraphQL library stays replaceable as long as it is known by these files only. */
const rule: Rule = {
  promise: 'decorators only in *.type.ts, *.inputs.ts and *.resolver.ts',
  breaches(source) {
    if (!isCode(source.path) || PLACE.test(source.path)) return []
    const found: Breach[] = []
    visit(source, {
      Decorator({ start }) {
        found.push({ offset: start, message: 'a decorator outside of *.type.ts, *.inputs.ts and *.resolver.ts' })
      },
    })
    return found
  },
  breaks: [
    { path: 'packages/api/src/a.ts', text: '@ObjectType() class Contact {}' },
    { path: 'packages/api/src/a.ts', text: 'class Contact { @Field(() => String) name!: string }' },
  ],
  keeps: [
    { path: 'packages/api/src/a.type.ts', text: '@ObjectType() class Contact {}' },
    { path: 'packages/api/src/a.ts', text: '/** @internal */ class Contact {}' },
  ],
}

export default rule
