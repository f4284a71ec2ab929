import { useQuery } from '@apollo/client/react'
import { useMantineColorScheme } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { PaletteMetricsDocument } from '../../graphql/generated/graphql.ts'
import { rememberLanguage, useLanguage } from '../../i18n/language.ts'
import '../../i18n/pages/export.ts'
import '../../i18n/pages/palette.ts'
import { pickScope } from '../../routes/scope.ts'
import { useDrawers } from '../../routes/useDrawers.ts'
import { useMe } from '../../routes/useMe.ts'
import { useScope } from '../../routes/useScope.ts'
import { presets } from '../../time/periods.ts'
import { leadTo } from './leadTo.ts'
import type { Choice } from './search.ts'
import { pages, sections } from './sections.ts'

type Named = (t: TFunction) => string

/** All that can be chosen without asking the server for more than the names of its metrics. */
export function useChoices(onHelp: () => void): Choice[] {
  const { t, i18n } = useTranslation()
  const language = useLanguage()
  const other = language === 'nl' ? 'en' : 'nl'
  const otherwise = i18n.getFixedT(other)
  const choice = (id: string, kind: Named, name: Named, run: () => void): Choice => ({
    id,
    label: name(t),
    otherwise: name(otherwise),
    kind: kind(t),
    run,
  })
  const settings = useMe().me?.role === 'ADMIN'
  return [
    ...usePages(choice, settings),
    ...useMetrics(t, language),
    ...useScopeChoices(choice),
    ...useDeeds(choice, onHelp),
  ]
}

type Make = (id: string, kind: Named, name: Named, run: () => void) => Choice

function usePages(choice: Make, settings: boolean): Choice[] {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const offered = [...pages, ...(settings ? [{ to: '/settings', name: 'pages.settings' } as const] : [])]
  return [
    ...offered.map(({ to, name }) =>
      choice(
        `page:${to}`,
        t => t('palette.page'),
        t => t(name),
        () => void navigate({ to, search: pickScope }),
      ),
    ),
    ...sections.map(({ to, title }) =>
      choice(
        `section:${title}`,
        t => t('palette.section', { page: t(pages.find(page => page.to === to)?.name ?? 'overview') }),
        t => t(title),
        () => void navigate({ to, search: pickScope }).then(() => leadTo(t(title))),
      ),
    ),
  ]
}

function useMetrics(t: TFunction, language: 'nl' | 'en'): Choice[] {
  const navigate = useNavigate()
  const { openDefinition } = useDrawers()
  // Definitions have no id to be kept by: they would take away those that a page asked with other fields.
  const { data } = useQuery(PaletteMetricsDocument, { fetchPolicy: 'no-cache' })
  return (data?.metricDefinitions ?? []).map(({ key, dutch, english }) => ({
    id: `metric:${key}`,
    label: language === 'nl' ? dutch : english,
    otherwise: `${language === 'nl' ? english : dutch} ${key}`,
    kind: t('palette.metric'),
    run: () => openDefinition(key),
    second: {
      label: t('palette.inExplore'),
      run: () => void navigate({ to: '/explore', search: old => ({ ...pickScope(old), metrics: key }) }),
    },
  }))
}

function useScopeChoices(choice: Make): Choice[] {
  const { scope, change } = useScope()
  const kind: Named = t => t('palette.period')
  return [
    ...presets.map(period =>
      choice(
        `period:${period}`,
        kind,
        t => t(`preset.${period}`),
        () => change({ period }),
      ),
    ),
    ...(['year', 'previous'] as const).map(against =>
      choice(
        `against:${against}`,
        kind,
        t => `${t('filters.against')} ${t(`filters.${against}`)}`,
        () => change({ against }),
      ),
    ),
    ...(Object.keys(scope.chosen).length > 0
      ? [
          choice(
            'unfiltered',
            t => t('palette.does'),
            t => t('panel.unfilter'),
            () => change({ chosen: {} }),
          ),
        ]
      : []),
  ]
}

function useDeeds(choice: Make, onHelp: () => void): Choice[] {
  const { t, i18n } = useTranslation()
  const language = useLanguage()
  const { setColorScheme } = useMantineColorScheme()
  const { copy } = useClipboard()
  const reader = { t, language }
  const other = language === 'nl' ? 'en' : 'nl'
  const deed = (id: string, name: Named, run: () => void) => choice(id, t => t('palette.does'), name, run)
  const saving = () => import('../export/save.ts')
  return [
    deed('help', t => t('palette.help'), onHelp),
    deed(
      'link',
      t => t('export.link'),
      () => copy(location.href),
    ),
    deed(
      'pdf',
      t => t('export.pdf'),
      () => window.print(),
    ),
    deed(
      'csv',
      t => t('export.csv'),
      () => void saving().then(({ savePageCsv }) => savePageCsv(reader)),
    ),
    deed(
      'png',
      t => t('export.png'),
      () => void saving().then(({ savePagePng }) => savePagePng(reader)),
    ),
    deed(
      'language',
      t => t('palette.language'),
      () => {
        rememberLanguage(other)
        void i18n.changeLanguage(other)
      },
    ),
    ...(['light', 'dark', 'auto'] as const).map(scheme =>
      deed(
        `scheme:${scheme}`,
        t => t('scheme.label', { scheme: t(`scheme.${scheme}`) }),
        () => setColorScheme(scheme),
      ),
    ),
  ]
}
