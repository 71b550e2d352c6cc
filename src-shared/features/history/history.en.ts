import type { Translation } from '../../kit/translation.ts'
import type { historyPl } from './history.pl.ts'

export const historyEn: Translation<typeof historyPl> = {
  empty: 'This record has no history yet',
  system: 'program',
  change: '{{field}}: {{before}} → {{after}}',
}
