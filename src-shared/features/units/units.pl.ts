export const unitsPl = {
  title: 'Jednostki',
  count_one: '{{count}} jednostka',
  count_few: '{{count}} jednostki',
  count_many: '{{count}} jednostek',
  count_other: '{{count}} jednostki',
  create: 'Dodaj jednostkę',
  edit: 'Jednostka',
  fields: {
    name: 'Nazwa',
    address: 'Adres',
    servesMinors: 'Pracuje z małoletnimi',
    isActive: 'Czynna',
  },
  servesMinorsHint:
    'Wolontariusze w tej jednostce muszą przejść sprawdzenia z ustawy o ochronie małoletnich.',
  active: 'czynna',
  closed: 'zamknięta',
  empty: 'Nie ma jeszcze jednostek',
  emptyHint:
    'Dodaj filie, świetlice i inne miejsca, w których pracują wolontariusze. Powstaną też same przy wczytywaniu porozumień.',
  errors: { nameTaken: 'Jednostka o takiej nazwie już jest w rejestrze.' },
  actions: { created: 'dodano jednostkę', changed: 'zmieniono jednostkę' },
}
