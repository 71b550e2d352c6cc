import type { Translation } from '../../kit/translation.ts'
import type { documentsPl } from './documents.pl.ts'

export const documentsEn: Translation<typeof documentsPl> = {
  title: 'Issued documents',
  count_one: '{{count}} document',
  count_other: '{{count}} documents',
  fields: {
    title: 'Document',
    person: 'Person',
    unit: 'Unit',
    issuedOn: 'Document date',
    issuedAt: 'Issued',
    issuedBy: 'Issued by',
    isCancelled: 'Cancelled',
    sha256: 'File fingerprint (SHA-256)',
  },
  empty: 'No document has been issued yet',
  emptyHint:
    'A document is created when you conclude an agreement. You will find it here later, exactly as it was issued.',
  cancelledStamp: 'CANCELLED',
  frozen: 'Document frozen on {{at}}. The printout and the PDF file are always the same.',
  pdfMissing:
    'The PDF file of this document has not been created yet. Choose “Save PDF” to create it; otherwise the program will try by itself at its next start.',
  /** What forbids a removal. */
  held: {
    unit_one: '{{count}} document issued for this unit',
    unit_other: '{{count}} documents issued for this unit',
  },
  errors: {
    notDrawn:
      'The pages of this document could not be created. Its content is safe. Restart the program, and if that does not help, notify your IT specialist.',
    unprintable:
      'The document cannot show these characters: {{characters}}. The preview has □ in their place. Write this text in Polish letters.',
    damaged:
      'The saved PDF file differs from the one that was issued. Do not use it, and notify your IT specialist.',
  },
}
