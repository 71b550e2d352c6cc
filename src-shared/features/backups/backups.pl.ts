export const backupsPl = {
  title: 'Kopie zapasowe',
  intro:
    'Program wykonuje kopię przy uruchomieniu, gdy ostatnia jest starsza niż doba, otwiera ją i sprawdza. Zachowuje 14 najnowszych. Co jakiś czas przenieś kopię w inne miejsce, na przykład na zaszyfrowany nośnik.',
  make: 'Wykonaj kopię teraz',
  made: 'Wykonano i sprawdzono kopię',
  folder: 'Folder kopii',
  fields: { madeAt: 'Wykonano', size: 'Rozmiar', name: 'Plik' },
  empty: 'Nie ma jeszcze kopii',
  errors: {
    noSpace: 'Na dysku z kopiami nie ma już miejsca. Zwolnij miejsce i spróbuj ponownie.',
    notWritable:
      'Nie można zapisać kopii w folderze kopii. Sprawdź, czy ten folder istnieje i czy wolno w nim zapisywać, i spróbuj ponownie.',
  },
  actions: { made: 'wykonano kopię zapasową' },
}
