import { readFileSync } from 'node:fs'
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { realFile } from '../support/real-data.ts'

/** Public files, and what others have published about them. Their mappings are found by their headers. */
export interface DataSet {
  name: string
  file: string
  /** Files of the same folder that are imported with it, or looked up in. */
  beside?: readonly string[]
  encoding: 'utf8' | 'latin1'
  /** Every day of the file. */
  period: { from: string; to: string }
  params?: { currency: string }
  /** Records by kind. */
  records: Readonly<Record<string, number>>
  customers: number
  /** The value of each metric, and to how many decimals it is published. */
  published: Readonly<Record<string, readonly [value: number, decimals: number]>>
  /** Records as connections count them. */
  counted?: Readonly<Record<string, readonly [connection: string, count: number]>>
  /** The records behind a figure, and the published means and shares that they give: a record has a number, or no say (null). */
  behind?: readonly {
    key: string
    of: string
    means: Readonly<
      Record<
        string,
        readonly [value: (record: Record<string, unknown>) => number | null, published: number, decimals: number]
      >
    >
  }[]
  /** The rows with one of them changed, so that exactly one record and a figure are. Null: no row does that. */
  changeOne: ((rows: readonly string[]) => readonly string[]) | null
}

export const callCentre: DataSet = {
  name: 'call centre',
  file: 'phonenow-call-centre/call_center.csv',
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

export const serviceDesk: DataSet = {
  name: 'service desk',
  file: 'service-desk/incident_event_log.csv.gz',
  encoding: 'utf8',
  period: { from: '2016-02-01', to: '2017-03-01' },
  records: { customers: 5_244, contacts: 24_918, 'contact-events': 98_842 },
  customers: 5_244,
  published: {
    CONTACTS: [24_918, 0],
    TRANSFER_RATE: [1 - 0.5437, 4],
    REOPEN_RATE: [331 / 25_249, 6],
    SLA_ATTAINMENT: [0.6342, 4],
  },
  counted: {
    'never transferred, 54.4 %': ['contacts(first: 0, where: { transfers: { eq: 0 } })', 13_549],
    'reopened, 1.10 %': ['contacts(first: 0, where: { reopens: { gt: 0 } })', 275],
    'in time, 63.42 %': ['contacts(first: 0, where: { slaMet: { eq: true } })', 15_803],
  },
  behind: [
    {
      key: 'CONTACTS',
      of: '... on Contact { slaMet transfers }',
      means: {
        'in time': [({ slaMet }) => Number(slaMet), 0.6342, 4],
        'never transferred': [({ transfers }) => Number(transfers === 0), 0.544, 3],
      },
    },
  ],
  changeOne: null,
}

export const market: DataSet = {
  name: 'Olist',
  file: 'olist-sample/olist_orders_dataset.csv',
  beside: [
    'olist_customers_dataset.csv',
    'olist_order_items_dataset.csv',
    'olist_order_payments_dataset.csv',
    'olist_order_reviews_dataset.csv',
    'olist_products_dataset.csv',
    'product_category_name_translation.csv',
  ],
  encoding: 'utf8',
  period: { from: '2016-10-01', to: '2018-11-01' },
  params: { currency: 'BRL' },
  records: {
    touchpoints: 4,
    'journey-maps': 1,
    customers: 3_998,
    journeys: 4_000,
    interactions: 15_831,
    orders: 4_000,
    feedback: 3_986,
  },
  customers: 3_998,
  published: { ORDERS: [4_000, 0], REVIEW_SCORE: [4.08, 2], REVENUE: [645_494.05, 2], JOURNEYS: [4_000, 0] },
  counted: { reviews: ['feedback(first: 0, where: { kind: { eq: REVIEW } })', 3_986] },
  behind: [
    { key: 'REVIEW_SCORE', of: '... on Feedback { score }', means: { score: [({ score }) => Number(score), 4.08, 2] } },
    {
      key: 'ORDERS',
      of: '... on Order { late }',
      means: { 'late of those delivered': [({ late }) => (late === null ? null : Number(late)), 0.0859, 4] },
    },
  ],
  changeOne: null,
}

export const sessions: DataSet = {
  name: 'web sessions',
  file: 'web-sessions/sessions.txt.gz',
  encoding: 'utf8',
  period: { from: '2014-05-01', to: '2015-05-01' },
  records: { touchpoints: 4, 'journey-maps': 1, customers: 630, journeys: 7_756, interactions: 10_416 },
  customers: 630,
  published: { JOURNEYS: [7_756, 0], INTERACTIONS: [10_416, 0], ACTIVE_CUSTOMERS: [630, 0] },
  counted: {
    sessions: ['journeys(first: 0)', 7_756],
    'bookings asked for': ['journeys(first: 0, where: { outcome: { eq: COMPLETED } })', 145],
  },
  changeOne: null,
}

/** The header and the rows, as they stand in the file. */
export function rowsOf({ file, encoding }: DataSet): { header: string; rows: string[] } {
  const bytes = readFileSync(realFile(file))
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString(encoding)
  const [header = '', ...rows] = text.trimEnd().split(/\r?\n/)
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

/** Of a large file: equal rows and half a group among them; the test of its mapping shuffles all of it. */
const ROWS_AGAIN_MAX = 10_000

/**
 * The same rows in another order, in files of other names and sizes, one of them packed; where others are looked up in
 * the file, it lies beside them as it was. Gives their folder.
 */
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
  const beside = set.beside ? [basename(set.file), ...set.beside] : []
  for (const name of beside) await copyFile(realFile(join(dirname(set.file), name)), join(folder, name))
  return folder
}

/** The only complaint of someone becomes one of the last row's customer, who is kept as he is. */
function givenToAnother(rows: readonly string[]): readonly string[] {
  const cells = rows.map(row => row.split(';'))
  const last = cells.at(-1) ?? []
  const at = cells.findIndex(([customer]) => cells.filter(([other]) => other === customer).length === 1)
  return rows.with(at, [...last.slice(0, 3), ...(cells[at] ?? []).slice(3)].join(';'))
}
