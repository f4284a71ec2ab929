import { createRequire } from 'node:module'
import { defineConfig } from 'vitest/config'
import { longTrials, shortTrials } from './test/support/trials.ts'

// Two copies of graphql in one process refuse each other's types.
const requireFromApi = createRequire(new URL('./packages/api/package.json', import.meta.url))

/** The mode `faults` takes test/faults alone, with trials that are long. */
export default defineConfig(({ mode }) => ({
  resolve: { alias: [{ find: /^graphql$/, replacement: requireFromApi.resolve('graphql') }] },
  test: {
    include:
      mode === 'faults'
        ? ['test/faults/**/*.test.ts']
        : ['packages/*/src/**/*.test.ts', 'packages/*/src/**/*.test.tsx', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/bench/**'],
    provide: { trials: mode === 'faults' ? longTrials() : shortTrials() },
    globalSetup: './test/support/postgres.ts',
    setupFiles: mode === 'faults' ? [] : ['./test/support/chance.ts'],
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
}))
