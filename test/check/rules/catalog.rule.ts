import { z } from 'zod'
import type { Rule } from '../rule.ts'

const dependencies = z.record(z.string(), z.string()).default({})
const manifest = z.object({
  dependencies,
  devDependencies: dependencies,
  optionalDependencies: dependencies,
  peerDependencies: dependencies,
})

/** A version is written once, so that two packages never run on two copies of one library. */
const rule: Rule = {
  promise: 'every version of a dependency is in the catalog',
  breaches({ path, text }) {
    if (!/(^|\/)package\.json$/.test(path)) return []
    return Object.values(manifest.parse(JSON.parse(text)))
      .flatMap(list => Object.entries(list))
      .filter(([, version]) => version !== 'catalog:' && version !== 'workspace:*')
      .map(([name, version]) => ({
        offset: text.indexOf(`"${name}"`),
        message: `${name} is ${version}: name the version in pnpm-workspace.yaml and write "catalog:" here`,
      }))
  },
  breaks: [
    { path: 'package.json', text: '{"devDependencies": {"vite": "8.3.8"}}' },
    { path: 'packages/web/package.json', text: '{"dependencies": {"react": "^19.0.0"}}' },
  ],
  keeps: [
    { path: 'package.json', text: '{"devDependencies": {"vite": "catalog:", "@tweeluik/schema": "workspace:*"}}' },
  ],
}

export default rule
