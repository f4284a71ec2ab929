export const loginNl = {
  title: 'Aanmelden',
  why: 'Deze server vraagt om een token. Wie hem beheert, maakt er een met {{command}}.',
  token: 'Token',
  show: 'Toon het token',
  submit: 'Aanmelden',
  refused: 'Dit token is niet geldig of verlopen.',
  failed: 'Aanmelden lukte niet; de server is niet bereikbaar.',
}

export type LoginWords = typeof loginNl
