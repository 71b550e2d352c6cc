import type { ImportDecisions } from '#shared/kit/import.ts'
import { importFile, sample } from '#tests/features/imports/importing.ts'
import type { Api } from '#tests/support/testApp.ts'

/** The sample registers of 2007, read in through the real import with what a careful clerk decides. */
export async function importSamples(api: Api): Promise<void> {
  await importFile(api, sample('wolontariusze-2007.csv'), {
    decisions: {
      11: { fields: { pesel: { choice: 'keep', note: 'tak w dowodzie' } } },
      23: { fields: { birthOn: { choice: 'toNotes' } } },
      86: { row: 'skip' },
      87: { row: 'skip' },
    },
  })
  const { rows } = await api.volunteers.list({ search: 'Rutkowski Tomasz' })
  const [older, younger] = rows.map(({ id }) => id).sort((a, b) => a - b) as [number, number]
  const decisions: ImportDecisions = {
    7: { fields: { volunteer: { reference: older } } },
    59: { fields: { volunteer: { reference: younger } } },
  }
  await importFile(api, sample('porozumienia-2007.csv'), { register: 'agreements', decisions })
}
