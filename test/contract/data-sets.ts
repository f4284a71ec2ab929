import { readFileSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { realFile } from '../support/real-data.ts'

/** A public file, how it is read, and what others have published about it. */
export interface DataSet {
  name: string
  file: string
  /** The one of `mappings/`. */
  mapping: string
  encoding: 'utf8' | 'latin1'
  /** Every day of the file. */
  period: { from: string; to: string }
  params?: { currency: string }
  /** Records by kind. */
  records: Readonly<Record<string, number>>
  customers: number
  /** The value of each metric, and to how many decimals it is published. */
  published: Readonly<Record<string, readonly [value: number, decimals: number]>>
  /** The rows with one of them changed, so that exactly one record is. Null: a row has no id; changed, it is another. */
  changeOne: ((rows: readonly string[]) => readonly string[]) | null
}

export const callCentre: DataSet = {
  name: 'call centre',
  file: 'phonenow-call-centre/call_center.csv',
  mapping: 'call-centre',
  encoding: 'utf8',
  period: { from: '2021-01-01', to: '2021-04-01' },
  records: { contacts: 5_000, feedback: 4_054 },
  customers: 0,
  published: {
    CONTACTS: [5_000, 0],
    ABANDONMENT_RATE: [0.1892, 4],
    RESOLUTION_RATE: [0.7292, 4],
    AVERAGE_SPEED_OF_ANSWER: [67.52, 2],
    TALK_TIME: [224.9, 1],
    CSAT_MEAN: [3.4, 2],
  },
  changeOne: ([first = '', ...rest]) => [first.replace(',Y,Y,', ',Y,N,'), ...rest],
}

export const complaints: DataSet = {
  name: 'UWV complaints',
  file: 'uwv-complaints/BPI2016_Complaints.csv',
  mapping: 'uwv-complaints',
  encoding: 'latin1',
  period: { from: '2015-01-01', to: '2017-01-01' },
  records: { customers: 226, contacts: 289 },
  customers: 226,
  published: { CONTACTS: [289, 0], CONTACTING_CUSTOMERS: [226, 0] },
  changeOne: givenToAnother,
}

export const purchases: DataSet = {
  name: 'CDNOW',
  file: 'cdnow/CDNOW_master.txt',
  mapping: 'cdnow',
  encoding: 'utf8',
  period: { from: '1997-01-01', to: '1998-07-01' },
  params: { currency: 'USD' },
  records: { orders: 69_659 },
  customers: 23_570,
  published: {
    ORDERS: [69_659, 0],
    ACTIVE_CUSTOMERS: [23_570, 0],
    REVENUE: [2_500_315.63, 2],
    REPEAT_CUSTOMER_RATE: [1 - 0.5114, 4],
  },
  changeOne: null,
}

/** The header and the rows, as they stand in the file. */
export function rowsOf({ file, encoding }: DataSet): { header: string; rows: string[] } {
  const [header = '', ...rows] = readFileSync(realFile(file), encoding).trimEnd().split(/\r?\n/)
  return { header, rows }
}

export async function writeRows(
  path: string,
  { encoding }: DataSet,
  header: string,
  rows: readonly string[],
): Promise<string> {
  await writeFile(path, Buffer.from(`${[header, ...rows].join('\n')}\n`, encoding))
  return path
}

/** Of the large file: equal rows among them, and the test of its mapping shuffles all of them. */
const ROWS_AGAIN_MAX = 10_000

/** The same rows in another order, in files of other names and sizes, one of them packed. Gives their folder. */
export async function writeOtherwise(folder: string, set: DataSet): Promise<string> {
  const { header, rows } = rowsOf(set)
  const shuffled = rows
    .slice(0, ROWS_AGAIN_MAX)
    .map((row, at, all) => ({ row, key: (at * 7_919) % all.length }))
    .sort((left, right) => left.key - right.key)
    .map(({ row }) => row)
  const third = Math.ceil(shuffled.length / 3)
  await mkdir(folder)
  await writeRows(join(folder, 'second-half.csv'), set, header, shuffled.slice(0, third))
  const packed = Buffer.from([header, ...shuffled.slice(third)].join('\r\n'), set.encoding)
  await writeFile(join(folder, 'anything.txt.gz'), gzipSync(packed))
  return folder
}

/** The only complaint of someone becomes one of the last row's customer, who is kept as he is. */
function givenToAnother(rows: readonly string[]): readonly string[] {
  const cells = rows.map(row => row.split(';'))
  const last = cells.at(-1) ?? []
  const at = cells.findIndex(([customer]) => cells.filter(([other]) => other === customer).length === 1)
  return rows.with(at, [...last.slice(0, 3), ...(cells[at] ?? []).slice(3)].join(';'))
}
