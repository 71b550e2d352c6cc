import type { Translation } from '../../kit/translation.ts'
import type { documentsBulkPl } from './documents.bulk.pl.ts'

/** Words of the issue for many. */
export const documentsBulkEn: Translation<typeof documentsBulkPl> = {
  action: 'Issue documents',
  title: 'A document for the selected people',
  check: 'Check people',
  ready_one: '{{count}} person will get the document',
  ready_other: '{{count}} people will get the document',
  leftOut_one: '{{count}} person is left out:',
  leftOut_other: '{{count}} people are left out:',
  issue_one: 'Issue {{count}} document',
  issue_other: 'Issue {{count}} documents',
  queued: 'Straight into the print queue',
  progress: '{{done}} of {{total}} issued',
  stop: 'Stop',
  issued_one: '{{count}} document issued',
  issued_other: '{{count}} documents issued',
}
