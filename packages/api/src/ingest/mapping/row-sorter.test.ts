import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type GroupRow, openRowSorter } from './row-sorter.ts'

const row = fc.record({
  key: fc.constantFrom('A', 'B', 'b', 'é', '🐘'),
  order: fc.tuple(fc.option(fc.integer({ min: 0, max: 20 })), fc.constantFrom('x', 'y', 'line\nbreak')),
  text: fc.string({ maxLength: 40, unit: 'binary' }),
})

async function sorted(rows: readonly GroupRow[], heldCharactersMax?: number): Promise<GroupRow[]> {
  const sorter = openRowSorter(heldCharactersMax)
  try {
    for (const one of rows) await sorter.add(one)
    return await Array.fromAsync(sorter.sorted())
  } finally {
    await sorter.close()
  }
}

test('what is written out and merged comes out as what is sorted in memory, whatever the order it came in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 60 }), fc.integer({ min: 0, max: 300 }), async (made, held) => {
      const rows = made.map((one, line) => ({ ...one, file: line % 3, line, cells: { a: one.text, n: null } }))
      const places = (all: GroupRow[]) => all.map(({ key, order, text, cells }) => [key, order, text, cells])
      const wanted = places(await sorted(rows))
      expect(places(await sorted(rows, held))).toEqual(wanted)
      expect(places(await sorted(rows.toReversed(), held))).toEqual(wanted)
    }),
    { numRuns: 50 },
  )
})

test('numbers come in the order of numbers, nothing before all else, and no file is left behind', async () => {
  const left = async () => (await readdir(tmpdir())).filter(name => name.startsWith('tweeluik-groups-'))
  const before = await left()
  const rows = [10, 9, null, 100].map(place => ({
    key: 'A',
    order: [place],
    file: 0,
    line: 1,
    text: 'row',
    cells: {},
  }))
  expect((await sorted(rows, 1)).map(({ order }) => order[0])).toEqual([null, 9, 10, 100])
  expect(await left()).toEqual(before)
})
