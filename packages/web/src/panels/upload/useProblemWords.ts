import { useTranslation } from 'react-i18next'
import type { Problem } from './send.ts'

/** A problem in the reader's words, or in the server's where we have none. */
export function useProblemWords(): (problem: Problem) => string {
  const { t } = useTranslation()
  const said = t('upload.problems', { returnObjects: true })
  return ({ code, message, fix }) => {
    const known = Object.entries(said).find(([name]) => name === code)
    return known ? known[1] : [message, fix].map(text => text.replace(/\.?$/, '.')).join(' ')
  }
}
