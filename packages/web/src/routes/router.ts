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

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const customers = createRoute({
  getParentRoute: () => root,
  path: '/customers',
  validateSearch: ({ name, sort }: Record<string, unknown>): { name?: string; sort?: string } => ({
    name: text(name),
    sort: text(sort),
  }),
  component: lazyRouteComponent(() => import('./customers.tsx'), 'CustomersPage'),
})

const customer = createRoute({
  getParentRoute: () => root,
  path: '/customers/$id',
  validateSearch: ({ record, side }: Record<string, unknown>): { record?: string; side?: string } => ({
    record: text(record),
    side: text(side),
  }),
  component: lazyRouteComponent(() => import('./customer.tsx'), 'CustomerPage'),
})

const data = createRoute({
  getParentRoute: () => root,
  path: '/data',
  component: lazyRouteComponent(() => import('./data.tsx'), 'DataPage'),
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
  routeTree: root.addChildren([overview, customers, customer, data, login]),
  parseSearch,
  stringifySearch,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
