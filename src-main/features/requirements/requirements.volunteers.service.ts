import type { volunteersContract } from '#shared/features/volunteers/volunteers.contract.ts'
import type { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { mergingHandlers } from '../../kit/register/merging-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { volunteersMerged } from '../volunteers/volunteers.merging.service.ts'
import { volunteersServed } from '../volunteers/volunteers.service.ts'
import { settleVolunteers } from './requirements.status.service.ts'

/** The register of volunteers, whose statuses are worked out anew where a record changed or came back. */
export const volunteersSettled: ServedRegister<typeof volunteersRegister> = {
  ...volunteersServed,
  settle: (context, id) => settleVolunteers(context, [id]),
}

/** A merge of two volunteers, after which the status follows from what was done of both. */
export const volunteersMergingHandlers: Pick<Handlers<typeof volunteersContract>, 'merging'> = {
  merging: mergingHandlers({
    ...volunteersMerged,
    settle: async (context, id) => {
      await volunteersMerged.settle?.(context, id)
      await settleVolunteers(context, [id])
    },
  }),
}
