export const documentsPl = {
  title: 'Wydane dokumenty',
  count_one: '{{count}} dokument',
  count_few: '{{count}} dokumenty',
  count_many: '{{count}} dokumentów',
  count_other: '{{count}} dokumentu',
  fields: {
    title: 'Dokument',
    personName: 'Osoba',
    issuedOn: 'Data dokumentu',
    issuedAt: 'Wydano',
    issuedBy: 'Wydał(a)',
    sha256: 'Odcisk pliku (SHA-256)',
  },
  empty: 'Nie wydano jeszcze żadnego dokumentu',
  emptyHint:
    'Dokument powstaje, gdy zawrzesz porozumienie. Tu go potem odnajdziesz, dokładnie taki, jaki wydano.',
  frozen: 'Dokument zamrożony {{at}}. Wydruk i plik PDF są zawsze takie same.',
  printing: 'Przygotowanie wydruku…',
  errors: {
    notReady: 'Plik PDF jest jeszcze zapisywany. Spróbuj za chwilę.',
    damaged: 'Zapisany plik PDF różni się od wydanego. Nie używaj go i powiadom informatyka.',
  },
}
