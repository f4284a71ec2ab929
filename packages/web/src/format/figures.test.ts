import { describe, expect, it } from 'vitest'
import {
  count,
  differenceSign,
  differenceSize,
  figure,
  type Language,
  minus,
  type Notation,
  noBreak,
  shortFigure,
  tick,
  type Unit,
  unitOf,
  unitWord,
} from './figures.ts'

const notation = (unit: Unit, language: Language): Notation => ({ unit, language, currency: 'EUR' })

describe('a figure is written as its reader writes it', () => {
  it.each<[Unit, number, string, string]>([
    ['points', 31.74, '+31,7', '+31.7'],
    ['points', -4.25, `${minus}4,3`, `${minus}4.3`],
    ['points', 0, '0,0', '0.0'],
    ['share', 0.3961, '39,6%', '39.6%'],
    ['share', 0, '0,0%', '0.0%'],
    ['seconds', 390, '6:30', '6:30'],
    ['seconds', 59.6, '1:00', '1:00'],
    ['seconds', 5400, '1:30', '1:30'],
    ['money', 27.03, `€${noBreak}27,03`, '€27.03'],
    ['money', 486.4, `€${noBreak}486`, '€486'],
    ['money', -6.7, `${minus}€${noBreak}6,70`, `${minus}€6.70`],
    ['score', 3.4, '3,40', '3.40'],
    ['count', 21874, '21.874', '21,874'],
  ])('%s %d', (unit, value, nl, en) => {
    expect(figure(value, notation(unit, 'nl'))).toBe(nl)
    expect(figure(value, notation(unit, 'en'))).toBe(en)
  })

  it('writes null as a dash and zero as a zero', () => {
    expect(figure(null, notation('share', 'nl'))).toBe('–')
    expect(count(null, 'en')).toBe('–')
    expect(count(0, 'en')).toBe('0')
  })

  it('uses the true minus, never a hyphen', () => {
    for (const unit of ['points', 'money', 'share', 'seconds', 'score', 'count'] as const) {
      const shown = figure(-12.5, notation(unit, 'en'))
      expect(shown.startsWith(minus)).toBe(true)
      expect(shown).not.toContain('-')
    }
  })

  it('gives no sign to what rounds to zero', () => {
    expect(figure(-0.02, notation('points', 'nl'))).toBe('0,0')
    expect(differenceSign(-0.0001, '0,0')).toBe('')
  })

  it('follows the currency it is given', () => {
    expect(figure(10, { unit: 'money', language: 'en', currency: 'USD' })).toBe('US$10.00')
  })
})

describe('axes and readouts are short', () => {
  it('drops decimals where the step allows', () => {
    expect(tick(0.46, notation('share', 'nl'), 0.07)).toBe('46%')
    expect(tick(45, notation('points', 'nl'), 15)).toBe('+45')
    expect(tick(24, notation('money', 'en'), 5)).toBe('€24')
    expect(tick(6.5, notation('money', 'en'), 0.5)).toBe('€6.50')
  })

  it('reads money in cents under ten, and whole above', () => {
    expect(shortFigure(6.04, notation('money', 'nl'))).toBe(`€${noBreak}6,04`)
    expect(shortFigure(26.4, notation('money', 'nl'))).toBe(`€${noBreak}26`)
    expect(shortFigure(486_400, notation('money', 'nl'))).toBe(`€${noBreak}486k`)
    expect(shortFigure(-1_240_000, notation('money', 'en'))).toBe(`${minus}€1.2M`)
    expect(shortFigure(0.364, notation('share', 'en'))).toBe('36%')
    expect(shortFigure(8.4, notation('points', 'en'))).toBe('+8')
  })
})

describe('a difference keeps its own unit', () => {
  it('gives a difference of shares in points, never in percent', () => {
    expect(differenceSize(-0.0109, notation('share', 'nl'))).toEqual({ size: '1,1', unit: 'points' })
  })

  it('gives a difference of time in seconds under a minute', () => {
    expect(differenceSize(-19, notation('seconds', 'en'))).toEqual({ size: '19', unit: 'seconds' })
    expect(differenceSize(75, notation('seconds', 'en'))).toEqual({ size: '1:15', unit: 'minutes' })
  })

  it('lets money speak for itself', () => {
    expect(differenceSize(-0.19, notation('money', 'nl'))).toEqual({ size: `€${noBreak}0,19`, unit: null })
  })
})

it('says a unit only where the figure does not show it', () => {
  expect(unitWord(31.7, 'points')).toBe('points')
  expect(unitWord(390, 'seconds')).toBe('minutes')
  expect(unitWord(3600, 'seconds')).toBe('hours')
  expect(unitWord(0.4, 'share')).toBeNull()
  expect(unitOf('a unit of next year')).toBe('score')
})
