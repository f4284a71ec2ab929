import { useTranslation } from 'react-i18next'
import type { Problem } from './outcome.ts'

type Said = { [Key in keyof Omit<Problem, 'path'>]: Problem[Key] | null }

/** A problem in the reader's words, or in the server's where we have none; empty where it has none either. */
export function useProblemWords(): (problem: Said) => string {
  const { t } = useTranslation()
  const said = t('settings.problems', { returnObjects: true })
  return ({ code, message, fix }) => {
    const known = Object.entries(said).find(([name]) => name === code)
    return known ? known[1] : sentences([message, fix])
  }
}

const sentences = (texts: readonly (string | null)[]): string =>
  texts.flatMap(text => (text ? [`${text.replace(/\.$/, '')}.`] : [])).join(' ')
