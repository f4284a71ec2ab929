import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { parseSearch, pickSearch, stringifySearch } from './address.ts'
import { Overview } from './overview.tsx'
import { NotFound, Root } from './root.tsx'

const root = createRootRoute({ component: Root, notFoundComponent: NotFound })

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: pickSearch,
  component: Overview,
})

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    // Only our own search parameters come back: an address from elsewhere could lead anywhere.
    typeof next === 'string' && next.startsWith('?') ? { next } : {},
  component: lazyRouteComponent(() => import('./login.tsx'), 'Login'),
})

export const router = createRouter({ routeTree: root.addChildren([overview, login]), parseSearch, stringifySearch })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
