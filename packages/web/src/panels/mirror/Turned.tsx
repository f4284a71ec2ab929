import type { CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { MirrorKey } from '../../findings/mirror.ts'
import { figure, shortFigure } from '../../format/figures.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import type { MirrorDrawn } from './Leaves.tsx'
import { StageValue } from './StageValue.tsx'
import css from './Turned.module.css'

/** Stages down the page, on a spine of what help costs for a euro: what each brings in goes left, what help costs right. */
export function Turned({ stages, worst, notation }: MirrorDrawn) {
  const { t } = useTranslation()
  const { openDefinition } = useDrawers()
  const amounts = stages.flatMap(({ figures: { RETAINED_MARGIN: margin, SERVICE_COST: cost } }) =>
    [margin.value, margin.ideal, cost.value, cost.ideal].map(amount => amount ?? 0),
  )
  const most = Math.max(0, ...amounts)
  const long = (amount: number | null) =>
    ({ '--long': most === 0 ? 0 : Math.max(0, amount ?? 0) / most }) as CSSProperties
  const head = (key: MirrorKey) => (
    <th scope="col">
      <button type="button" onClick={() => openDefinition(key)} title={t('definition.title')}>
        {t(`mirror.row.${key}.name`)}
      </button>
    </th>
  )
  return (
    <table className={`${css.turned} figures`}>
      <caption className="unseen">{t('mirror.turned.about')}</caption>
      <thead>
        <tr>
          {head('RETAINED_MARGIN')}
          {head('SERVICE_COST_RATIO')}
          {head('SERVICE_COST')}
        </tr>
      </thead>
      <tbody>
        {stages.map(stage => {
          const { RETAINED_MARGIN: margin, SERVICE_COST_RATIO: ratio, SERVICE_COST: cost } = stage.figures
          const excess = stage.excess ?? 0
          return (
            <tr key={stage.id} className={stage === worst ? css.hot : undefined}>
              <td>
                <div className={css.left}>
                  <i style={long(margin.value)} />
                  <StageValue stage={stage} of="RETAINED_MARGIN">
                    {shortFigure(margin.value, notation('money'))}
                  </StageValue>
                </div>
              </td>
              <th scope="row">
                <b>{stage.name}</b>
                <span className={stage === worst ? css.flag : undefined}>{figure(ratio.value, notation('money'))}</span>
              </th>
              <td>
                <div className={css.right}>
                  <i style={long((cost.value ?? 0) - excess)} />
                  {excess > 0 && <i className={css.excess} style={long(excess)} />}
                  {cost.ideal !== null && <s style={long(cost.ideal)} title={t('mirror.ideal')} />}
                  <StageValue stage={stage} of="SERVICE_COST">
                    {shortFigure(cost.value, notation('money'))}
                  </StageValue>
                </div>
                {stage.timeWellSpent && <small>{t('mirror.noTarget')}</small>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
