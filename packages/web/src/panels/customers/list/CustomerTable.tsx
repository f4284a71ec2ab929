import { Box } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../i18n/language.ts'
import tables from '../../Table.module.css'
import css from './CustomerTable.module.css'
import {
  type ColumnName,
  type Customer,
  calledOf,
  columnNames,
  orderedBy,
  plainOf,
  type Sort,
  textOf,
} from './columns.ts'
import { phraseOf } from './phrase.ts'
import type { KeptRows } from './useCustomerRows.ts'

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature })
const helper = createColumnHelper<typeof features, Customer>()

const headPx = 36
const rowPx = { wide: 40, narrow: 60 }
/** The bar of pages at the foot of a phone. */
const footPx = 64
/** Rows that have come before they are seen. */
const aheadRows = 60
/** Browsers draw no page that is higher than some millions of px; who has more customers than this narrows the list. */
export const rowsMost = 300_000
/** As many as a screen has, until the first have come. */
const expectedRows = 15

type Props = {
  kept: KeptRows
  columns: readonly ColumnName[]
  sort: Sort
  onSort: (sort: Sort) => void
  isNarrow: boolean
}

/** Any number of customers as one table of the page's own scroll: only the rows in sight are there. */
export function CustomerTable({ kept, columns: shown, sort, onSort, isNarrow }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const grid = useRef<HTMLTableElement>(null)
  const [topPx, setTopPx] = useState(0)
  const [active, setActive] = useState(kept.active)
  const { rows } = kept
  const count = Math.min(rows.total ?? expectedRows, rowsMost)
  const height = isNarrow ? rowPx.narrow : rowPx.wide
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: topPx,
    scrollPaddingStart: isNarrow ? 0 : headPx,
    scrollPaddingEnd: footPx,
    initialOffset: () => kept.scrollPx,
  })
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, height])

  useLayoutEffect(() => {
    const body = grid.current?.querySelector(`.${css.body}`)
    const place = () => body && setTopPx(body.getBoundingClientRect().top + window.scrollY)
    place()
    const watch = new ResizeObserver(place)
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [])

  // Another question is read from its beginning; the same one goes on where it was left.
  useLayoutEffect(() => {
    window.scrollTo({ top: kept.scrollPx })
    setActive(kept.active)
    const remember = () => {
      kept.scrollPx = window.scrollY
    }
    window.addEventListener('scroll', remember, { passive: true })
    return () => window.removeEventListener('scroll', remember)
  }, [kept])

  const inSight = virtualizer.getVirtualItems()
  const [first = 0, last = 0] = [inSight.at(0)?.index, inSight.at(-1)?.index]
  useEffect(() => rows.want(Math.max(0, first - aheadRows), last + 1 + aheadRows), [rows, first, last])

  const sorting = useMemo(() => [{ id: sort.column, desc: sort.descending }], [sort.column, sort.descending])
  const columns = useMemo(
    () =>
      helper.columns(
        columnNames.map(name =>
          helper.accessor(customer => plainOf(customer, name), {
            id: name,
            header: t(`customers.listing.column.${name}`),
            enableSorting: orderedBy[name] !== undefined,
            sortDescFirst: name === 'since',
          }),
        ),
      ),
    [t],
  )
  const columnVisibility = useMemo(
    () => Object.fromEntries(columnNames.map(name => [name, shown.includes(name)])),
    [shown],
  )
  const table = useTable({
    features,
    columns,
    data: noRows,
    manualSorting: true,
    enableSortingRemoval: false,
    state: { sorting, columnVisibility },
    onSortingChange: change => {
      const [next] = typeof change === 'function' ? change(sorting) : change
      const column = columnNames.find(name => name === next?.id)
      if (next && column) onSort({ column, descending: next.desc })
    },
  })

  const go = (index: number) => {
    const reached = Math.max(0, Math.min(count - 1, index))
    kept.active = reached
    setActive(reached)
    virtualizer.scrollToIndex(reached)
  }
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const page = Math.max(1, Math.floor((window.innerHeight - headPx - footPx) / height) - 1)
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: count - 1,
    }
    const step = steps[event.key]
    const customer = rows.at(active)
    if (step !== undefined) go(step)
    else if (event.key === 'Enter' && customer) void navigate({ to: '/customers/$id', params: { id: customer.id } })
    else return
    event.preventDefault()
  }

  return (
    <Box
      component="table"
      ref={grid}
      role="grid"
      tabIndex={0}
      className={`${css.grid} figures`}
      style={{ '--columns': shown.map(name => (wideColumns.includes(name) ? '2fr' : '1fr')).join(' ') }}
      aria-label={t('customers.title')}
      aria-rowcount={rows.total === null ? -1 : count + 1}
      aria-colcount={isNarrow ? 1 : shown.length}
      aria-busy={rows.total === null}
      aria-activedescendant={inSight.some(({ index }) => index === active) ? rowId(active) : undefined}
      onKeyDown={press}
    >
      <thead className={css.head}>
        <tr aria-rowindex={1} className={css.row}>
          {table.getFlatHeaders().map(({ id, column }) => {
            const sorted = column.getIsSorted()
            return (
              <th
                key={id}
                scope="col"
                className={numbers.some(name => name === id) ? css.number : undefined}
                aria-sort={sorted === false ? undefined : sorted === 'asc' ? 'ascending' : 'descending'}
              >
                {column.getCanSort() ? (
                  <button type="button" className={tables.sort} onClick={column.getToggleSortingHandler()}>
                    {String(column.columnDef.header)}
                    <span aria-hidden="true">{sorted === false ? '' : sorted === 'asc' ? '↑' : '↓'}</span>
                  </button>
                ) : (
                  String(column.columnDef.header)
                )}
              </th>
            )
          })}
        </tr>
      </thead>
      <tbody className={css.body} style={{ '--height': `${virtualizer.getTotalSize()}px` } as CSSProperties}>
        {inSight.map(({ index, start }) => (
          <Row
            key={index}
            customer={rows.at(index)}
            index={index}
            topPx={start - topPx}
            columns={shown}
            isActive={index === active}
            isNarrow={isNarrow}
          />
        ))}
      </tbody>
    </Box>
  )
}

const noRows: Customer[] = []
const wideColumns: readonly ColumnName[] = ['name', 'email']
const numbers: readonly ColumnName[] = ['contacts']
const rowId = (index: number) => `customer-${index}`

type RowProps = {
  customer: Customer | undefined
  index: number
  topPx: number
  columns: readonly ColumnName[]
  isActive: boolean
  isNarrow: boolean
}

const Row = memo(function Row({ customer, index, topPx, columns, isActive, isNarrow }: RowProps) {
  const { t } = useTranslation()
  const language = useLanguage()
  const name = customer && (
    <Link to="/customers/$id" params={{ id: customer.id }} tabIndex={-1} className={tables.person}>
      {calledOf(customer, t)}
    </Link>
  )
  return (
    <tr
      id={rowId(index)}
      aria-rowindex={index + 2}
      className={`${css.row} ${isActive ? css.active : ''}`}
      style={{ '--top': `${topPx}px` } as CSSProperties}
    >
      {isNarrow ? (
        <td>
          {name ?? <Bone />}
          <p className={css.facts}>{customer && phraseOf(customer, columns, language, t)}</p>
        </td>
      ) : (
        columns.map(column => (
          <td key={column} className={numbers.includes(column) ? css.number : undefined}>
            {customer ? column === 'name' ? name : textOf(customer, column, language) : <Bone />}
          </td>
        ))
      )}
    </tr>
  )
})

/** Where something is still to come. */
const Bone = () => <span className={css.bone} />
