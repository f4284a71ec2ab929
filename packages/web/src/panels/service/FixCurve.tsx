import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AnnotationsContext } from '../../charts/annotations.ts'
import { createCrosshair } from '../../charts/crosshair.ts'
import { FramedLine } from '../../charts/FramedLine.tsx'
import type { LinePoint } from '../../charts/line.ts'
import { count, figure, type Notation } from '../../format/figures.ts'
import type { ServiceQuery } from '../../graphql/generated/graphql.ts'
import { useLanguage } from '../../i18n/language.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import type { PageAnswer } from '../MeasurePanel.tsx'
import { Panel } from '../Panel.tsx'
import { stateOf } from './Handling.tsx'

type Props = { answer: PageAnswer; curve: ServiceQuery['fixCurve'] | undefined; heightPx: number }

const named = new Set([1, 7, 14, 21, 30])
const span = { from: '1970-01-01', to: '1970-01-02' }

/** First-time fix by how long nobody may come back: the longer one waits, the fewer were really fixed. */
export function FixCurve({ answer, curve, heightPx }: Props) {
  const { t } = useTranslation()
  const language = useLanguage()
  const { openDefinition, openRecords } = useDrawers()
  const [crosshair] = useState(createCrosshair)
  const notation: Notation = useMemo(() => ({ unit: 'share', language, currency: 'EUR' }), [language])
  const points = useMemo(
    () =>
      (curve ?? []).map(
        ({ value: { value, interval, n } }, index, all): LinePoint => ({
          at: all.length > 1 ? index / (all.length - 1) : 0,
          value,
          low: interval?.low ?? null,
          high: interval?.high ?? null,
          before: null,
          n,
          settled: true,
        }),
      ),
    [curve],
  )
  const timeline = useMemo(
    () => ({
      span,
      crosshair,
      buckets: (curve ?? []).map(({ windowDays }, index) => ({
        start: String(windowDays),
        end: String(windowDays + 1),
        at: points[index]?.at ?? 0,
        name: t('service.curve.within', { count: windowDays }),
      })),
    }),
    [curve, points, crosshair, t],
  )
  const valueAt = (days: number) => curve?.find(({ windowDays }) => windowDays === days)?.value.value ?? null
  return (
    <Panel
      title={t('service.curve.title')}
      about={
        valueAt(30) === null
          ? t('service.curve.plain')
          : t('service.curve.about', { week: figure(valueAt(7), notation), month: figure(valueAt(30), notation) })
      }
      lens="sv"
      state={stateOf(
        answer,
        curve !== undefined,
        points.every(({ value }) => value === null),
      )}
      onRetry={answer.retry}
      height={heightPx + 30}
      table={{
        columns: [
          { key: 'days', label: t('service.curve.days'), isNumber: true },
          { key: 'value', label: t('chart.table.value'), isNumber: true },
          { key: 'n', label: t('chart.table.n'), isNumber: true },
        ],
        rows: (curve ?? []).map(({ windowDays, value: { value, n } }) => ({
          days: { value: windowDays, text: String(windowDays) },
          value: { value, text: figure(value, notation) },
          n: { value: n, text: count(n, language) },
        })),
      }}
    >
      {/* Its axis is no time at which anything happened. */}
      <AnnotationsContext value={[]}>
        <FramedLine
          name={t('service.curve.title')}
          points={points}
          timeline={timeline}
          bucketsPerMonth={7}
          notation={notation}
          lens="sv"
          heightPx={heightPx}
          onDefinition={() => openDefinition('FIRST_TIME_FIX')}
          onRecords={index => {
            const days = index === null ? undefined : curve?.[index]?.windowDays
            openRecords({ key: 'FIRST_TIME_FIX', ...(days && { params: { windowDays: String(days) } }) })
          }}
          foot={plotWidth => (
            <svg width={plotWidth} height={30} aria-hidden="true" style={{ overflow: 'visible' }}>
              {(curve ?? []).flatMap(({ windowDays }, index) =>
                named.has(windowDays)
                  ? [
                      <text
                        key={windowDays}
                        x={(points[index]?.at ?? 0) * plotWidth}
                        y={20}
                        fontSize={11}
                        fill="var(--ink-3)"
                        textAnchor={index === 0 ? 'start' : 'middle'}
                      >
                        {t('service.curve.tick', { count: windowDays })}
                      </text>,
                    ]
                  : [],
              )}
            </svg>
          )}
        />
      </AnnotationsContext>
    </Panel>
  )
}
