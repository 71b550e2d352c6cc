import type { Translation } from '../translation.ts'
import type { duplicatesPl } from './duplicates.pl.ts'

export const duplicatesEn: Translation<typeof duplicatesPl> = {
  onEntry: 'This person may already be in the register',
  levels: { certain: 'certain', veryLikely: 'very likely', possible: 'possible' },
  score: '{{level}} ({{score}} of 100)',
  reasons: {
    pesel: 'the same PESEL',
    name: 'the same first name and surname',
    nameTurned: 'the same first name and surname in another order',
    birthOn: 'the same date of birth',
    partOfName: 'part of the first names or surname is the same',
    familiarName: 'a familiar form of the same first name',
    mistypedName: 'a name that differs by a slip',
    peselMistyped: 'a PESEL that differs by one slip',
    email: 'the same e-mail',
    birthTurned: 'a date of birth with day and month exchanged',
    phone: 'the same telephone',
    birthDigit: 'a date of birth that differs by one digit',
    street: 'the same address',
    surname: 'the same surname',
    firstNames: 'the same first name',
  },
  doubts: { otherPesel: 'another PESEL', otherBirth: 'another date of birth' },
  against: 'but {{doubts}}',
}
