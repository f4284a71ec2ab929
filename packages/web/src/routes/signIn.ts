/** Shows a token to the server, which turns it into a cookie no script can read. */
export async function signIn(token: string): Promise<'in' | 'refused' | 'failed'> {
  const answer = await fetch('/login', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token: token.trim() }),
  }).catch(() => null)
  if (answer?.ok) return 'in'
  return answer && answer.status < 500 ? 'refused' : 'failed'
}
