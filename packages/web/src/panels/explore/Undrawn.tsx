import { useTranslation } from 'react-i18next'
import { fieldOf } from '../../routes/dimension.ts'
import page from '../Page.module.css'
import css from './Answer.module.css'
import { type Definition, type Exploration, sharedDimensions } from './exploration.ts'

type Props = {
  exploration: Exploration
  definitions: readonly Definition[]
  onChange: (exploration: Exploration) => void
}

/** Why the chosen form cannot draw what is asked, and what comes nearest: another split, or another form. */
export function Undrawn({ exploration, definitions, onChange }: Props) {
  const { t } = useTranslation()
  const known = sharedDimensions(definitions)
  const nearest = known.includes('CHANNEL') ? 'CHANNEL' : known[0]
  const isHeat = exploration.shape === 'heat'
  return (
    <section className={`${page.sheet} ${css.face}`} aria-label={t('explore.shape')}>
      <p role="status">{t(isHeat ? 'explore.undrawn.heat' : 'explore.undrawn.bar')}</p>
      {nearest && (
        <button type="button" className={page.button} onClick={() => onChange({ ...exploration, groupBy: [nearest] })}>
          {t('explore.undrawn.split', { name: t(`dimension.${fieldOf(nearest)}`).toLowerCase() })}
        </button>
      )}
      <button type="button" className={page.button} onClick={() => onChange({ ...exploration, shape: 'line' })}>
        {t('explore.undrawn.line')}
      </button>
    </section>
  )
}
