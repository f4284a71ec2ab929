import { readFileSync } from 'node:fs'
import { findPackageJSON } from 'node:module'
import type { Ground } from './ground.ts'

const postgraphile = findPackageJSON('postgraphile', import.meta.url)
const version = postgraphile ? (JSON.parse(readFileSync(postgraphile, 'utf8')) as { version: string }).version : '5'

const ours = `{
  customers(first: 50) {
    nodes {
      id name
      contacts(first: 5, orderBy: {field: OPENED_AT, direction: DESC}) {
        nodes {
          id channel topic openedAt
          feedback(first: 5, orderBy: {field: AT, direction: DESC}) { nodes { id kind score at } }
        }
      }
    }
  }
}`

const theirs = `{
  customers: allCustomers(first: 50) {
    nodes {
      id name
      contacts: contactsByCustomerId(first: 5, orderBy: [OPENED_AT_DESC, ROW_ID_DESC]) {
        nodes {
          id channel topic openedAt
          feedback: feedbacksByContactId(first: 5, orderBy: [AT_DESC, ROW_ID_DESC]) { nodes { id kind score at } }
        }
      }
    }
  }
}`

/** The same question, as each of the two is asked it. */
export const contender = {
  tweeluik: ({ tweeluikUrl }: Ground) => ({
    name: 'Tweeluik',
    url: `${tweeluikUrl}/graphql`,
    body: JSON.stringify({ query: ours }),
  }),
  postgraphile: ({ postgraphileUrl }: Ground) => ({
    name: `PostGraphile ${version}`,
    url: `${postgraphileUrl}/graphql`,
    body: JSON.stringify({ query: theirs }),
  }),
}
