import type { Context } from '../context.ts'
import type { TransactionSql } from '../db/pools.ts'
import type { ConnectionArgs } from './connection.inputs.ts'
import { writeCursor } from './cursor.ts'
import type { Fragment } from './filter.queries.ts'
import type { RecordRow } from './loaders.ts'
import { countRecords, selectPage } from './page.queries.ts'
import { type PageRequest, pageRequest } from './page-request.ts'
import type { Relation } from './relation.ts'
import type { Source } from './source.ts'

/** A page that is read, and counted, only when its fields are asked. */
export class Page {
  private read: Promise<readonly RecordRow[]> | undefined

  constructor(
    readonly source: Source,
    readonly request: PageRequest,
    /** One record more than asked where there are more. */
    private readonly load: () => Promise<readonly RecordRow[]>,
    readonly count: () => Promise<number>,
  ) {}

  /** In the order that was asked, also when counted from the end. */
  async rows(): Promise<readonly RecordRow[]> {
    const { size, backward } = this.request
    const rows = (await this.loaded()).slice(0, size)
    return backward ? rows.reverse() : rows
  }

  /** Whether there is more past the page, seen in the direction in which it was counted. */
  async goesOn(): Promise<boolean> {
    return (await this.loaded()).length > this.request.size
  }

  cursorOf(row: RecordRow): string {
    return writeCursor(this.source, this.request.order.field, row)
  }

  private loaded() {
    this.read ??= this.load()
    return this.read
  }
}

/**
 * All records of a source that the viewer sees.
 *
 * @param ids a query of the only ones that are asked for.
 */
export function pageOf(
  context: Context,
  source: Source,
  args: ConnectionArgs,
  ids: (sql: TransactionSql) => Fragment | null = () => null,
): Page {
  const { read, viewer, columns, loaders } = context
  const request = pageRequest(source, args, viewer)
  return new Page(
    source,
    request,
    async () => {
      const rows = await read<RecordRow>(sql => selectPage(sql, source, columns(source), request, ids(sql)))
      loaders.meet(source.kind, rows)
      return rows
    },
    async () => {
      const [found] = await read<{ count: number }>(sql => countRecords(sql, source, request, ids(sql)))
      return found?.count ?? 0
    },
  )
}

/** The records under one parent; parents that are asked the same are read together. */
export function pageUnder(context: Context, relation: Relation, parentId: string, args: ConnectionArgs): Page {
  const { viewer, loaders } = context
  const { source } = relation
  const request = pageRequest(source, args, viewer)
  return new Page(
    source,
    request,
    () => loaders.page(relation, request).load(parentId),
    () => loaders.count(relation, request).load(parentId),
  )
}
