import type { Translation } from '../../kit/translation.ts'
import type { historyPl } from './history.pl.ts'

export const historyEn: Translation<typeof historyPl> = {
  title: 'History',
  empty: 'This record has no history yet',
  system: 'program',
  change: '{{field}}: {{before}} → {{after}}',
  showChanges_one: '{{count}} change',
  showChanges_other: '{{count}} changes',
}
