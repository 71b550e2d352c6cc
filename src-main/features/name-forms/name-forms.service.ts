import type {
  FormOfAddress,
  FormsOfPerson,
  NameForms,
  nameFormsContract,
} from '#shared/features/name-forms/name-forms.contract.ts'
import { proposedForms } from '#shared/features/name-forms/name-forms.rules.ts'
import type { Db } from '../../database/database.ts'
import { deleteStoredRows } from '../../database/records.ts'
import { unitScope } from '../../kit/context.ts'
import { conflict } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import type { Forget } from '../../kit/ties.ts'
import { getMember } from '../staff/staff.reader.ts'
import { getVolunteer } from '../volunteers/volunteers.service.ts'
import * as queries from './name-forms.queries.ts'

/** What of a person makes the name. */
interface Named {
  firstNames: string
  surname: string
  formOfAddress: FormOfAddress
}

function nominativeOf({ firstNames, surname }: Named): string {
  return `${firstNames} ${surname}`
}

function getPerson(db: Db, { kind, id }: queries.Bearer, unitId: number | null): Promise<Named> {
  return kind === 'volunteers' ? getVolunteer(db, id, unitId) : getMember(db, id, unitId)
}

/** The confirmed forms of a person's name, for documents; null where there are none for the name as it is now. */
export async function confirmedForms(
  db: Db,
  bearer: queries.Bearer,
  person: Named,
): Promise<NameForms | null> {
  const found = await queries.findForms(db, bearer)
  return found?.nominative === nominativeOf(person) ? told(found) : null
}

async function formsOf(db: Db, bearer: queries.Bearer, unitId: number | null): Promise<FormsOfPerson> {
  const person = await getPerson(db, bearer, unitId)
  const nominative = nominativeOf(person)
  const found = await queries.findForms(db, bearer)
  const current = found?.nominative === nominative ? found : undefined
  return {
    nominative,
    confirmed: current ? { ...told(current), byName: current.byName, at: current.at } : null,
    isOutdated: found !== undefined && !current,
    proposed: proposedForms(person, person.formOfAddress),
    version: found?.version ?? 0,
  }
}

export const nameFormsHandlers: Handlers<typeof nameFormsContract> = {
  get: ({ db, user }, bearer) => formsOf(db, bearer, unitScope(user)),

  confirm: async ({ tx, user, now, record }, { kind, id, ...forms }) => {
    const bearer = { kind, id }
    const before = await formsOf(tx, bearer, unitScope(user))
    const isWritten =
      before.nominative === forms.nominative &&
      (await queries.writeForms(tx, bearer, forms, { userId: user.id, at: now }))
    if (!isWritten) throw conflict(before)
    const { version: _, nominative: __, ...after } = forms
    await record({
      kind,
      recordId: id,
      action: 'nameFormsConfirmed',
      ...(before.confirmed && { before: told(before.confirmed) }),
      after,
    })
    return formsOf(tx, bearer, unitScope(user))
  },
}

/** Removes the forms of a volunteer's name; their history is that of the volunteer. */
export const forgetNameFormsOfVolunteer: Forget = ({ tx }, volunteerId) =>
  deleteStoredRows(tx, { table: 'name_forms', where: { volunteer_id: volunteerId } })

/** The forms alone. */
function told({ genitive, dative, accusative, instrumental }: NameForms): NameForms {
  return { genitive, dative, accusative, instrumental }
}
