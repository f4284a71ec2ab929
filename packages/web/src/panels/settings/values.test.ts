import { describe, expect, it } from 'vitest'
import { areNoHours, hoursAWeek, hoursOf, hoursText } from './calendars/hours.ts'
import { fieldOf } from './outcome.ts'
import { durationText, isNoNumber, numberOrNull, onlyChanged, secondsOf } from './values.ts'

describe('a duration', () => {
  it.each([0, 45, 60, 5_400, 86_399, 604_800, 93_784])('of %i seconds is read as it is written', seconds => {
    expect(secondsOf(durationText(seconds, 'u'))).toBe(seconds)
  })

  it('is in minutes without a unit, none when nothing is written, and no number when it cannot be read', () => {
    expect(secondsOf('1,5')).toBe(90)
    expect(secondsOf(' ')).toBeNull()
    expect(secondsOf('soon')).toBeNaN()
    expect(secondsOf('3 m or so')).toBeNaN()
  })
})

it('takes for a number what people write as one, nothing that only a program would, and nothing that is two numbers', () => {
  expect(['12', ' 1,5 ', '-0.25', '0,125', '1234.500', ''].map(numberOrNull)).toEqual([
    12,
    1.5,
    -0.25,
    0.125,
    1234.5,
    null,
  ])
  expect(['Infinity', '0x10', '1e5', '1.234,56', '1.234', '12,500'].filter(text => !isNoNumber(text))).toEqual([])
})

describe('opening hours', () => {
  it('are read as they are written, and as people write them', () => {
    const hours = hoursOf({ ...hoursText([]), MONDAY: '9:00-12:30, 13:00 – 17:30' })
    expect(hours).toEqual([
      { weekday: 'MONDAY', opens: '09:00', closes: '12:30' },
      { weekday: 'MONDAY', opens: '13:00', closes: '17:30' },
    ])
    expect(hoursOf(hoursText(hours))).toEqual(hours)
    expect(hoursAWeek(hours)).toBe(8)
    expect(areNoHours('nine to five')).toBe(true)
  })
})

describe('a problem', () => {
  it('is shown at the nearest field that its path goes through, and at none of another name', () => {
    const fields = ['name', 'ideal', 'ideal.ces', 'hours']
    expect(fieldOf('patch.ideal.ces', fields)).toBe('ideal.ces')
    expect(fieldOf('input.hours.mon.0', fields)).toBe('hours')
    expect(fieldOf('patch.named', fields)).toBeNull()
    expect(fieldOf('ifUpdatedAt', fields)).toBeNull()
  })
})

it('sends what was changed, by the fields of the form that it is made of', () => {
  const changed = new Set(['off'])
  const input = { team: 'night', holidays: { country: 'NL' } }
  expect(onlyChanged(input, field => changed.has(field), { holidays: ['off'] })).toEqual({
    holidays: { country: 'NL' },
  })
})
