import '@mantine/core/styles/Input.layer.css'
import { Menu, TextInput } from '@mantine/core'
import { useDebouncedCallback, useMediaQuery } from '@mantine/hooks'
import { IconColumns3, IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { count } from '../../../format/figures.ts'
import { useLanguage } from '../../../i18n/language.ts'
import { useMe } from '../../../routes/useMe.ts'
import { useScope } from '../../../routes/useScope.ts'
import { useSignIn } from '../../../routes/useSignIn.ts'
import { today } from '../../../time/days.ts'
import { type Preset, presets } from '../../../time/periods.ts'
import { Failed } from '../../Failed.tsx'
import { FilterChips } from '../../FilterChips.tsx'
import page from '../../Page.module.css'
import bar from '../../ScopeBar.module.css'
import { Choice } from '../../ScopeBar.tsx'
import css from './CustomerList.module.css'
import { CustomerTable, rowsMost } from './CustomerTable.tsx'
import {
  type ColumnName,
  columnNames,
  orderedBy,
  personalColumns,
  readColumns,
  readSort,
  type Sort,
  writeColumns,
  writeSort,
} from './columns.ts'
import {
  type CustomerFilters,
  contactCounts,
  customersWhere,
  dormantDays,
  known,
  manyContacts,
  ordereds,
  readFilters,
  unknownOf,
} from './filters.ts'
import { SaveCustomers } from './SaveCustomers.tsx'
import { useCustomerRows } from './useCustomerRows.ts'

/** Long enough for a hand to go on typing. */
const typingMs = 250

/** Every customer, one a row: found, narrowed, ordered, and with the columns that somebody chose. */
export default function CustomerList() {
  const { t } = useTranslation()
  const language = useLanguage()
  const search = useSearch({ from: '/customers' })
  const navigate = useNavigate({ from: '/customers' })
  const isNarrow = useMediaQuery('(max-width: 699px)', undefined, { getInitialValueInEffect: false }) ?? false
  const { me } = useMe()
  const seesPersons = me?.role !== 'ANALYST'
  const { scope, broken: brokenScope, change: changeScope } = useScope()
  const read = useMemo(() => {
    const broken: string[] = []
    const told = readColumns(search.show, broken)
    return { filters: readFilters(search, broken), sort: readSort(search.sort, broken), told, broken }
  }, [search])
  const { filters, sort } = read
  const columns = read.told.filter(name => name === 'name' || seesPersons || !personalColumns.includes(name))
  const question = {
    where: customersWhere(filters, scope.chosen, today()),
    orderBy: { field: orderedBy[sort.column] ?? 'ACQUIRED_AT', direction: sort.descending ? 'DESC' : 'ASC' },
    contacts: columns.includes('contacts'),
    lastOrder: columns.includes('lastOrder'),
  } as const
  const kept = useCustomerRows(question)
  const { rows } = kept
  useSignIn(rows.failure)
  const change = (changed: Partial<Record<'find' | 'ordered' | 'contacts' | 'acquired' | 'sort' | 'show', string>>) =>
    void navigate({ search: old => ({ ...old, ...changed }), replace: true, resetScroll: false })
  const find = useDebouncedCallback((typed: string) => change({ find: typed.trim() || undefined }), typingMs)
  const broken = [...brokenScope, ...read.broken]
  const leftOut = unknownOf(scope.chosen).map(field => t(`dimension.${field}`).toLocaleLowerCase())
  const isNarrowed = question.where !== null
  return (
    <>
      <fieldset className={bar.filters}>
        <legend className="unseen">{t('customers.listing.filters')}</legend>
        {seesPersons && (
          <TextInput
            type="search"
            aria-label={t('customers.listing.find')}
            placeholder={t('customers.listing.find')}
            defaultValue={filters.find}
            onChange={event => find(event.currentTarget.value)}
            leftSection={<IconSearch size={15} stroke={1.75} aria-hidden="true" />}
            maxLength={100}
            classNames={{ root: css.find, input: css.input }}
          />
        )}
        <Narrowing filters={filters} onChange={change} />
        <FilterChips offered={known} chosen={scope.chosen} onChange={chosen => changeScope({ chosen })} />
        <span className={css.tools}>
          {isNarrow && (
            <SortPick sort={sort} columns={columns} onPick={picked => change({ sort: writeSort(picked) })} />
          )}
          <ColumnPick
            shown={columns}
            offered={columnNames.filter(name => seesPersons || !personalColumns.includes(name))}
            onPick={picked => change({ show: writeColumns(picked) })}
          />
          <SaveCustomers question={question} columns={columns} total={rows.total} />
        </span>
      </fieldset>
      {broken.length > 0 && (
        <p className={page.notice} role="status">
          {t('brokenAddress', { names: broken.join(', ') })}
        </p>
      )}
      <div className={page.lede}>
        <div role="status">
          <h1 className="figures">
            {rows.total === null
              ? t(rows.failure ? 'headline.failed' : 'headline.loading')
              : t(isNarrowed ? 'customers.listing.such' : 'customers.listing.everybody', {
                  count: rows.total,
                  shown: count(rows.total, language),
                })}
          </h1>
          <p className={page.beside}>
            {rows.failure ? (
              <Refusal failure={rows.failure} onRetry={() => rows.retry()} />
            ) : (
              t('customers.listing.lead')
            )}
            {leftOut.length > 0 && ` ${t('customers.listing.leftOut', { names: leftOut.join(', ') })}`}
          </p>
        </div>
      </div>
      {(!rows.failure || rows.total !== null) && (
        <section className={`${page.sheet} ${css.list}`} aria-busy={rows.total === null}>
          {rows.total === 0 ? (
            <p className={css.none}>{t(isNarrowed ? 'customers.listing.noneSuch' : 'customers.none')}</p>
          ) : (
            <CustomerTable
              kept={kept}
              columns={columns}
              sort={sort}
              onSort={picked => change({ sort: writeSort(picked) })}
              isNarrow={isNarrow}
            />
          )}
          {rows.total !== null && rows.total > rowsMost && (
            <p className={css.none}>
              {t('customers.listing.cut', { shown: count(rowsMost, language), all: count(rows.total, language) })}
            </p>
          )}
        </section>
      )}
    </>
  )
}

function Refusal({ failure, onRetry }: Parameters<typeof Failed>[0]) {
  const { t } = useTranslation()
  if (failure?.code === 'ROWS_WITHHELD') return t('customers.rows')
  if (failure?.code === 'PERSONAL_DATA') return t('customers.personal')
  return <Failed failure={failure} onRetry={onRetry} />
}

type NarrowingProps = {
  filters: CustomerFilters
  onChange: (changed: Partial<Record<'ordered' | 'contacts' | 'acquired', string>>) => void
}

/** By what is known of customers alone; what other pages are narrowed by too stands beside it. */
function Narrowing({ filters, onChange }: NarrowingProps) {
  const { t } = useTranslation()
  const all = t('customers.listing.all')
  const say = (name: 'ordered' | 'contacts' | 'acquired', picked: string) =>
    onChange({ [name]: picked === '' ? undefined : picked })
  return (
    <>
      <Choice
        label={t('customers.listing.ordered')}
        before={t('customers.listing.ordered')}
        chosen={filters.ordered ?? ''}
        options={[
          ['', all],
          ...ordereds.map((one): [string, string] => [
            one,
            t(`customers.listing.ordereds.${one}`, { days: dormantDays }),
          ]),
        ]}
        onPick={picked => say('ordered', picked)}
      />
      <Choice
        label={t('customers.listing.column.contacts')}
        before={t('customers.listing.column.contacts')}
        chosen={filters.contacts ?? ''}
        options={[
          ['', all],
          ...contactCounts.map((one): [string, string] => [
            one,
            t(`customers.listing.contactCounts.${one}`, { count: manyContacts }),
          ]),
        ]}
        onPick={picked => say('contacts', picked)}
      />
      <Choice<Preset | ''>
        label={t('customers.listing.column.since')}
        before={t('customers.listing.column.since')}
        chosen={filters.acquired ?? ''}
        options={[['', all], ...presets.map((one): [Preset, string] => [one, t(`preset.${one}`)])]}
        onPick={picked => say('acquired', picked)}
      />
    </>
  )
}

type ColumnPickProps = {
  shown: readonly ColumnName[]
  offered: readonly ColumnName[]
  onPick: (shown: readonly ColumnName[]) => void
}

function ColumnPick({ shown, offered, onPick }: ColumnPickProps) {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={bar.pick}>
          <IconColumns3 size={15} stroke={1.75} aria-hidden="true" />
          {t('customers.listing.columns')}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {offered
          .filter(name => name !== 'name')
          .map(name => (
            <Menu.CheckboxItem
              key={name}
              checked={shown.includes(name)}
              onChange={on => onPick(on ? [...shown, name] : shown.filter(one => one !== name))}
            >
              {t(`customers.listing.column.${name}`)}
            </Menu.CheckboxItem>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

type SortPickProps = { sort: Sort; columns: readonly ColumnName[]; onPick: (sort: Sort) => void }

/** Where columns have no heads to press. */
function SortPick({ sort, columns, onPick }: SortPickProps) {
  const { t } = useTranslation()
  const options = columnNames
    .filter(name => orderedBy[name] && (columns.includes(name) || name === 'since'))
    .map((name): [string, string] => [name, t(`customers.listing.column.${name}`)])
  return (
    <Choice
      label={t('customers.listing.order')}
      before={t('customers.listing.order')}
      chosen={sort.column}
      options={options}
      onPick={picked => {
        const column = columnNames.find(name => name === picked)
        if (column) onPick({ column, descending: column === 'since' })
      }}
    />
  )
}
