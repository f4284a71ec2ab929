import type { Rule } from '../rule.ts'

const ADDRESS = /^.*(tarball:|registry:|[a-z+]+:\/\/).*$/gm

/** An install then takes every package, by its digest, from whichever registry the machine is set to. */
const rule: Rule = {
  promise: 'the lock file names no address to download from',
  breaches({ path, text }) {
    if (path !== 'pnpm-lock.yaml') return []
    return [...text.matchAll(ADDRESS)]
      .filter(([line]) => !line.trimStart().startsWith('deprecated:'))
      .map(({ index, 0: line }) => ({ offset: index, message: line.trim() }))
  },
  breaks: [
    { path: 'pnpm-lock.yaml', text: 'resolution: {integrity: sha512-a, tarball: https://registry.example/a.tgz}' },
    { path: 'pnpm-lock.yaml', text: '  a@git+ssh://host.example/a.git' },
  ],
  keeps: [{ path: 'pnpm-lock.yaml', text: 'resolution: {integrity: sha512-a}\ndeprecated: see https://a.example' }],
}

export default rule
