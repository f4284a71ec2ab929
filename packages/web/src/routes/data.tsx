import '../i18n/pages/data.ts'
import { IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { count, type Language } from '../format/figures.ts'
import type { BooksQuery } from '../graphql/generated/graphql.ts'
import { useLanguage } from '../i18n/language.ts'
import { Duplicates } from '../panels/Duplicates.tsx'
import { ExportMenu } from '../panels/export/ExportMenu.tsx'
import page from '../panels/Page.module.css'
import { Refused } from '../panels/Refused.tsx'
import { Sources } from '../panels/Sources.tsx'
import { Waiting } from '../panels/Waiting.tsx'
import css from './data.module.css'
import { useBooks } from './useBooks.ts'
import { useMe } from './useMe.ts'
import { useSignIn } from './useSignIn.ts'

const AddFile = lazy(() => import('../panels/upload/AddFile.tsx'))

/** What came in, what became of it, and what a person still has to decide. */
export function DataPage() {
  const { t } = useTranslation()
  const { books, refusal, failure, retry } = useBooks()
  const headline = useHeadline(books)
  const { me } = useMe()
  const [adds, setAdds] = useState(false)
  const addButton = useRef<HTMLButtonElement>(null)
  useSignIn(failure)
  useEffect(() => {
    document.title = t('data.pageTitle')
  }, [t])
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <div className={page.lede}>
        <div>
          <h1>{refusal && !books ? t('pages.data') : headline}</h1>
          <p className={page.beside} role="status">
            {refusal ? t(`data.${refusal}`) : t('data.beside')}
            {refusal === 'failed' && (
              <>
                {' '}
                <button type="button" className={page.act} onClick={retry}>
                  {t('face.retry')}
                </button>
              </>
            )}
          </p>
        </div>
        <div className={css.tools}>
          {me?.role === 'ADMIN' && (
            <button
              ref={addButton}
              type="button"
              className={page.button}
              aria-expanded={adds}
              onClick={() => setAdds(!adds)}
            >
              <IconPlus size={15} stroke={1.75} aria-hidden="true" className={css.plus} />
              {t('data.addFile')}
            </button>
          )}
          <ExportMenu standing={null} />
        </div>
      </div>
      <div className={css.sheets}>
        {adds && (
          <Suspense>
            <AddFile
              sources={[...new Set(books?.sources.map(({ source }) => source))]}
              onLoaded={retry}
              onClose={() => {
                setAdds(false)
                addButton.current?.focus()
              }}
            />
          </Suspense>
        )}
        {books && <Refused causes={books.rejections} failed={books.failed.nodes} onReplayed={retry} />}
        <Duplicates />
        {books && <Waiting waiting={books.waiting} />}
        {refusal !== 'role' && <Sources sources={books?.sources ?? null} />}
      </div>
    </main>
  )
}

/** The page's one sentence: what is still to be put right, the gravest first. */
function useHeadline(books: BooksQuery | null): string {
  const { t } = useTranslation()
  const language: Language = useLanguage()
  if (!books) return t('data.loading')
  const { sources, rejections, failed } = books
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  const said = (key: 'failed' | 'rejected' | 'queued' | 'waitingRows', n: number) =>
    t(`data.headline.${key}`, { count: n, shown: count(n, language) })
  const [refused, queued] = [sum(rejections.map(({ count }) => count)), sum(sources.map(({ queued }) => queued))]
  const held = sum(books.waiting.map(({ count }) => count))
  if (failed.nodes.length > 0) return said('failed', failed.nodes.length)
  if (refused > 0) return said('rejected', refused)
  if (queued > 0) return said('queued', queued)
  if (held > 0) return said('waitingRows', held)
  return t(sources.length > 0 ? 'data.headline.allIn' : 'data.headline.nothing')
}
