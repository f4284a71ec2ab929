export const helpNl = {
  reading: 'Hoe u dit leest',
  next: 'Wat u nu kunt doen',
  keys: {
    title: 'Toetsen',
    palette: 'ga overal heen',
    help: 'deze uitleg',
    escape: 'terug',
    arrows: 'langs de lijn lopen',
    ends: 'naar begin of eind',
    pages: 'een maand verder of terug',
    enter: 'wat erachter zit',
    table: 'tabel of lijn',
    definition: 'definitie',
    explore: 'naar Verkennen',
  },
  pages: {
    overview: {
      title: 'Overzicht',
      tells:
        'Links hoe klanten het ervaren, rechts wat service doet en kost. Het scharnier ertussen zegt wat samen bewoog. Eronder spiegelt elke fase van de klantreis wat zij opbrengt aan wat hulp in die fase kost.',
      reading:
        'De dikke lijn is deze periode, de dunne grijze die ernaast. De band is de marge: zo ver kan het echte cijfer ernaast liggen. Een gevuld label is slechter, een omlijnd label beter, en ≈ valt binnen de marge.',
      care: '‘Gaat samen met’ zegt niet dat het een door het ander komt.',
      first: 'Zie waar de vragen vandaan komen',
      second: 'Lees wat ontevreden klanten zeggen',
      third: 'Stel een eigen vraag aan de cijfers',
    },
    customers: {
      title: 'Klanten in cijfers',
      tells: 'Wie er kwam, bleef en wegviel, wat klanten waard zijn, en hoe segmenten verschillen.',
      reading:
        'In het cohort is elke rij een groep klanten die tegelijk begon; naar rechts ziet u hoeveel van hen er nog zijn. Donkerder is meer.',
      care: 'De laatste kolommen van een cohort lopen nog en komen dus te laag uit.',
      first: 'Bekijk klanten een voor een',
      second: 'Vergelijk behoud per segment',
      third: 'Zie de reis die zij maken',
    },
    list: {
      title: 'Klanten een voor een',
      tells: 'Alle klanten die u mag zien. Een naam leidt naar het verhaal van die klant.',
      reading: 'Zoek op het begin van een naam of e-mailadres, filter boven de lijst en kies zelf de kolommen.',
      care: 'De filters van andere pagina’s gelden hier alleen voor zover ze iets over een klant zeggen.',
      first: 'Bekijk klanten in cijfers',
      second: 'Beslis wie dezelfde klant is',
      third: 'Lees hun antwoorden',
    },
    story: {
      title: 'Het verhaal van een klant',
      tells: 'Alles wat deze klant deed, vroeg, zei en kocht, als één draad.',
      reading:
        'Boven de as staan de fasen, eronder de kanalen waar hulp nodig was. Gevulde knopen zijn bestellingen en contacten. Stiltes zijn ingekort, met hun duur erbij.',
      care: 'Klik op een knoop of een rij voor wat er precies gebeurde.',
      first: 'Zoek een andere klant',
      second: 'Zie welke reizen klanten maken',
      third: 'Beslis wie dezelfde klant is',
    },
    journeys: {
      title: 'Klantreizen',
      tells: 'De reis zoals die is ontworpen, de wegen die klanten echt namen, en waar zij afhaakten.',
      reading:
        'Op de kaart staat per contactpunt hoe vaak het werd bezocht en hoe het scoort naast het ideaal. In de stroom is een dikke band een weg die velen namen. De trechter telt wie binnen de tijd bij de volgende stap kwam.',
      care: 'Reizen waarvan de tijd nog loopt tellen niet mee in de trechter.',
      first: 'Vergelijk het gemak per contactpunt',
      second: 'Zie wat service aan deze reizen doet',
      third: 'Lees wat klanten erover zeggen',
    },
    service: {
      title: 'Service',
      tells: 'Waarover klanten contact opnemen, hoe lang het duurt, of het helpt en wat het kost.',
      reading:
        'Een naam bij een balk filtert de hele pagina, een aantal opent wat erachter zit. Het grijze streepje is de periode ernaast. In de kromme ziet u na hoeveel dagen klanten met dezelfde vraag terugkwamen.',
      care: 'Korter is niet altijd beter: leg handeltijd naast in één keer opgelost.',
      first: 'Zie per groep wat in één keer is opgelost',
      second: 'Zie welke afdeling de vragen veroorzaakt',
      third: 'Lees wat klanten van het contact vonden',
    },
    voice: {
      title: 'Klantstem',
      tells: 'Hoe klanten scoren en wat zij erbij zeggen, over de tijd en per contactpunt.',
      reading:
        'NPS is het deel dat 9 of 10 geeft min het deel dat 0 tot en met 6 geeft. De verdeling toont beide, want een gelijke NPS kan twee verhalen zijn.',
      care: 'Let op het responspercentage: wie niet antwoordt, telt niet mee.',
      first: 'Lees de ontevreden antwoorden',
      second: 'Vergelijk de relatie per segment',
      third: 'Zie wat service eraan doet',
    },
    explore: {
      title: 'Verkennen',
      tells: 'Elk cijfer, uitgesplitst waarnaar u wilt, als lijn, balk of tabel.',
      reading:
        'Kies cijfers en waarnaar u ze splitst. Ernaast staat de vraag in GraphQL; die geeft overal hetzelfde antwoord.',
      care: 'Kleine groepen schommelen sterk. Kijk naar n voor u iets concludeert.',
      first: 'Probeer: handeltijd en opgelost per team',
      second: 'Probeer: contacten per 100 bestellingen',
      third: 'Terug naar het overzicht',
    },
    data: {
      title: 'Data',
      tells: 'Wat er binnenkwam, wat ervan werd, en wat een mens nog moet beslissen.',
      reading:
        'Per bron en soort: ontvangen is aangemaakt, gewijzigd, gelijk gebleven, wachtend en geweigerd samen. Een wachtende rij hangt aan een rij die nog niet kwam.',
      care: 'Geweigerde rijen zijn niet weg: herstel de oorzaak en laad ze opnieuw.',
      first: 'Zie wat de data zeggen',
      second: 'Bekijk klanten een voor een',
      third: 'Stel een eigen vraag aan de cijfers',
    },
    settings: {
      title: 'Instellingen',
      tells: 'Waar cijfers op rusten: aanleidingen en hun eigenaar, kalenders, afspraken, tarieven en klantreizen.',
      reading: 'Bij elke regel staat wie die het laatst wijzigde en wanneer.',
      care: 'Een wijziging rekent ook door in het verleden; de cijfers volgen vanzelf.',
      first: 'Zie wat er binnenkwam',
      second: 'Zie wat aanleidingen kosten',
      third: 'Zie de klantreizen',
    },
  },
}

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

export type HelpWords = Same<typeof helpNl>
