import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe } from 'vitest'
import { readEnvironment } from '../../packages/api/src/env.ts'

const { realDataDir } = readEnvironment()

/** A file of the public data sets that lie beside the project, never in it. */
export function realFile(path: string): string {
  return resolve(realDataDir, path)
}

/** Tests that need public data sets; left out, with a word, on a machine that has not got these files. */
export function describeRealData(name: string, files: string[], tests: () => void): void {
  const missing = files.find(file => !existsSync(realFile(file)))
  if (missing === undefined) describe(name, tests)
  else describe.skip(`${name} (left out: no ${missing} in ${realDataDir}; TWEELUIK_REAL_DATA says where it is)`, tests)
}
