import '@mantine/core/styles/Input.layer.css'
import '@mantine/core/styles/ModalBase.layer.css'
import '@mantine/core/styles/Modal.layer.css'
import '@mantine/core/styles/Overlay.layer.css'
import '@mantine/core/styles/Paper.layer.css'
import '@mantine/core/styles/ScrollArea.layer.css'
import '@mantine/spotlight/styles.layer.css'
import { createSpotlight, Spotlight, useSpotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import css from './Palette.module.css'
import { recentChoices, rememberChoice } from './recent.ts'
import { type Choice, found } from './search.ts'
import { useChoices } from './useChoices.ts'
import { useNamed } from './useNamed.ts'

const [store, palette] = createSpotlight()

const isUsual = ({ id }: Choice) => /^(page:|help|link|pdf|csv|unfiltered)/.test(id)

/** Customers are not kept from visit to visit: their names belong to nobody's browser. */
const isKept = ({ id }: Choice) => !id.startsWith('customer:')

/** One field that leads everywhere and does everything. */
export default function Palette({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const typed = query.trim()
  const [recent] = useState(recentChoices)
  const { customers, seesPersons } = useNamed(typed)
  const shown = [...found(useChoices(onHelp), typed, recent, isUsual), ...customers]
  const { selected, listId } = useSpotlight(store)
  const atHand = shown[selected]
  // What was chosen is done once the palette has gone and has given the focus back: it may put it elsewhere.
  const chosen = useRef<(() => void) | null>(null)
  const isSecond = useRef(false)
  const choose = (choice: Choice) => {
    chosen.current = isSecond.current && choice.second ? choice.second.run : choice.run
    if (isKept(choice)) rememberChoice(choice.id)
  }
  const press = (event: KeyboardEvent) => {
    // A capital letter has Shift too, and what is clicked after it is meant as it stands.
    isSecond.current = event.shiftKey && event.key === 'Enter'
  }
  // Opened once it is there: what appears open would not know where the focus came from.
  useEffect(() => palette.open(), [])
  const ids = shown.map(({ id }) => id).join('\n')
  useEffect(() => {
    if (ids !== '') store.updateState(state => ({ ...state, selected: 0 }))
  }, [ids])

  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={setQuery}
      shortcut={null}
      scrollable
      maxHeight={480}
      size={560}
      radius="lg"
      attributes={{ content: { 'aria-label': t('palette.label') } }}
      overlayProps={{ backgroundOpacity: 0.16 }}
      transitionProps={{ duration: 120, transition: 'fade' }}
      onExitTransitionEnd={() => {
        onClose()
        chosen.current?.()
      }}
      classNames={{
        content: css.content,
        search: css.search,
        actionsList: css.list,
        action: css.choice,
        empty: css.empty,
        footer: css.foot,
      }}
    >
      <Spotlight.Search
        placeholder={t('palette.placeholder')}
        aria-label={t('palette.label')}
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={atHand && `${listId}-${selected}`}
        autoComplete="off"
        maxLength={100}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden="true" />}
        onKeyDown={press}
        data-autofocus
      />
      <Spotlight.ActionsList role="listbox" aria-label={t('palette.label')}>
        {shown.map((choice, index) => (
          <Spotlight.Action
            key={choice.id}
            // It keeps an `id` to itself; the field says by it which choice is at hand.
            ref={option => option?.setAttribute('id', `${listId}-${index}`)}
            role="option"
            aria-selected={index === selected}
            data-selected={index === selected || undefined}
            onMouseMove={() => store.updateState(state => ({ ...state, selected: index }))}
            onClick={event => {
              isSecond.current ||= event.shiftKey
              choose(choice)
            }}
          >
            <span className={css.name}>{choice.label}</span>
            <span className={css.kind}>{choice.kind}</span>
          </Spotlight.Action>
        ))}
        {shown.length === 0 && (
          <Spotlight.Empty>
            <p>{t('palette.nothing', { typed })}</p>
            <p>{t(seesPersons ? 'palette.tryWithPersons' : 'palette.try')}</p>
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
      <Spotlight.Footer>
        <span>
          <kbd>Enter</kbd> {t('palette.choose')}
        </span>
        {atHand?.second && (
          <span>
            <kbd>Shift</kbd> <kbd>Enter</kbd> {atHand.second.label}
          </span>
        )}
        <span>
          <kbd>Esc</kbd> {t('palette.away')}
        </span>
      </Spotlight.Footer>
    </Spotlight.Root>
  )
}
