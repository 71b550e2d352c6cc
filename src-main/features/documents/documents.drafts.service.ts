import type {
  DocumentDraft,
  DocumentFields,
  documentsContract,
} from '#shared/features/documents/documents.contract.ts'
import { fullNameOf } from '#shared/features/documents/documents.words.rules.ts'
import type { Db } from '../../database/database.ts'
import { type User, unitScope } from '../../kit/context.ts'
import { conflict, notFound } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { getAgreement } from '../agreements/agreements.reader.ts'
import { getMember } from '../staff/staff.reader.ts'
import { findUnit } from '../units/units.service.ts'
import { getVolunteer } from '../volunteers/volunteers.service.ts'
import * as drafts from './documents.drafts.queries.ts'
import { maySee, recordOf } from './documents.service.ts'
import { getKindFor } from './documents.sources.service.ts'

type Row = Awaited<ReturnType<typeof drafts.listDrafts>>[number]

/** A draft with the name of its person; undefined where the person is out of reach. */
async function named(db: Db, row: Row, unitId: number | null): Promise<DocumentDraft | undefined> {
  const { volunteerId, staffId, agreementId, unitId: addresseeId } = row.fields
  try {
    if (agreementId !== null)
      return { ...row, personName: (await getAgreement(db, agreementId, unitId)).volunteerName }
    if (volunteerId !== null)
      return { ...row, personName: fullNameOf(await getVolunteer(db, volunteerId, unitId)) }
    if (staffId !== null) return { ...row, personName: fullNameOf(await getMember(db, staffId, unitId)) }
    if (addresseeId) {
      const unit = unitId === null || unitId === addresseeId ? await findUnit(db, addresseeId) : undefined
      return unit && { ...row, personName: unit.name }
    }
    return unitId === null ? { ...row, personName: '' } : undefined
  } catch {
    return undefined
  }
}

/** Where the history has a draft: under no record, and one of a restricted kind where only its readers look. */
function recordOfDraft({ kind, volunteerId }: DocumentFields) {
  return recordOf({ id: null, kind, recordKind: 'volunteers', recordId: volunteerId })
}

const everybody = { volunteerId: null, staffId: null }

async function draftsOf(
  db: Db,
  of: Parameters<typeof drafts.listDrafts>[1],
  user: User,
): Promise<DocumentDraft[]> {
  const found = []
  for (const row of await drafts.listDrafts(db, of)) {
    if (!maySee(user, row.kind)) continue
    const draft = await named(db, row, unitScope(user))
    if (draft) found.push(draft)
  }
  return found
}

type Handled = 'drafts' | 'keepDraft' | 'removeDraft'

export const documentsDraftsHandlers: Pick<Handlers<typeof documentsContract>, Handled> = {
  drafts: ({ db, user }, of) => draftsOf(db, of, user),

  keepDraft: async ({ tx, user, now, record }, { id, version, ...input }) => {
    getKindFor(user, input.kind)
    const fields: DocumentFields = input
    const all = await draftsOf(tx, everybody, user)
    const before = all.find((draft) => draft.id === id)
    if (id !== null && !before) throw notFound('documents')
    const draftId = id ?? (await drafts.insertDraft(tx, fields, { userId: user.id, at: now }))
    if (id !== null && !(await drafts.updateDraft(tx, { id, version }, fields))) throw conflict(before ?? {})
    const kept = (await draftsOf(tx, everybody, user)).find((draft) => draft.id === draftId)
    // Who names somebody out of reach keeps nothing.
    if (!kept) throw notFound('documents')
    await record({
      ...recordOfDraft(fields),
      action: id === null ? 'drafted' : 'draftChanged',
      after: { kind: fields.kind },
    })
    return kept
  },

  removeDraft: async ({ tx, user, record }, { id, version }) => {
    const before = (await draftsOf(tx, everybody, user)).find((draft) => draft.id === id)
    if (!before) throw notFound('documents')
    if (!(await drafts.deleteDraft(tx, id, version))) throw conflict(before)
    await record({
      ...recordOfDraft(before.fields),
      action: 'draftRemoved',
      before: { kind: before.kind },
    })
    return null
  },
}
