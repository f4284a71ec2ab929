import { useTranslation } from 'react-i18next'
import { isDay } from '../../time/days.ts'
import { isNoNumber, secondsOf } from './values.ts'

/** What is looked at before anything is sent: only what would be no value at all. The server decides about the rest. */
export function useChecks() {
  const { t } = useTranslation()
  const needed = (text: string) => (text.trim() ? null : t('settings.needed'))
  const aNumber = (text: string) => (isNoNumber(text) ? t('settings.noNumber') : null)
  const aDay = (text: string) => (text === '' || isDay(text) ? null : t('settings.noDay'))
  return {
    needed,
    aNumber,
    neededNumber: (text: string) => needed(text) ?? aNumber(text),
    aDay,
    neededDay: (text: string) => (isDay(text) ? null : t('settings.noDay')),
    aDuration: (text: string) => (Number.isNaN(secondsOf(text) ?? 0) ? t('settings.noDuration') : null),
  }
}
