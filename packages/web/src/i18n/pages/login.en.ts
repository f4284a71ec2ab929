import type { LoginWords } from './login.nl.ts'

export const loginEn: LoginWords = {
  title: 'Sign in',
  why: 'This server asks for a token. Whoever runs it makes one with {{command}}.',
  token: 'Token',
  show: 'Show the token',
  submit: 'Sign in',
  refused: 'This token is not valid or has expired.',
  failed: 'Signing in did not work; the server cannot be reached.',
}
