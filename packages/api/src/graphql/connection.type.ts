import { type ClassType, Field, Int, ObjectType } from 'type-graphql'
import type { Page } from './connection.ts'
import type { RecordRow } from './loaders.ts'

@ObjectType({ description: 'Where a page lies in its list.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether records follow. Counted with `last`: whether `before` was given.' })
  hasNextPage!: boolean

  @Field(() => Boolean, {
    description: 'Whether records come before. Counted with `first`: whether `after` was given.',
  })
  hasPreviousPage!: boolean

  @Field(() => String, { nullable: true, description: 'The cursor of the first record. Null: the page is empty.' })
  startCursor?: string | null

  @Field(() => String, { nullable: true, description: 'The cursor of the last record. Null: the page is empty.' })
  endCursor?: string | null
}

async function pageInfo(page: Page): Promise<PageInfo> {
  const rows = await page.rows()
  const goesOn = await page.goesOn()
  const { backward, after, before } = page.request
  const [first, last] = [rows.at(0), rows.at(-1)]
  return {
    hasNextPage: backward ? before !== null : goesOn,
    hasPreviousPage: backward ? goesOn : after !== null,
    startCursor: first && page.cursorOf(first),
    endCursor: last && page.cursorOf(last),
  }
}

/** The Relay connection to records of one type. */
export function connectionOf<Node extends object>(node: () => ClassType<Node>, name: string) {
  @ObjectType(`${name}Edge`, { description: `A ${name} and its place in a list.`, simpleResolvers: true })
  class Edge {
    @Field(() => String, { description: 'The place, for `after` and `before`.' })
    cursor!: string

    @Field(() => node(), { description: 'The record.' })
    node!: RecordRow
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class Connection {
    constructor(private readonly page: Page) {}

    @Field(() => [Edge], { description: 'The records of the page, each with its cursor.' })
    async edges(): Promise<Edge[]> {
      return (await this.page.rows()).map(row => ({ node: row, cursor: this.page.cursorOf(row) }))
    }

    @Field(() => [node()], { description: 'The records of the page.' })
    nodes(): Promise<readonly RecordRow[]> {
      return this.page.rows()
    }

    @Field(() => PageInfo, { description: 'Where the page lies.' })
    pageInfo(): Promise<PageInfo> {
      return pageInfo(this.page)
    }

    @Field(() => Int, { description: 'How many records there are in all, whatever the page; counted only when asked.' })
    totalCount(): Promise<number> {
      return this.page.count()
    }
  }
  return Connection
}
