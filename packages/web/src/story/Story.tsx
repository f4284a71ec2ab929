import {
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  type UIEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useWidth } from '../panels/frame.ts'
import { usePrinting } from '../theme/printing.ts'
import type { StoryEvent } from './events.ts'
import type { Lanes } from './lanes.ts'
import { type Layout, layOut, type Place } from './layout.ts'
import { radiusOf } from './obstacles.ts'
import css from './Story.module.css'
import { StoryGround, StoryNames } from './StoryGround.tsx'
import { StoryMarks } from './StoryMarks.tsx'
import { StoryReadout } from './StoryReadout.tsx'
import { stepThrough } from './steps.ts'
import type { Telling } from './telling.ts'
import { labelsOf } from './wishes.ts'

type Props = {
  events: StoryEvent[]
  lanes: Lanes
  telling: Telling
  /** One sentence that tells the whole. */
  summary: string
  /** What stands over the answers. */
  said: string
  /** Says an event to a screen reader. */
  announce: (event: StoryEvent) => void
  onOpen: (event: StoryEvent) => void
}

/** A piece of the plot is drawn anew each time this much has been scrolled. */
const chunkPx = 400
const rightRoom = 20
/** On paper the story has the page to itself, from side to side. */
const paperWidth = 1376

/** One thread through all that happened: stages above the axis, channels below. One tab stop, which arrows walk. */
export function Story({ events, lanes, telling, summary, said, announce, onOpen }: Props) {
  const { t } = useTranslation()
  const printing = usePrinting()
  const [scroller, screenWidth] = useWidth<HTMLDivElement>()
  const width = printing ? paperWidth : screenWidth
  const gutter = width < 700 ? 88 : 108
  const room = width - gutter - rightRoom
  const layout = useMemo(() => (room > 0 ? layOut(events, lanes, room) : null), [events, lanes, room])
  const [chunk, setChunk] = useState(0)
  const [more, setMore] = useState(false)
  const [active, setActive] = useState<string | null>(null)
  useEndInSight(scroller, layout?.width ?? null)

  const places = layout?.places ?? []
  const index = active === null ? -1 : places.findIndex(({ event }) => event.key === active)
  const place = places[index]

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Enter' && place) onOpen(place.event)
    else {
      const step = stepThrough(event.key, place ? index : null, places)
      if (step === undefined) return
      const next = step === null ? undefined : places[step]
      setActive(next?.event.key ?? null)
      if (next) {
        announce(next.event)
        bringIntoSight(scroller.current, gutter, next.points[0].x)
      }
    }
    event.preventDefault()
  }
  const met = ({ target }: { target: EventTarget }) => {
    const mark = target instanceof Element ? target.closest('[data-event]') : null
    return places[Number(mark?.getAttribute('data-event') ?? -1)]?.event
  }
  const stop = {
    className: css.story,
    style: { minHeight: layout?.height },
    role: 'img',
    'aria-label': `${summary} ${t('story.keys')}`,
    tabIndex: 0,
    onKeyDown: press,
    onPointerMove: (event: PointerEvent) => event.pointerType === 'mouse' && setActive(met(event)?.key ?? null),
    onPointerLeave: () => setActive(null),
    onClick: (click: { target: EventTarget }) => {
      const event = met(click)
      if (event) onOpen(event)
    },
    onScroll: ({ currentTarget: { scrollLeft } }: UIEvent) => {
      setChunk(Math.floor(scrollLeft / chunkPx))
      setMore(scrollLeft > 0)
    },
  }
  const inSight = printing
    ? { from: (layout?.width ?? 0) - room, to: layout?.width ?? 0 }
    : {
        from: Math.max(0, (chunk - 2) * chunkPx),
        to: Math.min(layout?.width ?? 0, chunk * chunkPx + width + 2 * chunkPx),
      }
  return (
    <div ref={scroller} {...stop}>
      {layout && (
        <Plot
          layout={layout}
          telling={telling}
          width={width}
          gutter={gutter}
          shift={printing ? inSight.from : 0}
          {...inSight}
          said={said}
          more={more && !printing}
          place={printing ? undefined : place}
        />
      )}
    </div>
  )
}

type PlotProps = {
  layout: Layout
  telling: Telling
  width: number
  gutter: number
  /** How far paper, which cannot scroll, starts from the beginning. */
  shift: number
  from: number
  to: number
  said: string
  /** Whether events have gone beneath the names of the rows. */
  more: boolean
  /** Where the pointer or the keys are. */
  place: Place | undefined
}

function Plot({ layout, telling, width, gutter, shift, from, to, said, more, place }: PlotProps) {
  const { t } = useTranslation()
  const labels = useMemo(() => labelsOf(layout, telling), [layout, telling])
  const helped = layout.rows.some(({ side }) => side === 'sv')
  return (
    <div className={css.plot} style={{ width: gutter + layout.width - shift + rightRoom }}>
      <StoryGround layout={layout} width={width} />
      <div className={css.window} style={{ left: gutter - shift, height: layout.height }}>
        <StoryMarks layout={layout} labels={labels} from={from} to={to} />
        {place && <Ring place={place} height={layout.height} />}
      </div>
      <StoryNames
        layout={layout}
        width={gutter}
        more={more}
        said={layout.scores ? said : t('story.saidNothing')}
        cost={t(helped ? 'story.helpCost' : 'story.noHelp')}
      />
      {place && <StoryReadout place={place} telling={telling} left={gutter} right={gutter + layout.width} />}
    </div>
  )
}

const ringRoom = 20

function Ring({ place: { event, points }, height }: { place: Place; height: number }) {
  const left = points[0].x - ringRoom
  return (
    <svg className={css.ring} style={{ left }} height={height} aria-hidden="true">
      {points.map(({ x, y }) => (
        <circle key={x} cx={x - left} cy={y} r={radiusOf(event) + 4} />
      ))}
    </svg>
  )
}

/** A story opens at its end, and earlier events come in at the left without moving what is read. */
function useEndInSight(scroller: RefObject<HTMLDivElement | null>, width: number | null) {
  const before = useRef(0)
  useLayoutEffect(() => {
    if (!scroller.current || width === null) return
    scroller.current.scrollLeft += width - before.current
    before.current = width
  }, [scroller, width])
}

/** Room beside an event that a key leads to, so that its neighbour shows. */
const sightMargin = 40

function bringIntoSight(scroller: HTMLDivElement | null, gutter: number, x: number) {
  if (!scroller) return
  const seen = scroller.clientWidth - gutter
  if (x - sightMargin < scroller.scrollLeft) scroller.scrollLeft = x - sightMargin
  else if (x + sightMargin > scroller.scrollLeft + seen) scroller.scrollLeft = x + sightMargin - seen
}
