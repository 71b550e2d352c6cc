import type { Translation } from '../../kit/translation.ts'
import type { textBlocksPl } from './text-blocks.pl.ts'

export const textBlocksEn: Translation<typeof textBlocksPl> = {
  title: 'Text blocks',
  intro:
    'Ready passages for letters and opinions. While writing you insert them at the cursor and adapt them. Changing a block changes no letter that was written.',
  create: 'New block',
  edit: 'Text block',
  fields: { name: 'Name', text: 'Text', isActive: 'In use' },
  insert: 'Insert a text block',
  outOfUse: 'out of use',
  empty: 'There are no text blocks yet',
  emptyHint: 'Add a passage that letters often repeat.',
  actions: { created: 'added a text block', changed: 'changed a text block' },
}
