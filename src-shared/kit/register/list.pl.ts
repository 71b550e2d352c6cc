/** Texts of the list of any register. */
export const listPl = {
  errors: {
    viewNameTaken: 'Masz już widok o tej nazwie. Wybierz inną.',
    viewOfAnother: 'Ten widok zapisał ktoś inny. Możesz zapisać własny pod nową nazwą.',
  },
}
