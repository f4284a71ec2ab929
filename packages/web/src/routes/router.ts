import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { pickOverview } from './address.ts'
import { Overview } from './overview.tsx'
import { Broken, NotFound, Root } from './root.tsx'
import { parseSearch, pickScope, pickTexts, stringifySearch } from './scope.ts'
import { pickDrawers } from './useDrawers.ts'

/** Each page adds what is its own; the scope and the drawers are every page's. */
const root = createRootRoute({
  validateSearch: (raw: Record<string, unknown>) => ({ ...pickScope(raw), ...pickDrawers(raw) }),
  component: Root,
  notFoundComponent: NotFound,
})

const overview = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: pickOverview,
  component: Overview,
})

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: (raw: Record<string, unknown>) =>
    pickTexts(raw, [
      ...['view', 'find', 'ordered', 'contacts', 'acquired', 'sort', 'show'],
      ...['mode', 'interval', 'columns'],
    ] as const),
  component: lazyRouteComponent(() => import('./customers.tsx'), 'CustomersPage'),
})

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  validateSearch: (raw: Record<string, unknown>) => pickTexts(raw, ['record', 'side']),
  component: lazyRouteComponent(() => import('./customer.tsx'), 'CustomerPage'),
})

const journeys = createRoute({
  getParentRoute: () => root,
  path: '/journeys',
  validateSearch: (raw: Record<string, unknown>) => pickTexts(raw, ['map', 'window', 'way', 'reached']),
  component: lazyRouteComponent(() => import('./journeys.tsx'), 'JourneysPage'),
})

const service = createRoute({
  getParentRoute: () => root,
  path: '/service',
  validateSearch: (raw: Record<string, unknown>) => pickTexts(raw, ['split']),
  component: lazyRouteComponent(() => import('./service.tsx'), 'ServicePage'),
})

const voice = createRoute({
  getParentRoute: () => root,
  path: '/voice',
  validateSearch: (raw: Record<string, unknown>) => pickTexts(raw, ['kind', 'score', 'with']),
  component: lazyRouteComponent(() => import('./voice.tsx'), 'VoicePage'),
})

const explore = createRoute({
  getParentRoute: () => root,
  path: '/explore',
  validateSearch: (raw: Record<string, unknown>) => pickTexts(raw, ['metrics', 'group', 'as', 'top', 'params']),
  component: lazyRouteComponent(() => import('./explore.tsx'), 'ExplorePage'),
})

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./data.tsx'), 'DataPage'),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  validateSearch: (raw: Record<string, unknown>) => pickTexts(raw, ['section', 'record']),
  component: lazyRouteComponent(() => import('./settings.tsx'), 'SettingsPage'),
})

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } =>
    // Only a path of our own: an address from elsewhere could lead anywhere, and so could one that a browser reads as a host.
    typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {},
  component: lazyRouteComponent(() => import('./login.tsx'), 'Login'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    overview,
    customers,
    customer,
    journeys,
    service,
    voice,
    explore,
    data,
    settings,
    login,
  ]),
  parseSearch,
  stringifySearch,
  defaultErrorComponent: Broken,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
