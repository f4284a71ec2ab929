import page from '../panels/Page.module.css'
import { ScopeBar } from '../panels/ScopeBar.tsx'

export function ExplorePage() {
  return (
    <main id="main" tabIndex={-1} className={`${page.wrap} ${page.main}`}>
      <ScopeBar />
    </main>
  )
}
