/** Texts of the attachments of any record. */
export const attachmentsPl = {
  title: 'Załączniki',
  empty: 'Ten wpis nie ma jeszcze załączników',
  emptyHint:
    'Tu trzyma się skany i pliki: podpisane pisma, zgody, zaświadczenia. Upuść pliki w dowolnym miejscu tej strony, wklej obraz ze schowka (Ctrl+V) albo wybierz pliki z dysku.',
  emptyForReaders: 'Tu pojawią się skany i pliki dodane przez pracowników ośrodka.',
  choose: 'Dodaj pliki',
  allowed: 'PDF, JPG, PNG, TIFF, DOCX, ODT, do 25 MB każdy',
  drop: 'Upuść, aby dodać do załączników',
  pasted: 'wklejony obraz {{at}}',
  reading: 'czyta plik',
  sending: 'wysyła',
  waiting: 'czeka',
  dismiss: 'Ukryj',
  change: 'Zmień nazwę i opis',
  remove: 'Usuń załącznik',
  removed: 'Usunięto załącznik.',
  save: 'Zapisz na dysku',
  chooseOne: 'Wybierz załącznik, aby go zobaczyć.',
  zoomIn: 'Powiększ',
  zoomOut: 'Pomniejsz',
  textOnly: 'Sam tekst dokumentu, bez układu strony i obrazów. Aby zobaczyć całość, zapisz plik na dysku.',
  noPreview: 'Tego pliku nie da się tu pokazać. Zapisz go na dysku i otwórz w innym programie.',
  fields: {
    fileName: 'Nazwa pliku',
    description: 'Opis',
  },
  actions: {
    added: 'dodano załącznik',
    changed: 'zmieniono nazwę lub opis załącznika',
    removed: 'usunięto załącznik',
    restored: 'przywrócono załącznik',
    look: 'otwarto załącznik',
    save: 'zapisano załącznik na dysku',
    print: 'wydrukowano załącznik',
  },
  errors: {
    empty: 'Ten plik jest pusty.',
    tooLarge:
      'Ten plik jest za duży: załącznik może mieć najwyżej 25 MB. Zeskanuj go w niższej rozdzielczości albo podziel.',
    notAllowed:
      'Takich plików nie można dodać. Załącznik może być plikiem PDF, JPG, PNG, TIFF, DOCX albo ODT.',
    program: 'To jest program, a nie dokument. Programów nie można dodawać do wpisów.',
    mismatch: 'Zawartość pliku jest inna, niż mówi jego rozszerzenie. Sprawdź, czy to na pewno ten plik.',
    broken: 'Ten plik jest uszkodzony albo niepełny. Zeskanuj lub pobierz go jeszcze raz.',
    locked: 'Ten plik jest zabezpieczony hasłem. Zapisz go bez hasła i dodaj ponownie.',
    macros: 'Ten dokument zawiera makra, czyli program. Zapisz go bez makr albo jako PDF.',
    bomb: 'Ten plik po rozpakowaniu byłby zbyt duży. Zapisz go jako PDF i dodaj ponownie.',
    same: 'Ten sam plik jest już w załącznikach tego wpisu.',
    damaged:
      'Zawartość tego załącznika jest inna niż w chwili dodania: plik bazy jest uszkodzony. Powiadom administratora i odtwórz kopię zapasową.',
  },
}
