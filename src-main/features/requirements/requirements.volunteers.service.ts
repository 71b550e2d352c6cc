import type { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { volunteersServed } from '../volunteers/volunteers.service.ts'
import { settleVolunteers } from './requirements.status.service.ts'

/** The register of volunteers, whose statuses are worked out anew where a record changed or came back. */
export const volunteersSettled: ServedRegister<typeof volunteersRegister> = {
  ...volunteersServed,
  settle: (context, id) => settleVolunteers(context, [id]),
}
