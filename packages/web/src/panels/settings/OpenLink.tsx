import { Link } from '@tanstack/react-router'
import css from './settings.module.css'

/** Leads to a record of the section in its drawer; the address keeps it. */
export function OpenLink({ record, name }: { record: string; name: string }) {
  return (
    <Link to="/settings" search={old => ({ ...old, record })} resetScroll={false} className={css.name}>
      {name}
    </Link>
  )
}
