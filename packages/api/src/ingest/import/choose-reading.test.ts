import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadMapping } from '../mapping/load-mapping.ts'
import { planFiles } from './plan-files.ts'
import { mappingsOf } from './read-mappings.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tweeluik-choose-'))
})
afterEach(() => rm(folder, { recursive: true }))

const given = (name: string, text: string | Buffer) => writeFile(join(folder, name), text)

/** The files of the folder in their order, each with the kind or the mapping by which it is read. */
async function chosen(mappings = mappingsOf()): Promise<[name: string, reading: string][]> {
  const files = await planFiles(folder, { mappings })
  return files.map(({ path, reading }) => [
    path.slice(folder.length + 1),
    'kind' in reading ? reading.kind : reading.name,
  ])
}

const olist = {
  orders:
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date\n',
  reviews:
    'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp\n',
  customers: 'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state\n',
}

test('a mapping is found by the header, whatever the name, separator, encoding and packing of the file', async () => {
  await given('export.txt', ' customer_id date  number_of_cds dollar_value\n 1 19970101 1 9.99\n')
  await given(
    'b.csv.gz',
    gzipSync(
      'ComplaintID;CustomerID;Gender;AgeCategory;ContactDate;ContactChannelID;ComplaintTheme;ComplaintSubtheme;ComplaintTopic;Één\n',
    ),
  )
  expect(await chosen()).toEqual([
    ['b.csv.gz', 'mappings/uwv-complaints.yaml'],
    ['export.txt', 'mappings/cdnow.yaml'],
  ])
})

test('a folder is read by several mappings, what others refer to first; files to look things up in are no import', async () => {
  await given('a.csv', olist.reviews)
  await given('olist_orders_dataset.csv', olist.orders)
  await given('olist_customers_dataset.csv', olist.customers)
  await given('contacts.csv', 'id,channel,openedAt\n')
  expect(await chosen()).toEqual([
    ['olist_orders_dataset.csv', 'mappings/olist-orders.yaml'],
    ['contacts.csv', 'contacts'],
    ['a.csv', 'mappings/olist-reviews.yaml'],
  ])
})

test('our own columns under the name of a kind need no mapping, a foreign header under that name does', async () => {
  await given('orders-1.csv', 'id,customer,at,amount\n')
  await given('orders-2.csv', olist.orders)
  await given('orders-3.csv', 'id,customer,at,amuont\n')
  await given('orders-4.ndjson', '')
  await given('feedback.csv', '')
  expect(Object.fromEntries(await chosen())).toEqual({
    'feedback.csv': 'feedback',
    'orders-1.csv': 'orders',
    'orders-2.csv': 'mappings/olist-orders.yaml',
    'orders-3.csv': 'orders',
    'orders-4.ndjson': 'orders',
  })
})

test('columns that only one kind has tell it, under whatever name; an id alone does not', async () => {
  await given('export-may.csv', 'id,customer,at,amount\n')
  expect(await chosen()).toEqual([['export-may.csv', 'orders']])
  await given('list.csv', 'id\n')
  await expect(chosen()).rejects.toMatchObject({ problem: { code: 'KIND_UNKNOWN' } })
})

test('a header that nothing fits is refused with the nearest mapping and what it lacks', async () => {
  await given('list.csv', olist.reviews.replace('review_score', 'score'))
  await expect(chosen()).rejects.toMatchObject({
    problem: {
      code: 'KIND_UNKNOWN',
      message: expect.stringContaining('list.csv tells what it holds'),
      fix: 'The nearest is mappings/olist-reviews.yaml, which needs "review_score" too. Add --kind or a --mapping.',
    },
  })
})

test.each([
  ['nothing fits at all', 'list.csv', 'Add --kind or a --mapping; docs/mapping.md tells how.'],
  [
    'is only looked up in',
    'olist_products_dataset.csv',
    'mappings/olist-orders.yaml looks things up in it: import the folder',
  ],
])('a file that %s is refused with what to do', async (_what, name, fix) => {
  await given(name, 'unheard,of\n')
  await expect(chosen()).rejects.toMatchObject({ problem: { code: 'KIND_UNKNOWN', fix: expect.stringContaining(fix) } })
})

test('a header that two mappings fit is refused with both', async () => {
  const text = await readFile(join(import.meta.dirname, '../../../../../mappings/cdnow.yaml'), 'utf8')
  await given('export.txt', 'customer_id date number_of_cds dollar_value\n')
  const two = ['one.yaml', 'two.yaml'].map(name => loadMapping(text, name))
  await expect(chosen(async () => two)).rejects.toMatchObject({
    problem: { code: 'MAPPING_AMBIGUOUS', message: expect.stringContaining('Both one.yaml and two.yaml fit') },
  })
})

test('a mapping that is given reads every file but those in which it looks things up', async () => {
  await given('any.csv', '')
  await given('olist_customers_dataset.csv.gz', '')
  const text = await readFile(join(import.meta.dirname, '../../../../../mappings/olist-reviews.yaml'), 'utf8')
  const files = await planFiles(folder, { mapping: loadMapping(text, 'reviews.yaml'), mappings: mappingsOf() })
  expect(files.map(({ path }) => path)).toEqual([join(folder, 'any.csv')])
})
