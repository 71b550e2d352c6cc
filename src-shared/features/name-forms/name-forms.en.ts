import type { Translation } from '../../kit/translation.ts'
import type { nameFormsPl } from './name-forms.pl.ts'

export const nameFormsEn: Translation<typeof nameFormsPl> = {
  title: 'Declension of the name',
  intro:
    'The program proposes the forms and declines nothing by itself: letters use only forms that somebody read and confirmed.',
  none: 'not confirmed',
  outdated: 'confirmed for an earlier name',
  confirmedBy: 'Forms confirmed by {{name}}, {{at}}.',
  open: 'Check the forms',
  confirm: 'Confirm the forms',
  confirmed: 'The forms were confirmed',
  fields: {
    genitive: 'Genitive (dopełniacz)',
    dative: 'Dative (celownik)',
    accusative: 'Accusative (biernik)',
    instrumental: 'Instrumental (narzędnik)',
  },
  unknownForm:
    'The form of address is not established, so the program proposes nothing. Establish it with the person, or type the forms.',
  placeholdersHint:
    'The text may contain {osoba}, {osoby}, {osobie}, {osobę} and {osobą}. The title and the name in that case will stand there.',
}
