export const settingsNl = {
  pageTitle: 'Instellingen · Tweeluik',
  label: 'Onderdelen van de instellingen',
  beside: 'Wat vastligt en waarnaar de cijfers zich richten. Elke wijziging telt meteen mee.',
  notForYou: 'De instellingen zijn voor de beheerder.',
  whoMay: 'U kijkt mee als {{role}}. Vraag wie de beheerder is om een wijziging, of om een token met de rol beheerder.',
  failed: 'De instellingen zijn niet opgehaald.',
  roles: {
    VIEWER: 'kijker',
    ANALYST: 'analist',
    SERVICE: 'servicemedewerker',
    INTEGRATOR: 'koppeling',
    ADMIN: 'beheerder',
  },
  sections: {
    triggers: 'Aanleidingen',
  },
}

export type SettingsWords = typeof settingsNl
