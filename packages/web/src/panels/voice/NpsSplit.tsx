import { useTranslation } from 'react-i18next'
import { figure } from '../../format/figures.ts'
import { useLanguage } from '../../i18n/language.ts'
import css from './NpsSplit.module.css'

type Bin = { from: number; count: number }

/** Who would recommend, who would not, and who is in between; drawn as wide as they are many. */
export function NpsSplit({ bins, lens }: { bins: readonly Bin[] | null | undefined; lens: 'cx' | 'sv' }) {
  const { t } = useTranslation()
  const language = useLanguage()
  const sumOf = (belongs: (from: number) => boolean) =>
    (bins ?? []).filter(({ from }) => belongs(from)).reduce((sum, { count }) => sum + count, 0)
  // A bin of a score begins half a point before it.
  const counts = {
    promoters: sumOf(from => from > 8),
    passives: sumOf(from => from > 6 && from < 8),
    detractors: sumOf(from => from < 6),
  }
  const all = counts.promoters + counts.passives + counts.detractors
  if (all === 0) return null
  const shown = (count: number) => figure(count / all, { unit: 'share', language, currency: 'EUR' })
  return (
    <div
      className={`${css.split} ${css[lens]}`}
      role="img"
      aria-label={t('voice.split.summary', {
        promoters: shown(counts.promoters),
        passives: shown(counts.passives),
        detractors: shown(counts.detractors),
      })}
    >
      {(['promoters', 'passives', 'detractors'] as const).map(part => (
        <div key={part} style={{ flexGrow: counts[part] }} className={css.part}>
          <i className={css[part]} />
          <span className="figures">
            <b>{shown(counts[part])}</b> {t(`voice.split.${part}`)}
          </span>
        </div>
      ))}
    </div>
  )
}
