export const signatoriesPl = {
  title: 'Osoby podpisujące',
  intro:
    'Porozumienia podpisuje dyrektor albo osoba z ważnym upoważnieniem. Program nie zawrze porozumienia, gdy upoważnienie wygasło.',
  create: 'Dodaj osobę podpisującą',
  edit: 'Osoba podpisująca',
  fields: {
    fullName: 'Imię i nazwisko',
    position: 'Stanowisko',
    authorisation: 'Upoważnienie',
    validFrom: 'Ważne od',
    validTo: 'Ważne do',
  },
  authorisationHint: 'Na przykład: upoważnienie nr 12/2026 z 5 stycznia 2026 r. U dyrektora zostaw puste.',
  validity: 'Ważność',
  indefinite: 'bez terminu',
  from: 'od {{day}}',
  to: 'do {{day}}',
  expired: 'wygasło',
  empty: 'Nie ma jeszcze osób podpisujących',
  emptyHint: 'Dodaj dyrektora, aby móc zawierać porozumienia.',
  actions: { created: 'dodano osobę podpisującą', changed: 'zmieniono osobę podpisującą' },
}
