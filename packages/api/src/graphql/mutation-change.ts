import { randomUUID } from 'node:crypto'
import { fail, type Problem, ProblemError, recordId } from '@tweeluik/schema'
import { type RecordKind, recordKinds } from '@tweeluik/schema/records'
import type { Context } from '../context.ts'
import type { TransactionSql } from '../db/pools.ts'
import type { BatchReceipt } from '../ingest/receipt.ts'
import { sentRecord } from '../ingest/sent-record.ts'
import { may, type Viewer } from '../security/roles.ts'
import { readGlobalId } from './global-id.ts'
import { type StoredRow, selectBuriedAt, selectIdentity, selectStored } from './mutation.queries.ts'
import { type MutationField, toRecord } from './mutation-fields.ts'
import type { Row } from './mutation-forms.ts'

/** Whose records they are that are made here, unless the token writes a source of its own. */
const OWN_SOURCE = 'graphql'

/** A kind of record, and what of it can be sent. */
export interface Changeable {
  kind: RecordKind
  /** With its article: `a contact event`. */
  noun: string
  fields: readonly MutationField[]
}

/** What became of a change. */
export interface Change {
  /** Of the record, as nodes are loaded. Null: nothing was done. */
  id: string | null
  problems: readonly Problem[]
  /** What to know of a change that was made. */
  notices: readonly Problem[]
}

/** A record on its way to the door. */
interface Delivered {
  source: string
  id: string
  record: Readonly<Record<string, unknown>>
}

/** The record that is meant, and as it was when; null: as it is. */
interface Wanted {
  id: string
  ifUpdatedAt?: Date | null
}

type Asker = Pick<Context, 'door' | 'viewer' | 'now'>

/** Makes a record. One that is there already stays as it is. */
export function createRecord(asker: Asker, made: Changeable, { id: given, ...input }: Row): Promise<Change> {
  const { singular } = recordKinds[made.kind]
  const source = asker.viewer.source ?? OWN_SOURCE
  const externalId = given == null ? randomUUID() : String(given).trim()
  const id = recordId(singular, source, externalId)
  return change(asker, made, 'input', async sql => {
    const stored = await selectStored(sql, made.kind, id)
    if (stored?.content) {
      fail('ALREADY_EXISTS', 'input.id', `There is ${made.noun} with this id`, 'Update it, or choose another id')
    }
    const buriedAt = stored?.versionAt ?? (await selectBuriedAt(sql, singular, id))
    const updatedAt = versionAfter(buriedAt, asker.now)
    return { source, id, record: { ...toRecord(made.fields, input), id: externalId, updatedAt } }
  })
}

/** Changes what the patch holds: null clears, what is left out stays. */
export function updateRecord(asker: Asker, changed: Changeable, wanted: Wanted, patch: Row): Promise<Change> {
  return change(asker, changed, 'patch', async sql => {
    const stored = await writable(sql, asker.viewer, changed, wanted)
    const { source, id, versionAt } = stored
    const updatedAt = versionAfter(versionAt, asker.now)
    return {
      source,
      id,
      record: { ...sentRecord(changed.kind, stored), ...toRecord(changed.fields, patch), updatedAt },
    }
  })
}

/** Deletes a record; of a customer what one source told. */
export function deleteRecord(asker: Asker, gone: Changeable, wanted: Wanted): Promise<Change> {
  return change(asker, gone, 'id', async sql => {
    const { source, id, externalId, versionAt } = await writable(sql, asker.viewer, gone, wanted)
    const deletedAt = versionAfter(versionAt, asker.now)
    return { source, id, record: { id: externalId, updatedAt: deletedAt, deletedAt } }
  })
}

/**
 * Reads, changes and loads in one turn of the door: no other load comes between, so that of two patches at the same time
 * neither is lost. Whatever stands in the way undoes it all.
 *
 * @param place of the record in the mutation's arguments
 */
async function change(
  { door, viewer }: Asker,
  changed: Changeable,
  place: string,
  deliver: (sql: TransactionSql) => Promise<Delivered>,
): Promise<Change> {
  try {
    if (!may(viewer, 'write')) {
      fail('ROLE_WITHOUT_RIGHT', '', `The role ${viewer.role} changes no records`, 'Use a token of another role')
    }
    return await door.inOneTurn(async (sql, load) => {
      const { source, id, record } = await deliver(sql)
      const receipt = await load({ kind: changed.kind, source, sentBy: viewer.name }, record)
      checkTaken(receipt, place)
      const stored = await selectStored(sql, changed.kind, id)
      if (stored && !ownsBrand(viewer, stored.brand)) refuseBrand(changed, place)
      return { id: nodeOf(changed, stored) ?? id, problems: [], notices: receipt.notices }
    })
  } catch (error) {
    if (error instanceof ProblemError) return { id: null, problems: [error.problem], notices: [] }
    throw error
  }
}

/** A record that the viewer may change. Others are not there, whether or not they are. */
async function writable(
  sql: TransactionSql,
  viewer: Viewer,
  { kind, noun }: Changeable,
  { id: globalId, ifUpdatedAt }: Wanted,
): Promise<StoredRow> {
  const read = readGlobalId(globalId)
  const id = read?.kind === recordKinds[kind].singular ? read.id : null
  const stored =
    id && (kind === 'customers' ? await selectIdentity(sql, id, viewer.source) : await selectStored(sql, kind, id))
  if (stored && ownsBrand(viewer, stored.brand) && (viewer.source ?? stored.source) === stored.source) {
    if (ifUpdatedAt && stored.versionAt?.getTime() !== ifUpdatedAt.getTime()) {
      fail('CHANGED_MEANWHILE', 'ifUpdatedAt', 'Somebody has changed it meanwhile', 'Read it again, and change that')
    }
    return stored
  }
  return fail('NOT_FOUND', 'id', 'There is no such record', `Send the id of ${noun} as GraphQL gave it`)
}

/** What all brands share only those may change who see all brands. */
const ownsBrand = ({ seesAllBrands, brands }: Viewer, brand: string | null) =>
  seesAllBrands || (brand !== null && brands.includes(brand))

/** Later than what is changed, also when its sender's clock runs ahead. */
function versionAfter(version: Date | null, now: Date): string {
  return new Date(Math.max(now.getTime(), (version?.getTime() ?? 0) + 1)).toISOString()
}

/** @throws ProblemError when the door did not take the record. */
function checkTaken({ rejections, waiting }: BatchReceipt, place: string): void {
  for (const { code, path, message, fix } of rejections) fail(code, path ? `${place}.${path}` : place, message, fix)
  if (waiting > 0) refuseContact(place)
}

/** What lives with a contact has its brand: one of another brand is as if it were not there. */
function refuseBrand({ fields }: Changeable, place: string): never {
  if (fields.some(({ name, required }) => name === 'contact' && required)) refuseContact(place)
  fail('BRAND_WITHHELD', `${place}.brand`, 'Your token does not write this brand', 'Send one of your brands')
}

function refuseContact(place: string): never {
  fail('CONTACT_MISSING', `${place}.contact`, 'There is no such contact', 'Create the contact first')
}

/** A customer is more than what one source told of it. */
const nodeOf = ({ kind }: Changeable, stored: StoredRow | null) =>
  kind === 'customers' ? (stored?.['customerId'] as string | undefined) : stored?.id
