import type { Rule } from '../rule.ts'

const EMPTY_WORDS = ['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'misc']

/** A name says what is in the file; these say only that somebody did not know. */
const rule: Rule = {
  promise: 'no file is named utils, helpers, common or manager',
  breaches({ path }) {
    const words = path
      .replaceAll(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[/.\-_]/)
    const empty = words.find(word => EMPTY_WORDS.includes(word))
    return empty ? [{ offset: 0, message: `"${empty}" says nothing: name it by what is in it` }] : []
  },
  breaks: [
    { path: 'packages/api/src/utils.ts', text: '' },
    { path: 'packages/web/src/common/Card.tsx', text: '' },
    { path: 'packages/api/src/db/ConnectionManager.ts', text: '' },
    { path: 'test/support/date-helpers.ts', text: '' },
  ],
  keeps: [{ path: 'packages/api/src/utilisation.ts', text: '' }],
}

export default rule
