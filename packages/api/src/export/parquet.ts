import { parseAmount } from '@tweeluik/schema'
import type { SchemaElement } from 'hyparquet'
import { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { ExportField } from './fields.ts'
import type { ExportedRecord } from './formats.ts'

/** A row group is held in memory until it is full. */
const GROUP_ROWS_MAX = 20_000
const GROUP_CHARACTERS_MAX = 16_777_216

const AMOUNT_DECIMALS = 4

const elements: Readonly<Record<ExportField['form'], Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  reference: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT32' },
  boolean: { type: 'BOOLEAN' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  day: { type: 'INT32', converted_type: 'DATE' },
  money: { type: 'INT64', converted_type: 'DECIMAL', scale: AMOUNT_DECIMALS, precision: 18 },
}

/** Typed columns: times as timestamps, money as exact decimals; what has several parts is JSON. */
export async function* parquetOf(
  fields: readonly ExportField[],
  records: AsyncIterable<ExportedRecord>,
): AsyncGenerator<Uint8Array, void, undefined> {
  const writer = new ByteWriter()
  const columns = fields.map(
    ({ name, form }): SchemaElement => ({ name, ...elements[form], repetition_type: 'OPTIONAL' }),
  )
  const parquet = new ParquetWriter({ writer, schema: [{ name: 'root', num_children: columns.length }, ...columns] })
  let group: ExportedRecord[] = []
  let characters = 0
  const write = async () => {
    const columnData = fields.map(({ name, form }) => ({
      name,
      data: group.map(record => storedAs(form, record[name])),
    }))
    await parquet.write({ columnData, rowGroupSize: GROUP_ROWS_MAX })
    group = []
    characters = 0
    return taken(writer)
  }
  for await (const record of records) {
    group.push(record)
    for (const value of Object.values(record)) characters += typeof value === 'string' ? value.length : 8
    if (group.length === GROUP_ROWS_MAX || characters > GROUP_CHARACTERS_MAX) yield await write()
  }
  if (group.length > 0) yield await write()
  await parquet.finish()
  yield taken(writer)
}

function storedAs(form: ExportField['form'], value: unknown): unknown {
  if (value == null) return null
  if (form === 'instant' || form === 'day') return new Date(String(value))
  if (form === 'money') return BigInt(parseAmount(String(value)) ?? 0)
  return typeof value === 'object' ? JSON.stringify(value) : value
}

/** What has been written and not been taken yet. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice()
  writer.index = 0
  return bytes
}
