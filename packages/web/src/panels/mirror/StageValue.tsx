import { useTranslation } from 'react-i18next'
import { isThin, type MirrorKey, type MirrorStage } from '../../findings/mirror.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import css from './Mirror.module.css'

/** A figure of a stage; it opens the records that it stands on. */
export function StageValue({ stage, of, children }: { stage: MirrorStage; of: MirrorKey; children: string }) {
  const { t } = useTranslation()
  const { openRecords } = useDrawers()
  const figure = stage.figures[of]
  if (figure.value === null) return <span className={css.value}>{children}</span>
  return (
    <button
      type="button"
      className={`${css.value} ${isThin(figure) ? css.thin : ''}`}
      onClick={() => openRecords({ key: of, only: { stage: [stage.id] } })}
      title={t(isThin(figure) ? 'mirror.thin' : 'mirror.open')}
    >
      {children}
    </button>
  )
}
