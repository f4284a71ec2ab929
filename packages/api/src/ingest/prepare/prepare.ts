import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { dayReader, type Problem, recordId } from '@tweeluik/schema'
import { type RecordKind, readCells, recordKinds, validate } from '@tweeluik/schema/records'
import type { RawRow } from '../read/row.ts'
import { calendarRow } from './calendar.row.ts'
import { contactRow } from './contact.row.ts'
import { contactEventRow } from './contact-event.row.ts'
import { costRateRow } from './cost-rate.row.ts'
import { customerRow } from './customer.row.ts'
import { exchangeRateRow } from './exchange-rate.row.ts'
import { exposureRow } from './exposure.row.ts'
import { feedbackRow } from './feedback.row.ts'
import { interactionRow } from './interaction.row.ts'
import { investmentRow } from './investment.row.ts'
import { journeyRow } from './journey.row.ts'
import { journeyMapRow } from './journey-map.row.ts'
import { orderRow } from './order.row.ts'
import { qualityReviewRow } from './quality-review.row.ts'
import { contentOf, type Row, type RowContext, type RowMaker } from './rows.ts'
import { slaPolicyRow } from './sla-policy.row.ts'
import { surveyRow } from './survey.row.ts'
import { touchpointRow } from './touchpoint.row.ts'
import { triggerRow } from './trigger.row.ts'

export interface PrepareTask {
  kind: RecordKind
  source: string
  /** Cells of a CSV, all text, to be read by the forms of their fields. */
  textual: boolean
  rows: readonly RawRow[]
  timeZone: string
  currency: string
  defaultBrand: string
}

export interface Rejection extends Problem {
  line: number
  /** Of the row in its batch, from 0. */
  position: number
  text: string
}

export interface Prepared {
  /** Rows for the stage, each with its `position` in the batch. */
  rows: Row[]
  rejections: Rejection[]
  /** Rows that say nothing new beside another row of this batch. */
  superseded: number
}

const makers: { [Kind in RecordKind]: RowMaker<Kind> } = {
  touchpoints: touchpointRow,
  triggers: triggerRow,
  'journey-maps': journeyMapRow,
  calendars: calendarRow,
  'sla-policies': slaPolicyRow,
  'cost-rates': costRateRow,
  'exchange-rates': exchangeRateRow,
  customers: customerRow,
  journeys: journeyRow,
  interactions: interactionRow,
  contacts: contactRow,
  'contact-events': contactEventRow,
  surveys: surveyRow,
  feedback: feedbackRow,
  'quality-reviews': qualityReviewRow,
  exposures: exposureRow,
  orders: orderRow,
  investments: investmentRow,
}

/** Validates a batch and derives what each row tells alone; no database. Runs in a worker thread: 20,000 rows take a quarter of a second. */
export function prepare(task: PrepareTask): Prepared {
  const context: RowContext = { ...task, dayOf: dayReader(task.timeZone) }
  const rejections: Rejection[] = []
  const newest = new Map<string, Row>()
  let superseded = 0
  task.rows.forEach((raw, position) => {
    const made = raw.fault ? { problem: raw.fault } : makeRow(task, raw, context)
    if ('problem' in made) {
      rejections.push(refusal(made.problem, raw, position))
      return
    }
    const row: Row = { ...made.row, position, line: raw.line }
    const other = newest.get(String(row['id']))
    if (!other) {
      newest.set(String(row['id']), row)
      return
    }
    const verdict = newerOf(other, row)
    if (verdict === 'contradiction') {
      rejections.push(refusal(duplicate(other), raw, position))
      return
    }
    superseded += 1
    if (verdict === 'second') newest.set(String(row['id']), row)
  })
  return { rows: [...newest.values()], rejections, superseded }
}

/** What is kept of a batch as it was sent, and its digest: the same rows give the same. */
export function pack(rows: readonly RawRow[]): { bytes: Buffer; sha256: string } {
  const text = rows.map(row => JSON.stringify(row)).join('\n')
  return { bytes: gzipSync(text, { level: 1 }), sha256: createHash('sha256').update(text).digest('hex') }
}

function makeRow(task: PrepareTask, raw: RawRow, context: RowContext): { row: Row } | { problem: Problem } {
  const value = task.textual && raw.value ? readCells(task.kind, raw.value) : raw.value
  const checked = validate(task.kind, value)
  if (!checked.ok) return { problem: checked.problem }
  if (checked.deleted) {
    const { id, updatedAt, deletedAt } = checked.record
    return {
      row: {
        id: recordId(recordKinds[task.kind].singular, task.source, id),
        source: task.source,
        externalId: id,
        updatedAt: updatedAt ?? null,
        deletedAt,
      },
    }
  }
  const make = makers[task.kind] as RowMaker<RecordKind>
  const row = make(checked.record, context)
  row['content'] = contentOf(row)
  row['updatedAt'] = checked.record.updatedAt ?? null
  row['deletedAt'] = null
  return { row }
}

/** Two rows of one record in one batch: the later `updatedAt` wins; without one, only equal rows can both be right. */
function newerOf(first: Row, second: Row): 'first' | 'second' | 'contradiction' {
  const [one, other] = [first, second].map(row => (row['updatedAt'] as Date | null)?.getTime() ?? null)
  if (one != null && other != null && one !== other) return other > one ? 'second' : 'first'
  const same = first['content'] === second['content'] && Number(first['deletedAt']) === Number(second['deletedAt'])
  return same ? 'first' : 'contradiction'
}

/** Neither NUL nor half a character can be stored; a mark stands in their place, in what was sent and in what is said of it. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '\ufffd')

/** A row with why it is refused, as it can be kept. */
export function refusal(
  { code, path, message, fix }: Problem,
  { line, text }: Pick<RawRow, 'line' | 'text'>,
  position: number,
): Rejection {
  return {
    line,
    position,
    code,
    path: storable(path),
    message: storable(message),
    fix: storable(fix),
    text: storable(text),
  }
}

const duplicate = (other: Row): Problem => ({
  code: 'DUPLICATE_ID',
  path: 'id',
  message: `Line ${other['line']} of this batch holds another record with this id`,
  fix: 'Send each id once in a batch, or give every version its own updatedAt',
})
