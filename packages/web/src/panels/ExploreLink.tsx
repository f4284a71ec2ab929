import { IconArrowUpRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { pickScope } from '../routes/scope.ts'
import { useScope } from '../routes/useScope.ts'
import type { Grain } from '../time/periods.ts'
import { type Exploration, usualExploration, writeExploration } from './explore/exploration.ts'

/** What Explore is asked to show; `grain` is the step that is drawn, where the page has chosen it by itself. */
export type Explorable = Pick<Exploration, 'keys'> & Partial<Exploration> & { grain?: Grain }

type Props = {
  asked: Explorable
  /** Names what is explored. */
  of: string
  className?: string | undefined
  /** Only reached by its key and by pointers, where a tab stop stands beside it. */
  skipped?: boolean
  /** Left out: an arrow. */
  children?: ReactNode
  ref?: Ref<HTMLAnchorElement>
}

/** Opens in Explore what is shown, on the days, the step and the filters of the page. */
export function ExploreLink({ asked, of, className, skipped = false, children, ref }: Props) {
  const { t } = useTranslation()
  const scope = useScope()
  const { grain = scope.grain, ...exploration } = asked
  return (
    <Link
      ref={ref}
      to="/explore"
      search={old => ({
        ...pickScope(old),
        ...(grain !== scope.grain && { grain: grain.toLowerCase() }),
        ...writeExploration({ ...usualExploration, groupBy: [], ...exploration }),
      })}
      className={className}
      aria-label={`${t('pages.explore')}: ${of}`}
      {...(children === undefined && { title: t('pages.explore') })}
      {...(skipped && { tabIndex: -1 })}
      data-on-screen-only
    >
      {children ?? <IconArrowUpRight size={16} stroke={1.75} aria-hidden="true" />}
    </Link>
  )
}
