import { ApolloClient, HttpLink, InMemoryCache } from '@apollo/client'

/** Definitions and figures have no id of their own: they live inside the answer they came with. */
export const client = new ApolloClient({
  link: new HttpLink({ uri: '/graphql', credentials: 'same-origin' }),
  cache: new InMemoryCache({
    typePolicies: { MetricDefinition: { keyFields: false } },
  }),
  devtools: { enabled: false },
})
