import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Source } from './rule.ts'

const MADE_BY_PROGRAMS = [/^packages\/web\/src\/graphql\/generated\//, /^packages\/schema\/migrations\//]

/** Every text file that is in the repository or would be added to it, without what programs wrote. */
export function readSources(cloneDir: string): readonly Source[] {
  // Git refuses a clone that another account made unless it is told that this is right.
  const listed = execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      cwd: cloneDir,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    },
  )
  return listed
    .split('\0')
    .filter(path => path !== '' && !MADE_BY_PROGRAMS.some(made => made.test(path)) && existsSync(join(cloneDir, path)))
    .map(path => ({ path, text: readFileSync(join(cloneDir, path), 'utf8') }))
    .filter(({ text }) => !text.includes('\0'))
}
