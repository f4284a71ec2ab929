import { describe, expect, test } from 'vitest'
import { readRules } from './rules.ts'

describe.each((await readRules()).map(rule => [rule.promise, rule] as const))('%s', (_, rule) => {
  test.each(rule.breaks)('finds what is planted in $path: $text', source => {
    expect(rule.breaches(source)).not.toEqual([])
  })

  test.each(rule.keeps)('leaves alone what is right in $path: $text', source => {
    expect(rule.breaches(source)).toEqual([])
  })
})
