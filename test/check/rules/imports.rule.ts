import { posix } from 'node:path'
import type { Breach, Rule, Source } from '../rule.ts'
import { isCode, isTest, syntaxOf } from '../syntax.ts'

interface Direction {
  folder: string
  /** Folders that it may reach into by a path. */
  reaches: readonly string[]
  /** Packages that it may not name. */
  foreign: RegExp
}

const directions: readonly Direction[] = [
  {
    folder: 'packages/schema/',
    reaches: ['packages/schema/'],
    foreign: /^(@tweeluik\/|(node:)?https?2?$|react|fastify|@fastify\/|@apollo\/|graphql|type-graphql|postgres$)/,
  },
  {
    folder: 'packages/api/',
    reaches: ['packages/api/'],
    foreign: /^(@tweeluik\/(?!schema(\/|$))|react|@apollo\/client)/,
  },
  { folder: 'packages/web/', reaches: ['packages/web/'], foreign: /^@tweeluik\// },
]

/** `web -> schema.graphql`, `api -> schema`, and `schema` knows neither HTTP nor React. */
const rule: Rule = {
  promise: 'imports point one way',
  breaches(source) {
    const direction = directions.find(({ folder }) => source.path.startsWith(folder))
    if (!direction || !isCode(source.path)) return []
    const reaches = isTest(source.path) ? [...direction.reaches, 'test/'] : direction.reaches
    return importsOf(source).flatMap(({ offset, specifier }): Breach[] => {
      const forbidden = specifier.startsWith('.')
        ? !reaches.some(folder => posix.join(posix.dirname(source.path), specifier).startsWith(folder))
        : direction.foreign.test(specifier)
      return forbidden ? [{ offset, message: `${direction.folder} must not import ${specifier}` }] : []
    })
  },
  breaks: [
    { path: 'packages/schema/src/a.ts', text: `import { env } from '../../api/src/env.ts'` },
    { path: 'packages/schema/src/a.ts', text: `import { request } from 'node:http'` },
    { path: 'packages/schema/src/a.ts', text: `export * from 'react'` },
    { path: 'packages/api/src/a.ts', text: `import { useState } from 'react'` },
    { path: 'packages/api/src/a.ts', text: `import { nl } from '../../web/src/i18n/nl.ts'` },
    { path: 'packages/api/src/a.ts', text: `import { testDatabase } from '../../../test/support/database.ts'` },
    { path: 'packages/api/src/a.ts', text: `import { money } from '../../schema/src/money.ts'` },
    { path: 'packages/web/src/a.tsx', text: `import type { Metric } from '@tweeluik/schema/metrics'` },
    { path: 'packages/web/src/a.tsx', text: `const server = await import('../../api/src/server.ts')` },
  ],
  keeps: [
    { path: 'packages/schema/src/a.ts', text: `import { z } from 'zod'` },
    { path: 'packages/api/src/b/a.ts', text: `import { fail } from '@tweeluik/schema'\nimport { x } from '../env.ts'` },
    { path: 'packages/api/src/a.test.ts', text: `import { testDatabase } from '../../../test/support/database.ts'` },
    { path: 'packages/web/src/a.tsx', text: `import { useState } from 'react'\nimport './a.css'` },
  ],
}

export default rule

function importsOf(source: Source): { offset: number; specifier: string }[] {
  const { module } = syntaxOf(source)
  const exported = module.staticExports.flatMap(({ entries }) => entries.flatMap(entry => entry.moduleRequest ?? []))
  const fixed = [...module.staticImports.map(({ moduleRequest }) => moduleRequest), ...exported]
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    offset: start,
    specifier: source.text.slice(start + 1, end - 1),
  }))
  return [...fixed.map(({ start, value }) => ({ offset: start, specifier: value })), ...dynamic]
}
