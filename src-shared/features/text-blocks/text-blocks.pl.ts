export const textBlocksPl = {
  title: 'Bloki tekstu',
  intro:
    'Gotowe fragmenty do pism i opinii. Podczas pisania wstawisz je w miejscu kursora i poprawisz. Zmiana bloku nie zmienia napisanych pism.',
  create: 'Nowy blok',
  edit: 'Blok tekstu',
  fields: { name: 'Nazwa', text: 'Tekst', isActive: 'W użyciu' },
  insert: 'Wstaw blok tekstu',
  outOfUse: 'nieużywany',
  empty: 'Nie ma jeszcze bloków tekstu',
  emptyHint: 'Dodaj fragment, który często powtarza się w pismach.',
  actions: { created: 'dodano blok tekstu', changed: 'zmieniono blok tekstu' },
}
