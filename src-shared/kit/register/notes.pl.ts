/** Texts of the notes of any record. */
export const notesPl = {
  title: 'Notatki',
  empty: 'Ten wpis nie ma jeszcze notatek',
  emptyHint:
    'Tu zapisuje się to, co nie ma swojego pola: ustalenia z rozmowy, przypomnienia, uwagi dla współpracowników.',
  emptyForReaders: 'Tu pojawią się notatki pracowników ośrodka.',
  new: 'Nowa notatka',
  save: 'Zapisz notatkę',
  change: 'Zmień notatkę',
  remove: 'Usuń notatkę',
  changed: 'zmieniono {{at}}, {{name}}',
  removed: 'Usunięto notatkę.',
  removedCount_one: 'Usunięta notatka ({{count}})',
  removedCount_few: 'Usunięte notatki ({{count}})',
  removedCount_many: 'Usunięte notatki ({{count}})',
  removedCount_other: 'Usunięte notatki ({{count}})',
  fields: {
    text: 'Treść notatki',
  },
  actions: {
    added: 'dodano notatkę',
    changed: 'zmieniono notatkę',
    removed: 'usunięto notatkę',
    restored: 'przywrócono notatkę',
  },
  errors: {
    ofAnother: 'Tę notatkę napisał ktoś inny. Zmienić i usunąć może ją tylko jej autor albo administrator.',
  },
}
