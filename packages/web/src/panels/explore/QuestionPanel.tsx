import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import page from '../Page.module.css'
import css from './QuestionPanel.module.css'

const icon = { size: 15, stroke: 1.75, 'aria-hidden': true }

/** The question that the page asked, as anybody can ask it. */
export function QuestionPanel({ text }: { text: string }) {
  const { t } = useTranslation()
  const { copied, copy, error } = useClipboard({ timeout: 2000 })
  return (
    <section className={`${page.sheet} ${css.panel}`} aria-labelledby="question-title">
      <h2 id="question-title">{t('explore.question.title')}</h2>
      <p>{t('explore.question.about')}</p>
      <div className={css.acts}>
        <button type="button" className={css.act} onClick={() => copy(text)}>
          {copied ? <IconCheck {...icon} /> : <IconCopy {...icon} />}
          <span role="status">{t(`explore.question.${copied ? 'copied' : error ? 'notCopied' : 'copy'}`)}</span>
        </button>
        <a
          className={css.act}
          href={`/graphiql.html?query=${encodeURIComponent(text)}`}
          target="_blank"
          rel="noreferrer"
        >
          <IconExternalLink {...icon} />
          {t('explore.question.open')}
        </a>
      </div>
      <textarea
        readOnly
        spellCheck={false}
        aria-label={t('explore.question.text')}
        value={text}
        rows={text.split('\n').length}
      />
    </section>
  )
}
