import { Menu } from '@mantine/core'
import { IconCalendar, IconChevronDown } from '@tabler/icons-react'
import { lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { periodName } from '../format/dates.ts'
import { useLanguage } from '../i18n/language.ts'
import { daysOf, grains, type Scope } from '../routes/scope.ts'
import { useScope } from '../routes/useScope.ts'
import float from '../theme/float.module.css'
import { type Day, today } from '../time/days.ts'
import { type ComparedWith, type Grain, type Period, periodOf, presets } from '../time/periods.ts'
import { FilterChips } from './FilterChips.tsx'
import page from './Page.module.css'
import { PopoverPick } from './PopoverPick.tsx'
import css from './ScopeBar.module.css'

const RangePicker = lazy(() => import('./RangePicker.tsx'))

type Props = {
  /** The grain that is drawn, where the page knows better than the scope; null hides the choice. */
  grain?: Grain | null
  /** The grain that held too little to read, when a coarser one took its place. */
  steppedUpFrom?: Grain | null
  /** The grain that the period is too long for, where the page draws fewer buckets than a line does. */
  tooFine?: Grain | null
}

/** What the page is about: which days, beside which other days, in which steps, of what. */
export function ScopeBar({ grain: drawn, steppedUpFrom = null, tooFine }: Props) {
  const { t } = useTranslation()
  const { scope, grain, tooFine: tooFineForLines, broken, change } = useScope()
  const shown = drawn === undefined ? grain : drawn
  const passedOver = steppedUpFrom ?? (tooFine === undefined ? tooFineForLines : tooFine)
  return (
    <>
      <fieldset className={css.filters}>
        <legend className="unseen">{t('filters.label')}</legend>
        <PeriodPick scope={scope} onPick={period => change({ period })} />
        <Choice<ComparedWith>
          label={t('filters.comparison')}
          before={t('filters.against')}
          chosen={scope.against}
          options={[
            ['year', t('filters.year')],
            ['previous', t('filters.previous')],
          ]}
          onPick={against => change({ against })}
        />
        {shown && (
          <Choice<Grain | 'AUTO'>
            label={t('filters.grain')}
            shown={t(`grain.${shown}`)}
            chosen={scope.grain ?? 'AUTO'}
            options={[
              ['AUTO', t('filters.automatic')],
              ...grains.map((step): [Grain, string] => [step, t(`grain.${step}`)]),
            ]}
            onPick={picked => change({ grain: picked === 'AUTO' ? null : picked })}
          />
        )}
        <FilterChips chosen={scope.chosen} onChange={chosen => change({ chosen })} />
        {passedOver && shown && (
          <span className={css.hint} role="status">
            {t(steppedUpFrom ? 'filters.steppedUp' : 'filters.tooFine', {
              finer: t(`bucket.${passedOver}`),
              coarser: t(`perGrain.${shown}`),
            })}
          </span>
        )}
      </fieldset>
      {broken.length > 0 && (
        <p className={page.notice} role="status">
          {t('brokenAddress', { names: broken.join(', ') })}
        </p>
      )}
    </>
  )
}

function PeriodPick({ scope, onPick }: { scope: Scope; onPick: (period: Scope['period']) => void }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const [opened, setOpened] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const on: Day = today()
  const period: Period = daysOf(scope, on)
  const preset = typeof scope.period === 'string' ? scope.period : null
  const pick = (picked: Scope['period']) => {
    setOpened(false)
    onPick(picked)
  }
  return (
    <PopoverPick
      label={t('filters.label')}
      said={
        <>
          <IconCalendar size={16} stroke={1.75} aria-hidden="true" />
          <b>{t(`preset.${preset ?? 'own'}`)}</b>
          <span className={`${css.soft} ${css.dates} figures`}>{periodName(period, language)}</span>
        </>
      }
      opened={opened}
      onOpened={setOpened}
      onGone={() => setChoosing(false)}
    >
      {choosing ? (
        <div className={css.calendar}>
          <RangePicker period={period} latest={on} onPick={pick} />
        </div>
      ) : (
        <>
          {presets.map(name => (
            <button
              key={name}
              type="button"
              className={float.option}
              aria-current={name === preset}
              onClick={() => pick(name)}
            >
              {t(`preset.${name}`)}
              <span className="figures">{periodName(periodOf(name, on), language)}</span>
            </button>
          ))}
          <button
            type="button"
            className={float.option}
            aria-current={preset === null}
            onClick={() => setChoosing(true)}
          >
            {t('filters.ownRange')}
            <IconCalendar size={14} stroke={1.75} aria-hidden="true" />
          </button>
        </>
      )}
    </PopoverPick>
  )
}

type ChoiceProps<T extends string> = {
  label: string
  before?: string
  /** What the button says when it is not simply the chosen option. */
  shown?: string
  chosen: T
  options: [T, string][]
  onPick: (picked: T) => void
}

/** A button that says what is chosen, and opens onto what else there is. */
export function Choice<T extends string>({ label, before, shown, chosen, options, onPick }: ChoiceProps<T>) {
  const name = shown ?? options.find(([value]) => value === chosen)?.[1]
  return (
    <Menu>
      <Menu.Target>
        <button type="button" className={css.pick}>
          <span className="unseen">{label}: </span>
          {before && <span className={css.soft}>{before}</span>}
          <b>{name}</b>
          <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(([value, text]) => (
          <Menu.RadioItem
            key={value}
            value={value}
            checked={value === chosen}
            closeMenuOnClick
            onChange={() => onPick(value)}
          >
            {text}
          </Menu.RadioItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
