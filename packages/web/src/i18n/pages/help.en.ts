import type { HelpWords } from './help.nl.ts'

export const helpEn: HelpWords = {
  reading: 'How to read it',
  next: 'What you can do next',
  keys: {
    title: 'Keys',
    palette: 'go anywhere',
    help: 'this help',
    escape: 'back',
    arrows: 'walk along the line',
    ends: 'to the first or last',
    pages: 'a month on or back',
    enter: 'what is behind it',
    table: 'table or line',
    definition: 'definition',
    explore: 'open in Explore',
  },
  pages: {
    overview: {
      title: 'Overview',
      tells:
        'On the left how customers experience it, on the right what service does and costs. The hinge between them says what moved together. Beneath, each stage of the journey is mirrored: what it brings in above what help in it costs.',
      reading:
        'The thick line is this period, the thin grey one the period beside it. The band is the margin: that far off the true figure may be. A filled label is worse, an outlined one better, and ≈ is within the margin.',
      care: '‘Goes with’ does not say that the one comes from the other.',
      first: 'See where the questions come from',
      second: 'Read what unhappy customers say',
      third: 'Ask the figures a question of your own',
    },
    customers: {
      title: 'Customers in figures',
      tells: 'Who came, stayed and fell away, what customers are worth, and how segments differ.',
      reading:
        'In the cohorts each row is a group of customers who began together; to the right you see how many of them are left. Darker is more.',
      care: 'The last columns of a cohort are still running, and so come out too low.',
      first: 'Look at customers one by one',
      second: 'Compare retention by segment',
      third: 'See the journey they make',
    },
    list: {
      title: 'Customers one by one',
      tells: 'All customers that you may see. A name leads to the story of that customer.',
      reading: 'Search by how a name or e-mail address begins, filter above the list, and choose the columns yourself.',
      care: 'Filters of other pages hold here only as far as they say something of a customer.',
      first: 'Look at customers in figures',
      second: 'Decide who is the same customer',
      third: 'Read their answers',
    },
    story: {
      title: 'The story of a customer',
      tells: 'All that this customer did, asked, said and bought, as one thread.',
      reading:
        'Above the axis are the stages, below it the channels where help was needed. Filled nodes are orders and contacts. Silences are cut short, with how long they lasted.',
      care: 'Click a node or a row for what exactly happened.',
      first: 'Find another customer',
      second: 'See which journeys customers make',
      third: 'Decide who is the same customer',
    },
    journeys: {
      title: 'Journeys',
      tells: 'The journey as it was designed, the ways customers really took, and where they gave up.',
      reading:
        'The map tells of each touchpoint how often it was visited and how it scores beside the ideal. In the flow a thick band is a way that many took. The funnel counts who came to the next step in time.',
      care: 'Journeys whose time still runs are not in the funnel.',
      first: 'Compare ease by touchpoint',
      second: 'See what service does on these journeys',
      third: 'Read what customers say about it',
    },
    service: {
      title: 'Service',
      tells: 'What customers contact you about, how long it takes, whether it helps, and what it costs.',
      reading:
        'A name beside a bar filters the whole page, a count opens what is behind it. The grey mark is the period beside this one. The curve tells after how many days customers came back with the same question.',
      care: 'Shorter is not always better: lay handling time beside first-time fix.',
      first: 'See by group what was fixed the first time',
      second: 'See which department causes the questions',
      third: 'Read what customers thought of the contact',
    },
    voice: {
      title: 'Voice',
      tells: 'How customers score and what they say with it, over time and by touchpoint.',
      reading:
        'NPS is the share that gives 9 or 10 less the share that gives 0 to 6. The split shows both, since one NPS can be two stories.',
      care: 'Mind the response rate: who does not answer is not counted.',
      first: 'Read the unhappy answers',
      second: 'Compare the relation by segment',
      third: 'See what service does about it',
    },
    explore: {
      title: 'Explore',
      tells: 'Any figure, split by what you like, as lines, bars or a table.',
      reading:
        'Choose figures and what to split them by. The question beside it is in GraphQL, and has the same answer everywhere.',
      care: 'Small groups swing widely. Look at n before you conclude anything.',
      first: 'Try: handling time and fixes by team',
      second: 'Try: contacts per 100 orders',
      third: 'Back to the overview',
    },
    data: {
      title: 'Data',
      tells: 'What came in, what became of it, and what a person still has to decide.',
      reading:
        'By source and kind: received is created, updated, unchanged, waiting and rejected together. A waiting row hangs on a row that has not come yet.',
      care: 'Rejected rows are not gone: mend the cause and load them again.',
      first: 'See what the data say',
      second: 'Look at customers one by one',
      third: 'Ask the figures a question of your own',
    },
    settings: {
      title: 'Settings',
      tells: 'What figures stand on: triggers and who owns them, calendars, promises, rates and journeys.',
      reading: 'Each line says who changed it last, and when.',
      care: 'A change counts in the past too; the figures follow by themselves.',
      first: 'See what came in',
      second: 'See what triggers cost',
      third: 'See the journeys',
    },
  },
}
