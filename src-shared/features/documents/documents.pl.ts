export const documentsPl = {
  title: 'Wydane dokumenty',
  count_one: '{{count}} dokument',
  count_few: '{{count}} dokumenty',
  count_many: '{{count}} dokumentów',
  count_other: '{{count}} dokumentu',
  fields: {
    title: 'Dokument',
    person: 'Osoba',
    unit: 'Jednostka',
    issuedOn: 'Data dokumentu',
    issuedAt: 'Wydano',
    issuedBy: 'Wydał(a)',
    isCancelled: 'Anulowany',
    sha256: 'Odcisk pliku (SHA-256)',
  },
  empty: 'Nie wydano jeszcze żadnego dokumentu',
  emptyHint:
    'Dokument powstaje, gdy zawrzesz porozumienie. Tu go potem odnajdziesz, dokładnie taki, jaki wydano.',
  cancelledStamp: 'ANULOWANE',
  frozen: 'Dokument zamrożony {{at}}. Wydruk i plik PDF są zawsze takie same.',
  pdfMissing:
    'Plik PDF tego dokumentu jeszcze nie powstał. Wybierz „Zapisz PDF”, aby go utworzyć; w przeciwnym razie program spróbuje sam przy następnym uruchomieniu.',
  /** What forbids a removal. */
  held: {
    unit_one: '{{count}} wydany dokument tej jednostki',
    unit_few: '{{count}} wydane dokumenty tej jednostki',
    unit_many: '{{count}} wydanych dokumentów tej jednostki',
    unit_other: '{{count}} wydanego dokumentu tej jednostki',
  },
  errors: {
    notDrawn:
      'Nie udało się utworzyć stron tego dokumentu. Jego treść jest bezpieczna. Uruchom program ponownie, a jeśli to nie pomoże, powiadom informatyka.',
    unprintable:
      'Dokument nie może pokazać tych znaków: {{characters}}. W podglądzie w ich miejscu widać □. Zapisz ten tekst polskimi literami.',
    damaged: 'Zapisany plik PDF różni się od wydanego. Nie używaj go i powiadom informatyka.',
  },
}
