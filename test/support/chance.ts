import fc from 'fast-check'

/**
 * The same examples in every run: whether a commit is good is no matter of chance. `pnpm test:faults` goes without this file
 * and looks elsewhere each time.
 */
fc.configureGlobal({ seed: 1870 })
