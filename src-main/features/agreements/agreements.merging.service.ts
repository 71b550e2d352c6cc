import type {
  Agreement,
  AgreementFields,
  agreementsContract,
} from '#shared/features/agreements/agreements.contract.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import type { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import type { FieldProblem } from '#shared/kit/procedure.ts'
import type { Db } from '../../database/database.ts'
import { conflict, fieldRefused } from '../../kit/errors.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { duplicateHandlers } from '../../kit/register/duplicates.ts'
import type { MergeContext, MergedRegister, WholeRecord } from '../../kit/register/merged-register.ts'
import { mergingHandlers } from '../../kit/register/merging-handlers.ts'
import { agreementsCompared, agreementsList } from './agreements.list.queries.ts'
import * as queries from './agreements.queries.ts'

/** What is put side by side, in the order of the form. Two drafts of one volunteer differ in nothing else. */
const mergedFields = {
  startsOn: {},
  endsOn: {},
  unit: {},
  activityKind: {},
  tasks: {},
  weeklyMinutes: {},
  schedule: {},
  nnwProvider: {},
  nnwInsurer: {},
  nnwPolicy: {},
  nnwFrom: {},
  nnwTo: {},
  travelCosts: {},
  waiverScope: {},
  noticeDays: {},
  guardianName: {},
  guardianRelation: {},
  guardianPhone: {},
  worksWithMinors: {},
  isMinorsCheckConfirmed: {},
  concludedOn: {},
  concludedIn: {},
  signatory: {},
  coordinator: {},
  project: {},
  notes: {},
}

/** An agreement with the names of what it refers to beside their ids. */
interface NamedAgreement extends Agreement {
  unit: { id: number; text: string } | null
  activityKind: { id: number; text: string } | null
  signatory: { id: number; text: string } | null
  project: { id: number; text: string } | null
}

function agreementOf(record: WholeRecord): NamedAgreement {
  return record as unknown as NamedAgreement
}

async function read(db: Db, id: number): Promise<WholeRecord | undefined> {
  const agreement = await queries.findAgreement(db, id, null)
  if (!agreement) return undefined
  const { unitId, unitName, activityKindId, activityKindName } = agreement
  const { signatoryId, signatoryName, projectId, projectName } = agreement
  const named: NamedAgreement = {
    ...agreement,
    unit: unitId === null ? null : { id: unitId, text: unitName ?? '' },
    activityKind: activityKindId === null ? null : { id: activityKindId, text: activityKindName ?? '' },
    signatory: signatoryId === null ? null : { id: signatoryId, text: signatoryName ?? '' },
    project: projectId === null ? null : { id: projectId, text: projectName ?? '' },
  }
  return named as unknown as WholeRecord
}

/** Writes the chosen fields over a draft. Refuses days that do not fit each other, beside their field. */
async function write({ tx }: MergeContext, id: number, version: number, record: WholeRecord): Promise<void> {
  const { unit, activityKind, signatory, project, ...agreement } = agreementOf(record)
  const read = agreementFields.safeParse({
    ...agreement,
    unitId: unit?.id ?? null,
    activityKindId: activityKind?.id ?? null,
    signatoryId: signatory?.id ?? null,
    projectId: project?.id ?? null,
  } satisfies AgreementFields)
  if (!read.success) {
    const [issue] = read.error.issues
    throw fieldRefused(String(issue?.path[0]), issue?.message ?? '')
  }
  if (!(await queries.updateDraft(tx, id, version, read.data))) throw conflict(agreement)
}

/** Only drafts are merged, and of one volunteer: what was concluded is a document, with a number and a copy on paper. */
function whyNot(kept: Agreement, merged: Agreement): FieldProblem[] {
  const areDrafts = kept.status === 'draft' && merged.status === 'draft'
  return [
    ...(areDrafts ? [] : [{ key: 'agreements.errors.mergeConcluded' }]),
    ...(kept.volunteerId === merged.volunteerId ? [] : [{ key: 'agreements.errors.mergeVolunteers' }]),
  ]
}

/** What a merge of two records of this register does. */
export const agreementsMerged: MergedRegister<typeof agreementsRegister> = {
  list: agreementsList,
  fields: mergedFields,
  read,
  write,
  // A draft has no number under which somebody would look for it.
  words: () => [],
  title: (record) => {
    const { number, volunteerName, startsOn } = agreementOf(record)
    return [number, volunteerName, formatDay(startsOn)].filter(Boolean).join(', ')
  },
  searchKinds: ['agreements'],
  moves: [
    { name: 'hours', table: 'hour_entries', column: 'agreement_id' },
    { name: 'annexes', table: 'agreement_annexes', column: 'agreement_id' },
    { name: 'terminations', table: 'agreement_terminations', column: 'agreement_id' },
    { name: 'eventLists', table: 'event_members', column: 'agreement_id' },
    { name: 'placements', table: 'placements', column: 'agreement_id' },
    { name: 'costSettlements', table: 'cost_settlements', column: 'agreement_id' },
  ],
  unique: ['number'],
  whyNotUndone: (kept) =>
    agreementOf(kept).status === 'draft' ? undefined : 'agreements.errors.mergedConcluded',
  whyNot: async (_db, kept, merged) => whyNot(agreementOf(kept), agreementOf(merged)),
}

/** The handlers of finding agreements that stand in the register twice, and of merging drafts. */
export const agreementsMergingHandlers: Pick<
  Handlers<typeof agreementsContract>,
  'duplicates' | 'merging'
> = {
  duplicates: duplicateHandlers(agreementsCompared),

  merging: mergingHandlers(agreementsMerged),
}
