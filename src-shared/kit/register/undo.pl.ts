/** Texts of undoing the last change of any record. */
export const undoPl = {
  undo: 'Cofnij zmianę',
  redo: 'Przywróć zmianę',
  undoTitle: 'Cofnąć ostatnią zmianę?',
  redoTitle: 'Przywrócić cofniętą zmianę?',
  bySomebody: 'Tę zmianę zapisano {{at}} ({{name}}). Po cofnięciu:',
  redoBySomebody: 'Tę zmianę cofnięto {{at}} ({{name}}). Po przywróceniu:',
  byProgram: 'program',
  undone: 'Cofnięto zmianę: {{fields}}.',
  redone: 'Przywrócono zmianę: {{fields}}.',
  again: 'Przywróć',
  nothing: 'W tym wpisie nie ma zmiany, którą można cofnąć.',
  nothingToRedo: 'W tym wpisie nie ma cofniętej zmiany, którą można przywrócić.',
  otherAction: 'Ostatnio w tym wpisie: {{action}}. Ctrl+Z cofa tylko zapisane zmiany pól.',
  secret:
    'Ostatnia zmiana dotyczy danych, których nie widzisz. Cofnąć ją może osoba, która ma do nich dostęp.',
  changedSince: 'Po ostatniej zmianie te pola zmieniły się jeszcze w inny sposób, więc nie można jej cofnąć.',
  errors: {
    notLast: 'Ten wpis został w międzyczasie zmieniony. Widzisz już jego obecny stan.',
  },
}
