import type { documentsOpinionsContract } from '#shared/features/documents/documents.opinions.contract.ts'
import { unitScope } from '../../kit/context.ts'
import { fieldRefused } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { getVolunteer } from '../volunteers/volunteers.service.ts'

export const documentsOpinionsHandlers: Handlers<typeof documentsOpinionsContract> = {
  declineOpinion: async ({ tx, record, today, user }, { volunteerId, askedOn, askedBy }) => {
    await getVolunteer(tx, volunteerId, unitScope(user))
    if (askedOn > today) throw fieldRefused('askedOn', 'documents.errors.dayOutside')
    await record({
      kind: 'volunteers',
      recordId: volunteerId,
      action: 'documents:opinionDeclined',
      after: { askedOn, askedBy },
    })
  },
}
