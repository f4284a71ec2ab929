import { expect, it } from 'vitest'
import { csvOf } from './csv.ts'

it('says first what the figures stand on, then each table as a spreadsheet reads it', () => {
  const table = {
    columns: [
      { key: 'group', label: 'Team' },
      { key: 'value', label: 'NPS', isNumber: true },
    ],
    rows: [
      { group: { text: 'Noord', value: 'Noord' }, value: { text: '−1,5', value: -1.5 } },
      { group: { text: '=1+1', value: '=1+1' }, value: { text: '–', value: null } },
      { group: { text: '=1\n+1', value: '=1\n+1' }, value: { text: '–', value: null } },
    ],
  }
  const text = csvOf([['Filters', 'a, b']], [{ title: 'By team', table }])
  // A formula that somebody gave as a name is text, and a figure below zero stays a figure.
  expect(text.split('\r\n')).toEqual([
    'Filters,"a, b"',
    '',
    'By team',
    'Team,NPS',
    'Noord,-1.5',
    `"'=1+1",`,
    `"'=1\n+1",`,
  ])
})
