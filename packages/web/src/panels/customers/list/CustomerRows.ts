import { client } from '../../../graphql/client.ts'
import { type Failure, failureOf } from '../../../graphql/failure.ts'
import {
  CustomersDocument,
  type CustomersQuery,
  type CustomersQueryVariables,
} from '../../../graphql/generated/graphql.ts'
import type { Customer } from './columns.ts'

export type CustomersQuestion = Pick<CustomersQueryVariables, 'where' | 'orderBy' | 'contacts' | 'lastOrder'>
type Connection = CustomersQuery['customers']
type Page = { first: number; after: string | null } | { last: number; before: string | null }

/** What a screen shows, some times over; and what the server gives at most, where there is far to go. */
const nearRows = 100
const farRows = 500

/**
 * The rows of a list that is longer than anybody reads, as far as they were wanted. A cursor only leads on from where one
 * is, so they are read from the beginning forth and from the end back, whichever is nearer to what is wanted.
 */
export class CustomerRows {
  /** How many there are in all. Null: no page has come. */
  total: number | null = null
  failure: Failure | null = null
  /** Another number for each change. */
  version = 0
  private fromStart: Customer[] = []
  private startsOn: string | null = null
  /** The last row first. */
  private fromEnd: Customer[] = []
  private endsOn: string | null = null
  private wanted: readonly [from: number, to: number] = [0, nearRows]
  private asking = false
  private listeners = new Set<() => void>()
  private question: CustomersQuestion

  constructor(question: CustomersQuestion) {
    this.question = question
  }

  /** Undefined: it has not come yet. */
  at(index: number): Customer | undefined {
    return this.fromStart[index] ?? (this.total === null ? undefined : this.fromEnd[this.total - 1 - index])
  }

  /** Has these rows come, `to` not included. What was wanted before and has not come is wanted no more. */
  want(from: number, to: number): void {
    this.wanted = [from, to]
    void this.ask()
  }

  retry(): void {
    this.failure = null
    void this.ask()
    this.changed()
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  private async ask(): Promise<void> {
    if (this.asking || this.failure) return
    const page = this.nextPage()
    if (!page) return
    this.asking = true
    try {
      this.take(page, await pageOfCustomers(this.question, page, this.total === null))
    } catch (error) {
      this.failure = failureOf(error)
    }
    this.asking = false
    this.changed()
    void this.ask()
  }

  private nextPage(): Page | null {
    if (this.total === null) return { first: nearRows, after: null }
    const gap = [this.fromStart.length, this.total - this.fromEnd.length] as const
    const from = Math.max(this.wanted[0], gap[0])
    const to = Math.min(this.wanted[1], gap[1])
    if (from >= to) return null
    const [forth, back] = [to - gap[0], gap[1] - from]
    const rows = Math.min(gap[1] - gap[0], Math.min(forth, back) > nearRows ? farRows : nearRows)
    return forth <= back ? { first: rows, after: this.startsOn } : { last: rows, before: this.endsOn }
  }

  private take(page: Page, { nodes, pageInfo, totalCount }: Connection): void {
    this.total ??= totalCount ?? 0
    if ('first' in page) {
      this.fromStart.push(...nodes)
      this.startsOn = pageInfo.endCursor
      if (pageInfo.hasNextPage) return
      // Customers come and go meanwhile: where a list really ends is known by who walks to its end.
      this.total = this.fromStart.length
      this.fromEnd = []
    } else {
      this.fromEnd.push(...nodes.toReversed())
      this.endsOn = pageInfo.startCursor
      if (pageInfo.hasPreviousPage) return
      this.total = this.fromEnd.length
      this.fromStart = []
    }
  }

  private changed(): void {
    this.version++
    for (const listener of this.listeners) listener()
  }
}

async function pageOfCustomers(question: CustomersQuestion, page: Page, counted: boolean): Promise<Connection> {
  const { data } = await client.query({
    query: CustomersDocument,
    variables: { ...question, ...page, counted },
    fetchPolicy: 'no-cache',
  })
  if (!data) throw new Error('An answer without data')
  return data.customers
}

/** All pages from the first one on, each when the one before was dealt with. */
export async function* pagesOfCustomers(question: CustomersQuestion): AsyncGenerator<readonly Customer[]> {
  let after: string | null = null
  do {
    const { nodes, pageInfo }: Connection = await pageOfCustomers(question, { first: farRows, after }, false)
    yield nodes
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null
  } while (after !== null)
}
