import 'graphiql/setup-workers/vite'
import 'graphiql/style.css'
import './graphiql.css'
import { GraphiQL } from 'graphiql'
import { createRoot } from 'react-dom/client'

const root = document.getElementById('graphiql')
if (!root) throw new Error('graphiql.html has no #graphiql')

const example = `# Both sides of one week, in one question.
query {
  metrics(keys: [CES, AHT], period: { from: "2026-01-05", to: "2026-01-12" }) {
    definition { key unit }
    total { value n interval { low high } }
  }
}
`

/** Same origin, same cookie, and the one content type the server takes. */
async function ask(question: object): Promise<unknown> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  })
  return answer.json()
}

/** A page that shows figures leads here with the question they answer: `?query=`. */
const given = new URLSearchParams(window.location.search).get('query')

createRoot(root).render(
  <GraphiQL
    defaultQuery={example}
    {...(given && { initialQuery: given })}
    fetcher={question => ask(question) as Promise<{ data?: Record<string, unknown> }>}
  />,
)
