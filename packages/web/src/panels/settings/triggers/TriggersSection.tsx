import { useTranslation } from 'react-i18next'
import page from '../../Page.module.css'

/** What contacts are about, and which department owns it. */
export default function TriggersSection() {
  const { t } = useTranslation()
  return (
    <section className={page.sheet}>
      <h2>{t('settings.sections.triggers')}</h2>
    </section>
  )
}
