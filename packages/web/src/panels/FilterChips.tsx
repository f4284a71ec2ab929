import { Menu } from '@mantine/core'
import { IconFilter, IconX } from '@tabler/icons-react'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Chosen, type FilterField, filterFields } from '../routes/scope.ts'
import { usePrinting } from '../theme/printing.ts'
import { PopoverPick } from './PopoverPick.tsx'
import css from './ScopeBar.module.css'
import { useFilterValues } from './useFilterValues.ts'

const FilterValues = lazy(() => import('./FilterValues.tsx'))

/** What the page may be narrowed to by hand; the other fields come from a figure that was opened. */
const usuallyOffered: readonly FilterField[] = [
  'brand',
  'segment',
  'country',
  'channel',
  'team',
  'topic',
  'trigger',
  'department',
]

type Props = { offered?: readonly FilterField[]; chosen: Chosen; onChange: (chosen: Chosen) => void }

/** One chip for each field that the page is narrowed by, and a button for one more. */
export function FilterChips({ offered = usuallyOffered, chosen, onChange }: Props) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<FilterField | null>(null)
  const set = (field: FilterField, values: readonly string[]) => {
    const { [field]: _, ...others } = chosen
    onChange(values.length === 0 ? others : { ...others, [field]: values })
  }
  const shown = filterFields.filter(field => field === opened || chosen[field])
  return (
    <>
      {shown.map(field => (
        <Chip
          key={field}
          field={field}
          values={chosen[field] ?? []}
          opened={field === opened}
          onOpened={isOpen => setOpened(isOpen ? field : null)}
          onPick={values => set(field, values)}
        />
      ))}
      <Menu>
        <Menu.Target>
          <button type="button" className={css.pick} data-on-screen-only>
            <IconFilter size={15} stroke={1.75} aria-hidden="true" />
            {t('filters.add')}
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {offered.map(field => (
            <Menu.Item key={field} onClick={() => setOpened(field)}>
              {t(`dimension.${field}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}

type ChipProps = {
  field: FilterField
  values: readonly string[]
  opened: boolean
  onOpened: (opened: boolean) => void
  onPick: (values: readonly string[]) => void
}

function Chip({ field, values, opened, onOpened, onPick }: ChipProps) {
  const { t } = useTranslation()
  // On paper nobody can open it to see the rest.
  const printing = usePrinting()
  const { labelOf } = useFilterValues(field, values.length > 0 || opened)
  const name = t(`dimension.${field}`)
  const said =
    values.length === 0
      ? t('filters.all')
      : values.length > 2 && !printing
        ? t('filters.several', { count: values.length })
        : values.map(labelOf).join(', ')
  return (
    <span className={css.chip}>
      <PopoverPick
        label={name}
        said={
          <>
            <span className={css.soft}>{name}</span>
            <b>{said}</b>
          </>
        }
        opened={opened}
        onOpened={onOpened}
      >
        <FilterValues field={field} values={values} onPick={onPick} />
      </PopoverPick>
      {values.length > 0 && (
        <button type="button" className={css.drop} onClick={() => onPick([])} aria-label={t('filters.drop', { name })}>
          <IconX size={14} stroke={1.75} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
