/** The password of test accounts. */
export const password = 'bardzo-dlugie-haslo'
