import type { Translation } from '../../kit/translation.ts'
import type { printQueuePl } from './print-queue.pl.ts'

export const printQueueEn: Translation<typeof printQueuePl> = {
  title: 'Print queue',
  count_one: '{{count}} document in the queue',
  count_other: '{{count}} documents in the queue',
  add: 'To the print queue',
  added_one: '{{count}} document put into the queue',
  added_other: '{{count}} documents put into the queue',
  printAll: 'Print what waits',
  printFirst: 'Print the first {{count}}',
  copies: 'Copies',
  up: 'Up',
  down: 'Down',
  pause: 'Pause',
  resume: 'Resume',
  again: 'Print again',
  remove: 'Remove from the queue',
  removePrinted: 'Remove what was printed',
  states: {
    waiting: 'waiting',
    paused: 'paused',
    printing: 'printing',
    printed: 'printed',
    failed: 'failed',
  },
  asked: {
    title: 'Was everything printed?',
    text: 'If paper ran out or printing was stopped, the documents return to the queue marked as failed.',
    yes: 'Printed',
    no: 'Not printed',
  },
  empty: 'The queue is empty',
  emptyHint: 'Add a document with “To the print queue”, or many at once by selecting them in the list.',
  actions: { added: 'documents put into the print queue', removed: 'documents taken out of the print queue' },
  errors: {
    tooMany: 'At most {{max}} documents can go into the queue at once. Select fewer.',
    empty: 'Nothing in the queue waits to be printed.',
  },
}
