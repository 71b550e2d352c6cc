/** Texts of the list of any register. */
export const listPl = {
  rows: 'wierszy',
  errors: {
    tooLongToPrint:
      'Lista jest za długa na papier: najwyżej {{max}} wierszy. Zawęź ją filtrem albo zapisz do pliku.',
    viewNameTaken: 'Masz już widok o tej nazwie. Wybierz inną.',
    viewOfAnother: 'Ten widok zapisał ktoś inny. Możesz zapisać własny pod nową nazwą.',
  },
}
