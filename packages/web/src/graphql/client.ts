import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('')
}

const http = new HttpLink({ uri: '/graphql', credentials: 'same-origin' })

export const client = new ApolloClient({
  // A server of another build knows other documents: it says so once, and is then sent them whole. A browser computes no
  // hash on a page that came by plain HTTP from another machine.
  link: window.isSecureContext ? ApolloLink.from([new PersistedQueryLink({ sha256 }), http]) : http,
  cache: new InMemoryCache({
    // Definitions and figures have no id of their own: they live inside the answer they came with.
    // Who looks is one, whichever of their fields a document asks.
    typePolicies: { MetricDefinition: { keyFields: false }, Me: { keyFields: [] } },
  }),
  devtools: { enabled: false },
})
