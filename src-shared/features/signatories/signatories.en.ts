import type { Translation } from '../../kit/translation.ts'
import type { signatoriesPl } from './signatories.pl.ts'

export const signatoriesEn: Translation<typeof signatoriesPl> = {
  title: 'Signatories',
  intro:
    'Agreements are signed by the director or by a person with a valid authorisation. The program will not conclude an agreement if the authorisation has expired.',
  create: 'Add signatory',
  edit: 'Signatory',
  fields: {
    fullName: 'First name and surname',
    position: 'Position',
    authorisation: 'Authorisation',
    validFrom: 'Valid from',
    validTo: 'Valid to',
  },
  authorisationHint:
    'For example: upoważnienie nr 12/2026 z 5 stycznia 2026 r. (in Polish, as in documents). Leave it empty for the director.',
  validity: 'Validity',
  indefinite: 'no end date',
  from: 'from {{day}}',
  to: 'to {{day}}',
  expired: 'expired',
  empty: 'There are no signatories yet',
  emptyHint: 'Add the director to be able to conclude agreements.',
  actions: { created: 'signatory added', changed: 'signatory changed' },
}
