/** Words of single kinds of documents and of what they ask for; see `documents.pl.ts` for the rest. */
export const documentsPapersPl = {
  kinds: {
    dataAuthorisation: 'Upoważnienie do przetwarzania danych',
    eventList: 'Lista wolontariuszy wydarzenia',
    agreementConfirmation: 'Potwierdzenie treści porozumienia',
    costSettlement: 'Rozliczenie kosztów wolontariusza',
    hoursCard: 'Karta ewidencji świadczeń',
  },
  input: {
    group: 'Inne osoby z grupy lub organizacji (lista w załączeniu)',
    receiver: 'Imię i nazwisko (puste: osoba z rejestru)',
    dataScope: 'Zakres upoważnienia (po jednym w wierszu)',
    event: 'Nazwa wydarzenia',
    eventOn: 'Dzień wydarzenia',
    eventTo: 'Ostatni dzień (przy kilku dniach)',
    hasTimes: 'Kolumny na godzinę przyjścia i wyjścia',
    blankRows: 'Puste wiersze dla osób, które przyjdą na miejscu',
    eventHours: 'Godziny wydarzenia',
    insurer: 'Ubezpieczyciel (NNW)',
    policy: 'Numer polisy NNW',
    provider: 'Kto zapewnia ubezpieczenie',
    checkedBy: 'Kto sprawdza merytorycznie',
    accountant: 'Kto sprawdza formalnie i rachunkowo',
    payment: 'Sposób wypłaty',
    people: 'Wolontariusze',
    isInEnglish: 'Dołącz stronę po angielsku',
    tasksInEnglish: 'Zakres świadczeń po angielsku (po jednym w wierszu)',
    month: 'Miesiąc',
    isBlank: 'Pusta, do wypełnienia ręcznie',
  },
  fields: {
    askedBy: 'Kto prosił o opinię',
    askedOn: 'Kiedy poproszono',
  },
  actions: {
    opinionDeclined: 'odmówiono wydania opinii',
  },
  choices: {
    insuranceProvider: { '': 'nie wybrano', centre: 'ośrodek', other: 'inny podmiot' },
    blankRows: { 0: 'bez pustych wierszy', 5: '5', 10: '10', 20: '20', 40: '40' },
  },
  held: {
    unit_one: '{{count}} wydany dokument tej jednostki',
    unit_few: '{{count}} wydane dokumenty tej jednostki',
    unit_many: '{{count}} wydanych dokumentów tej jednostki',
    unit_other: '{{count}} wydanego dokumentu tej jednostki',
    person_one: '{{count}} wydany dokument tej osoby',
    person_few: '{{count}} wydane dokumenty tej osoby',
    person_many: '{{count}} wydanych dokumentów tej osoby',
    person_other: '{{count}} wydanego dokumentu tej osoby',
    drafts_one: '{{count}} szkic dokumentu dla tej osoby',
    drafts_few: '{{count}} szkice dokumentów dla tej osoby',
    drafts_many: '{{count}} szkiców dokumentów dla tej osoby',
    drafts_other: '{{count}} szkicu dokumentu dla tej osoby',
    event_one: '{{count}} wydana lista tego wydarzenia',
    event_few: '{{count}} wydane listy tego wydarzenia',
    event_many: '{{count}} wydanych list tego wydarzenia',
    event_other: '{{count}} wydanej listy tego wydarzenia',
  },
  audience: {
    employee: 'dla uczestnika szkolenia',
    supervisee: 'dla osoby superwizowanej',
    interpreterUser: 'dla osoby korzystającej z tłumacza języka migowego',
  },
  basis: {
    dataAuthorisation: 'Upoważnienie i zobowiązanie: art. 29 i art. 32 ust. 4 RODO',
    eventList: 'Porozumienie do 30 dni: art. 44 ustawy o wolontariacie',
    confirmationOnDemand: 'Potwierdzenie treści na żądanie: art. 44 ust. 2 ustawy o wolontariacie',
    costs: 'Koszty podróży i diety: art. 45 ust. 1 pkt 3 ustawy o wolontariacie',
    eventInsurance: 'Ubezpieczenie NNW do 30 dni: art. 46 ust. 3 ustawy o wolontariacie',
    hoursCard:
      'Ewidencja świadczeń: dobra praktyka, podstawa godzin w zaświadczeniu (żaden przepis jej nie nakazuje)',
  },
  problems: {
    waiverTooWide:
      'Zwolnienie może dotyczyć tylko kosztów podróży służbowych i diet. Usuń z opisu pozostałe obowiązki ośrodka.',
    confirmationNotNeeded:
      'To porozumienie nie zostało zawarte na liście wydarzenia: jego treść jest w jego własnym dokumencie.',
    agreementCancelled: 'Porozumienie jest anulowane.',
    settlementMissing: 'Rozliczenie drukuje się z jego strony: otwórz je i wybierz „Przygotuj dokument”.',
    settlementOpen:
      'Rozliczenie nie jest złożone do zatwierdzenia, więc jego kwoty mogą się jeszcze zmienić.',
    costsWaived:
      'Wolontariusz zwolnił ośrodek ze wszystkich kosztów podróży i diet, a zwolnienie jest podpisane. Nie ma czego rozliczać.',
    receiverUnknown: 'Nie wpisano, kto otrzymuje informację; zostanie puste miejsce.',
    validToBeforeStart: 'Koniec upoważnienia jest wcześniejszy niż jego początek.',
    evaluation:
      'W zaświadczeniu nie ma ocen (art. 44 ust. 2 ustawy), a w zakresie świadczeń jest słowo „{{words}}”. Oceny należą do opinii.',
    eventEnds: 'Ostatni dzień jest wcześniejszy niż pierwszy.',
    eventTooLong:
      'Wydarzenie trwa dłużej niż 30 dni. Z każdą osobą trzeba zawrzeć osobne porozumienie na piśmie.',
    eventPast: 'Dzień wydarzenia już minął. Porozumienie podpisuje się przed wydarzeniem.',
    eventMinor: '{{name}} nie ma 18 lat: dołącz zgodę przedstawiciela ustawowego.',
    eventChild:
      '{{name}} nie ma 13 lat: porozumienie zawiera przedstawiciel ustawowy. Usuń tę osobę z listy i zawrzyj z nim osobne porozumienie.',
    eventPartlyIncapacitated:
      '{{name}}: ubezwłasnowolnienie częściowe. Dołącz zgodę przedstawiciela ustawowego (kuratora).',
    eventFullyIncapacitated:
      '{{name}}: ubezwłasnowolnienie całkowite, więc porozumienie zawiera opiekun prawny. Usuń tę osobę z listy i zawrzyj z nim osobne porozumienie.',
    eventAgeUnknown: '{{name}}: nie znamy daty urodzenia. Sprawdź, czy to osoba pełnoletnia.',
    anonymised: 'Dane tej osoby usunięto po upływie okresu przechowywania.',
    personGone: 'Kogoś z listy nie ma już w rejestrze. Usuń tę osobę i wybierz ją ponownie.',
    notAdmitted_one:
      'Osoby nie można dopuścić do działań z małoletnimi od tego dnia: w weryfikacji brakuje {{count}} elementu.',
    notAdmitted_few:
      'Osoby nie można dopuścić do działań z małoletnimi od tego dnia: w weryfikacji brakuje {{count}} elementów.',
    notAdmitted_many:
      'Osoby nie można dopuścić do działań z małoletnimi od tego dnia: w weryfikacji brakuje {{count}} elementów.',
    notAdmitted_other:
      'Osoby nie można dopuścić do działań z małoletnimi od tego dnia: w weryfikacji brakuje {{count}} elementu.',
    personNotAdmitted_one:
      '{{name}}: nie można dopuścić do działań z małoletnimi w tym dniu, w weryfikacji brakuje {{count}} elementu.',
    personNotAdmitted_few:
      '{{name}}: nie można dopuścić do działań z małoletnimi w tym dniu, w weryfikacji brakuje {{count}} elementów.',
    personNotAdmitted_many:
      '{{name}}: nie można dopuścić do działań z małoletnimi w tym dniu, w weryfikacji brakuje {{count}} elementów.',
    personNotAdmitted_other:
      '{{name}}: nie można dopuścić do działań z małoletnimi w tym dniu, w weryfikacji brakuje {{count}} elementu.',
    tasksInEnglish: 'Zakres świadczeń na stronie po angielsku będzie po polsku. Wpisz tłumaczenie.',
    hoursNotInLog:
      'W ewidencji nie ma potwierdzonych godzin z tych porozumień. Sprawdź, skąd jest ta liczba.',
    hoursDiffer:
      'Popraw liczbę albo ewidencję: w dokumencie będzie {{typed}}, a w ewidencji potwierdzono {{confirmed}}',
    hoursMissing:
      'W ewidencji nie ma potwierdzonych godzin z porozumienia {{numbers}}, więc suma ich nie obejmuje.',
    hoursOpen_one: 'W ewidencji jest {{count}} niepotwierdzony wpis; nie liczy się do zaświadczenia.',
    hoursOpen_few: 'W ewidencji są {{count}} niepotwierdzone wpisy; nie liczą się do zaświadczenia.',
    hoursOpen_many: 'W ewidencji jest {{count}} niepotwierdzonych wpisów; nie liczą się do zaświadczenia.',
    hoursOpen_other: 'W ewidencji jest {{count}} niepotwierdzonego wpisu; nie liczy się do zaświadczenia.',
    hoursOpenOnCard_one: '{{count}} wpis nie jest potwierdzony; na karcie zostanie przy nim puste miejsce.',
    hoursOpenOnCard_few: '{{count}} wpisy nie są potwierdzone; na karcie zostaną przy nich puste miejsca.',
    hoursOpenOnCard_many:
      '{{count}} wpisów nie jest potwierdzonych; na karcie zostaną przy nich puste miejsca.',
    hoursOpenOnCard_other: '{{count}} wpisu nie potwierdzono; na karcie zostanie przy nim puste miejsce.',
    noHoursInMonth:
      'W tym miesiącu nie ma godzin z tego porozumienia. Wybierz inny miesiąc albo pustą kartę.',
    monthOutside: 'W tym miesiącu porozumienie nie obowiązuje.',
    monthGoesOn: 'Miesiąc jeszcze trwa, więc karta nie obejmie późniejszych godzin.',
  },
  decline: {
    action: 'Odmów wydania opinii',
    title: 'Odmowa wydania opinii',
    text: 'Opinię ośrodek może wydać, ale nie musi (art. 44 ust. 3 ustawy o wolontariacie). Nic nie zostanie wydrukowane. W historii zostanie, kto i kiedy prosił o opinię: {{name}}.',
    done: 'Odnotowano odmowę: {{name}}',
  },
  notices: {
    title: 'Informacje o danych osobowych (RODO)',
    again: 'Wręcz nową wersję',
    version: 'Wersja',
    givenOn: 'Wręczono',
    from: 'z {{day}}',
    outdated: 'jest nowsza wersja – wręcz ponownie',
    notGiven: 'jeszcze nie odnotowano',
  },
}
