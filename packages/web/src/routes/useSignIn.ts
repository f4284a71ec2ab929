import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Failure } from '../graphql/failure.ts'

/** Asks a reader whom the server does not know for a token, and leads back here afterwards. */
export function useSignIn(failure: Failure | null): void {
  const navigate = useNavigate()
  useEffect(() => {
    if (failure?.kind !== 'signIn') return
    const { pathname, search } = window.location
    void navigate({ to: '/login', search: { next: pathname + search }, replace: true })
  }, [failure?.kind, navigate])
}
