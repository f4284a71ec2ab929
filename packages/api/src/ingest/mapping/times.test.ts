import fc from 'fast-check'
import { DateTime } from 'luxon'
import { describe, expect, test } from 'vitest'
import { readDuration } from './durations.ts'
import { timeReader } from './times.ts'

const at = (text: string, pattern: string | string[], zone?: string) => {
  const instant = timeReader([pattern].flat(), zone)(text)
  return instant === null ? null : new Date(instant).toISOString()
}

describe('a time on a wall clock', () => {
  const read = (text: string) => at(text, 'yyyy-MM-dd HH:mm', 'Europe/Amsterdam')

  test('is read in its zone, summer and winter', () => {
    expect(read('2026-01-15 12:00')).toBe('2026-01-15T11:00:00.000Z')
    expect(read('2026-07-15 12:00')).toBe('2026-07-15T10:00:00.000Z')
  })

  test('that comes twice is the earlier one', () => {
    expect(read('2026-10-25 02:30')).toBe('2026-10-25T00:30:00.000Z')
    expect(read('2026-10-25 03:00')).toBe('2026-10-25T02:00:00.000Z')
  })

  test('that never comes is moved on by the gap', () => {
    expect(read('2026-03-29 02:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(read('2026-03-29 03:30')).toBe('2026-03-29T01:30:00.000Z')
    expect(read('2026-03-29 01:59')).toBe('2026-03-29T00:59:00.000Z')
  })

  test('is the same half a world away, where the clocks turn the other way', () => {
    expect(at('2026-04-05 01:45', 'yyyy-MM-dd HH:mm', 'Australia/Lord_Howe')).toBe('2026-04-04T14:45:00.000Z')
    expect(at('2026-10-04 02:15', 'yyyy-MM-dd HH:mm', 'Australia/Lord_Howe')).toBe('2026-10-03T15:45:00.000Z')
  })

  test('that is not on the calendar is refused', () => {
    expect(read('2026-02-30 12:00')).toBeNull()
    expect(read('2026-02-20 24:61')).toBeNull()
    expect(read('2026-02-20')).toBeNull()
  })
})

test('a zone in the text wins over the zone of the mapping', () => {
  expect(at('2026-07-15T12:00:00+05:30', 'iso', 'Europe/Amsterdam')).toBe('2026-07-15T06:30:00.000Z')
  expect(at('2026-07-15T12:00:00Z', 'iso', 'Europe/Amsterdam')).toBe('2026-07-15T12:00:00.000Z')
  expect(at('2026-07-15 12:00:00', 'iso', 'Europe/Amsterdam')).toBe('2026-07-15T10:00:00.000Z')
  expect(at('15/07/2026 12:00 -04:00', 'd/M/yyyy HH:mm ZZ', 'Europe/Amsterdam')).toBe('2026-07-15T16:00:00.000Z')
})

test('what digits alone tell is read as luxon reads it, whatever the pattern and the zone', () => {
  const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  const digits = fc.constantFrom('yyyy-MM-dd HH:mm:ss', 'd/M/yyyy HH:mm', 'dd.MM.yyyy H:mm', 'yyyyMMdd')
  const zones = fc.constantFrom('Europe/Amsterdam', 'America/Sao_Paulo', 'Asia/Kathmandu', 'UTC')
  fc.assert(
    fc.property(days, digits, zones, (day, pattern, zone) => {
      const text = DateTime.fromJSDate(day, { zone: 'utc' }).toFormat(pattern)
      expect(timeReader([pattern], zone)(text)).toBe(timeReader([`${pattern}' '`], zone)(`${text} `))
    }),
  )
  for (const text of ['31/2/2026 10:00', '1/13/2026 10:00', '1/1/2026 24:00', '1/1/2026 9:00', '1/1/26 10:00'])
    expect(timeReader(['d/M/yyyy HH:mm'], 'UTC')(text)).toBe(timeReader(["d/M/yyyy HH:mm' '"], 'UTC')(`${text} `))
})

test('several patterns are tried in order; seconds and milliseconds since 1970 are times too', () => {
  expect(at('29/2/2016 01:16', ['yyyy-MM-dd', 'd/M/yyyy HH:mm'], 'UTC')).toBe('2016-02-29T01:16:00.000Z')
  expect(at('1456708560', 'epochSeconds')).toBe('2016-02-29T01:16:00.000Z')
  expect(at('1456708560000', 'epochMilliseconds')).toBe('2016-02-29T01:16:00.000Z')
  expect(at('soon', 'epochSeconds')).toBeNull()
})

test.each([
  ['00:02:23', 'hh:mm:ss', 143],
  ['30:00:00', 'hh:mm:ss', 108_000],
  ['02:23', 'mm:ss', 143],
  ['90:05', 'mm:ss', 5_405],
  ['02:23', 'hh:mm', 8_580],
  ['PT2M23S', 'iso', 143],
  ['P1DT1H', 'iso', 90_000],
  ['109.0', 'seconds', 109],
  ['0.1', 'minutes', 6],
  ['1500', 'milliseconds', 1.5],
  ['00:61', 'mm:ss', null],
  ['02:23', 'hh:mm:ss', null],
  ['00:02:23', 'mm:ss', null],
  ['-5', 'seconds', null],
  ['-PT5S', 'iso', null],
  ['2 min', 'minutes', null],
] as const)('the duration %s written as %s is %s seconds', (text, form, seconds) => {
  expect(readDuration(text, form)).toBe(seconds)
})
