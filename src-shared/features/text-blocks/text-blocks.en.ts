import type { Translation } from '../../kit/translation.ts'
import type { textBlocksPl } from './text-blocks.pl.ts'

export const textBlocksEn: Translation<typeof textBlocksPl> = {
  title: 'Text blocks',
  intro:
    'Ready passages for letters, and sentences for opinions about volunteers. While writing you insert them at the cursor and adapt them. Changing a block changes no letter that was written.',
  create: 'New block',
  edit: 'Text block',
  fields: { name: 'Name', text: 'Text', theme: 'What for', isActive: 'In use' },
  themes: {
    letters: 'letters',
    reliability: 'opinion: reliability',
    relations: 'opinion: dealing with people',
    initiative: 'opinion: initiative',
    cooperation: 'opinion: cooperation',
    contribution: 'opinion: what the volunteer brings',
    growth: 'opinion: growth',
    recommendation: 'opinion: recommendation',
  },
  pairsHint: 'A woman’s and a man’s form in braces: {była|był}. The right one stays in the opinion.',
  insertSentence: 'Insert a sentence',
  errors: { pairs: 'The braces of forms are not complete. Write for example {była|był}.' },
  insert: 'Insert a text block',
  outOfUse: 'out of use',
  empty: 'There are no text blocks yet',
  emptyHint: 'Add a passage that letters often repeat.',
  actions: { created: 'added a text block', changed: 'changed a text block' },
}
