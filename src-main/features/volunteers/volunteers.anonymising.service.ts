import type { Anonymising } from '#shared/features/volunteers/volunteers.anonymising.contract.ts'
import type { volunteersContract } from '#shared/features/volunteers/volunteers.contract.ts'
import { retentionEnd, yearAlone } from '#shared/features/volunteers/volunteers.rules.ts'
import { addDays, type Day, dayInPoland } from '#shared/kit/dates.ts'
import { searchWords } from '#shared/kit/polish.ts'
import type { Db } from '../../database/database.ts'
import { type Services, unitScope } from '../../kit/context.ts'
import { conflict, refusedBecause, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { forgetParts, forgetRecord } from '../../kit/register/emptying.ts'
import { isEmptying, markEmptying } from '../settings/settings.service.ts'
import * as queries from './volunteers.anonymising.queries.ts'
import { getVolunteer } from './volunteers.service.ts'

/** Whether and when the data of a volunteer may be removed; see the contract. */
async function stateOf(
  db: Db,
  { services, today }: { services: Services; today: Day },
  volunteer: { id: number; createdAt: string },
): Promise<Anonymising> {
  const days = [dayInPoland(volunteer.createdAt), ...(await queries.lastDaysOf(db, volunteer.id))]
  const lastDay = days.filter((day) => day !== null).reduce((last, day) => (day > last ? day : last))
  const years = await queries.retentionYearsOf(db)
  return {
    lastDay,
    years,
    dueOn: retentionEnd(lastDay, years),
    // What is in force today is needed after yesterday.
    ties: await services.tiesOf('volunteers', db, volunteer.id, addDays(today, -1)),
    documents: await queries.countDocumentsOf(db, volunteer.id),
  }
}

/** The handlers of removing personal data after their time. */
export const anonymisingHandlers: Pick<Handlers<typeof volunteersContract>, 'anonymising' | 'anonymise'> = {
  anonymising: async (context, { id }) =>
    stateOf(context.db, context, await getVolunteer(context.db, id, unitScope(context.user))),

  anonymise: inSteps({
    run: async (context, { id, version }) => {
      const { tx, today, services, record } = context
      const volunteer = await getVolunteer(tx, id)
      if (volunteer.anonymisedOn) throw ruleBroken('volunteers.errors.anonymised')
      if (volunteer.version !== version) throw conflict(volunteer)
      const { ties, dueOn } = await stateOf(tx, context, volunteer)
      if (ties.length > 0) throw refusedBecause('volunteers.errors.stillNeeded', ties)
      if (today < dueOn) throw ruleBroken('volunteers.errors.retention')
      await services.forget('volunteers', context, id)
      await forgetRecord(context, { kind: 'volunteers', id })
      await forgetParts(context, 'volunteers', [id], 'go')
      const { registerNumber, birthOn } = volunteer
      const left = {
        birthOn: birthOn && yearAlone(birthOn),
        day: today,
        words: searchWords(registerNumber),
      }
      await queries.clearVolunteer(tx, { id, version, registerNumber }, left)
      await markEmptying(tx, true)
      await record({ kind: 'volunteers', recordId: id, action: 'anonymised' })
      return { id }
    },
    // Nothing of what was removed may be readable in the file; where that is cut off, the next start makes up for it.
    after: async ({ db, services, transaction }) => {
      if (!(await isEmptying(db))) return
      await services.storage.shred()
      await transaction((tx) => markEmptying(tx, false))
    },
  }),
}
