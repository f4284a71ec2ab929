import type { Rule } from '../rule.ts'

const PATHS = /(?<![\w.~-])(\/work\/|\/(home|Users)\/[\w-]+\/|[A-Z]:\\Users\\)|\.\.\/shared\b/g
const BESIDE = '..' + '/shared'
const DATA_DEFAULT = 'packages/api/src/env.ts'

/** What names a folder of one machine works on that machine only. The public data sets have one default place. */
const rule: Rule = {
  promise: 'no path of one machine',
  breaches({ path, text }) {
    return [...text.matchAll(PATHS)]
      .filter(([found]) => !(path === DATA_DEFAULT && found === BESIDE))
      .map(({ index, 0: found }) => ({ offset: index, message: `${found} exists on one machine` }))
  },
  breaks: [
    { path: 'docs/a.md', text: `See ${'/work'}/main/README.md` },
    { path: 'packages/api/src/a.ts', text: `const file = '${'/home'}/anja/contacts.csv'` },
    { path: 'test/a.test.ts', text: `resolve('${BESIDE}/data')` },
  ],
  keeps: [
    { path: 'docs/a.md', text: 'Everything is in packages/work/main.ts and at https://example.org/work/' },
    { path: DATA_DEFAULT, text: `resolve(cloneDir, '${BESIDE}/data')` },
  ],
}

export default rule
