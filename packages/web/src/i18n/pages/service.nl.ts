export const serviceNl = {
  title: 'Service',
  pageTitle: 'Service · Tweeluik',
  split: {
    title: 'Waar de vragen vandaan komen',
    about:
      'Een naam filtert de hele pagina, een aantal opent wat erachter zit. Het grijze streepje is de periode ernaast.',
    measure: 'Wat de balken tonen',
  },
  measure: {
    CONTACTS: 'Contacten',
    AHT: 'Handeltijd',
    FIRST_TIME_FIX: 'In één keer opgelost',
    COST_PER_CONTACT: 'Kosten per contact',
  },
  handling: {
    title: 'Hoe lang het duurt',
    about: 'Handeltijd is gesprek, wachtstand en nawerk samen.',
  },
  parts: {
    title: 'Waaruit het bestaat',
    about: 'Gemiddeld per contact dat dit deel kent.',
    part: 'Deel',
  },
  spread: {
    title: 'Hoe het verdeeld is',
    about: 'De helft duurt korter dan {{median}}, één op de tien langer dan {{longest}}.',
    from: 'Vanaf',
    to: 'Tot',
    count: 'Contacten',
  },
  help: {
    title: 'Of het helpt',
    about: 'Wie terugkomt met dezelfde vraag was nog niet geholpen.',
  },
  curve: {
    title: 'Hoe lang het opgelost blijft',
    about: 'Na een week is {{week}} nog opgelost, na dertig dagen {{month}}.',
    plain: 'Deel van de eerste contacten waarna niemand terugkwam, naar dagen.',
    within_one: 'na {{count}} dag',
    within_other: 'na {{count}} dagen',
    tick_one: '{{count}} dag',
    tick_other: '{{count}} dagen',
    days: 'Dagen',
  },
}

export type ServiceWords = typeof serviceNl
