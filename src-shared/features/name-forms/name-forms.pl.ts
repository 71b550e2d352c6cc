export const nameFormsPl = {
  title: 'Odmiana imienia i nazwiska',
  intro:
    'Program podpowiada odmianę, ale niczego nie odmienia sam: pisma używają tylko form, które ktoś przeczytał i potwierdził.',
  none: 'niepotwierdzona',
  outdated: 'potwierdzona dla wcześniejszego nazwiska',
  confirmedBy: 'Odmianę potwierdził(a) {{name}}, {{at}}.',
  open: 'Sprawdź odmianę',
  confirm: 'Potwierdź odmianę',
  confirmed: 'Potwierdzono odmianę',
  fields: {
    genitive: 'Dopełniacz (kogo? nie ma …)',
    dative: 'Celownik (komu? przyznać …)',
    accusative: 'Biernik (kogo? zapraszamy …)',
    instrumental: 'Narzędnik (z kim? spotkanie z …)',
  },
  unknownForm:
    'Forma grzecznościowa nie jest ustalona, więc program nie podpowiada odmiany. Ustal ją w danych osoby albo wpisz formy.',
  placeholdersHint:
    'W treści można wpisać {osoba}, {osoby}, {osobie}, {osobę} i {osobą}. W ich miejscu stanie forma grzecznościowa z imieniem i nazwiskiem w tym przypadku.',
}
