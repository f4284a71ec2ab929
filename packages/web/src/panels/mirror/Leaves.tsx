import { useTranslation } from 'react-i18next'
import type { MirrorKey, MirrorStage, StageFigure } from '../../findings/mirror.ts'
import { figure, type Notation, shortFigure, type Unit } from '../../format/figures.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import css from './Mirror.module.css'
import { above, below, type Row } from './rows.ts'
import { StageValue } from './StageValue.tsx'

/** Both columns of bars together, in px: one scale of money up and down. */
const BARS_PX = 300
/** A bar's figure stands beyond its end. */
const HEADROOM_PX = 34

export type MirrorDrawn = {
  stages: readonly MirrorStage[]
  worst: MirrorStage | null
  notation: (unit: Unit) => Notation
}

/** Stages as columns: what each brings in stands upright, and what help in it costs hangs beneath. */
export function Leaves({ stages, worst, notation }: MirrorDrawn) {
  const { t } = useTranslation()
  const { openDefinition } = useDrawers()
  const largest = (key: MirrorKey) =>
    Math.max(0, ...stages.flatMap(({ figures }) => [figures[key].value ?? 0, figures[key].ideal ?? 0]))
  const [up, down] = [largest('RETAINED_MARGIN'), largest('SERVICE_COST')]
  const px = (amount: number) => (up + down === 0 ? 0 : (Math.max(0, amount) / (up + down)) * BARS_PX)

  const label = (key: MirrorKey) => (
    <th scope="row" className={css.label}>
      <button type="button" onClick={() => openDefinition(key)} title={t('definition.title')}>
        {t(`mirror.row.${key}.name`)}
      </button>
      <small>{t(`mirror.row.${key}.about`)}</small>
    </th>
  )
  const bullets = (rows: readonly Row[]) =>
    rows.map(({ key, lens, unit, least, most }) => (
      <tr key={key} className={css[lens]}>
        {label(key)}
        {stages.map(stage => (
          <td key={stage.id} className={stage === worst ? css.hot : undefined}>
            <StageValue stage={stage} of={key}>
              {figure(stage.figures[key].value, notation(unit))}
            </StageValue>
            <Bullet of={stage.figures[key]} least={least} most={most ?? (largest(key) || 1)} lens={lens} />
          </td>
        ))}
      </tr>
    ))
  return (
    <div className={css.scroll}>
      <table className={`${css.mirror} figures`}>
        <caption className="unseen">{t('mirror.upright.about')}</caption>
        <tbody>
          {bullets(above)}
          <tr className={`${css.cx} ${css.bars}`}>
            {label('RETAINED_MARGIN')}
            {stages.map(stage => {
              const { value } = stage.figures.RETAINED_MARGIN
              return (
                <td
                  key={stage.id}
                  className={stage === worst ? css.hot : undefined}
                  style={{ height: px(up) + HEADROOM_PX }}
                >
                  <div className={css.up}>
                    <StageValue stage={stage} of="RETAINED_MARGIN">
                      {shortFigure(value, notation('money'))}
                    </StageValue>
                    <i style={{ height: px(value ?? 0) }} />
                  </div>
                </td>
              )
            })}
          </tr>
          <tr className={css.spine}>
            {label('SERVICE_COST_RATIO')}
            {stages.map(stage => (
              <td key={stage.id} className={stage === worst ? css.hot : undefined}>
                <b>{stage.name}</b>
                <span className={stage === worst ? css.flag : undefined}>
                  {figure(stage.figures.SERVICE_COST_RATIO.value, notation('money'))}
                </span>
              </td>
            ))}
          </tr>
          <tr className={`${css.sv} ${css.bars}`}>
            {label('SERVICE_COST')}
            {stages.map(stage => {
              const { value, ideal } = stage.figures.SERVICE_COST
              return (
                <td
                  key={stage.id}
                  className={stage === worst ? css.hot : undefined}
                  style={{ height: px(down) + HEADROOM_PX }}
                >
                  <div className={css.down}>
                    <i style={{ height: px((value ?? 0) - (stage.excess ?? 0)) }} />
                    {(stage.excess ?? 0) > 0 && <i className={css.excess} style={{ height: px(stage.excess ?? 0) }} />}
                    {ideal !== null && <s style={{ top: px(ideal) }} title={t('mirror.ideal')} />}
                    <StageValue stage={stage} of="SERVICE_COST">
                      {shortFigure(value, notation('money'))}
                    </StageValue>
                    {stage.timeWellSpent && <small>{t('mirror.noTarget')}</small>}
                  </div>
                </td>
              )
            })}
          </tr>
          {bullets(below)}
        </tbody>
      </table>
    </div>
  )
}

type BulletProps = { of: StageFigure; least: number; most: number; lens: 'cx' | 'sv' }

/** How far a figure reaches, and a tick where it was designed to. */
function Bullet({ of: { value, ideal }, least, most, lens }: BulletProps) {
  if (value === null) return <span className={css.track} />
  const share = (at: number) => `${Math.min(100, Math.max(0, ((at - least) / (most - least)) * 100))}%`
  return (
    <span className={`${css.track} ${lens === 'cx' ? css.trackCx : css.trackSv}`} aria-hidden="true">
      <i style={{ width: share(value) }} />
      {ideal !== null && <s style={{ left: share(ideal) }} />}
    </span>
  )
}
