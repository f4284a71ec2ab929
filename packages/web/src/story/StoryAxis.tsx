import { useTranslation } from 'react-i18next'
import { monthWord, shortYear } from '../format/dates.ts'
import { useLanguage } from '../i18n/language.ts'
import { daySpans, monthSpans, spansYears } from './axis.ts'
import type { Layout } from './layout.ts'
import css from './Story.module.css'
import { silenceName } from './sentence.ts'

/** A name needs this much room before the short form takes its place. */
const longMonthPx = 64

/** Days and months on the hinge, and the silences that were cut out. */
export function StoryAxis({ layout, from, to }: { layout: Layout; from: number; to: number }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { axis, height, silences } = layout
  const withYear = spansYears(layout.places)
  return (
    <g className={css.axis}>
      {daySpans(layout)
        .filter(span => span.to >= from && span.from <= to)
        .map(span => (
          <g key={span.day}>
            <text x={(span.from + span.to) / 2} y={axis.top + 23} className={css.day}>
              {Number(span.day.slice(8))}
            </text>
            <path d={`M${span.from + 4} ${axis.top + 30}H${span.to - 4}`} stroke="var(--rule-2)" />
          </g>
        ))}
      {monthSpans(layout)
        .filter(span => span.to >= from && span.from <= to)
        .map(span => (
          <text key={span.day} x={(span.from + span.to) / 2} y={axis.top + 46} className={css.month}>
            {monthWord(span.day, language, span.to - span.from < longMonthPx ? 'short' : 'long')}
            {withYear && ` ${shortYear(span.day)}`}
          </text>
        ))}
      {silences
        .filter(({ x }) => x >= from - 60 && x <= to + 60)
        .map(({ x, days }) => (
          <g key={x}>
            <path d={`M${x - 4} ${axis.top + 28}l4 -12M${x + 1} ${axis.top + 28}l4 -12`} className={css.cut} />
            <path d={`M${x} 28V${axis.top}M${x} ${axis.bottom}V${height - 12}`} className={css.gap} />
            <text x={x} y="20" className={css.silence}>
              {silenceName(days, t)}
            </text>
          </g>
        ))}
    </g>
  )
}
