import type { SettingsWords } from './settings.nl.ts'

export const settingsEn: SettingsWords = {
  pageTitle: 'Settings · Tweeluik',
  label: 'Parts of the settings',
  beside: 'What is laid down and what the figures go by. Every change counts at once.',
  notForYou: 'The settings are for the administrator.',
  whoMay:
    'You look along as {{role}}. Ask your administrator for a change, or for a token with the role administrator.',
  failed: 'The settings could not be fetched.',
  roles: {
    VIEWER: 'a viewer',
    ANALYST: 'an analyst',
    SERVICE: 'a service employee',
    INTEGRATOR: 'an integration',
    ADMIN: 'the administrator',
  },
  sections: {
    triggers: 'Triggers',
  },
}
