export const backupsPl = {
  title: 'Kopie zapasowe',
  intro:
    'Program wykonuje kopię przy uruchomieniu, gdy ostatnia jest starsza niż doba, otwiera ją i sprawdza. Zachowuje 14 najnowszych. Co jakiś czas przenieś kopię w inne miejsce, na przykład na zaszyfrowany nośnik.',
  make: 'Wykonaj kopię teraz',
  made: 'Wykonano i sprawdzono kopię',
  folder: 'Folder kopii',
  fields: { madeAt: 'Wykonano', size: 'Rozmiar', name: 'Plik' },
  empty: 'Nie ma jeszcze kopii',
  actions: { made: 'wykonano kopię zapasową' },
}
