import type {
  Agreement,
  AgreementFields,
  agreementsContract,
} from '#shared/features/agreements/agreements.contract.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import {
  type Obstacle,
  obstaclesTo,
  whyNotSignable,
} from '#shared/features/agreements/agreements.obstacles.rules.ts'
import type { agreementsRegister } from '#shared/features/agreements/agreements.register.ts'
import { formatDay, yearOf } from '#shared/kit/dates.ts'
import { unprintableIn } from '#shared/kit/printable.ts'
import type { Db, Tx } from '../../database/database.ts'
import { cancelDocument, freezePdfs, issueDocument } from '../../documents/issuing.ts'
import { lastNumbers, noteNumber, numberKey, takeBackNumber, takeNumber } from '../../documents/numbering.ts'
import { drawToday } from '../../documents/templates.ts'
import { type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { conflict, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { bulkHandlers } from '../../kit/register/bulk.ts'
import { registerHandlers } from '../../kit/register/register-handlers.ts'
import { removalHandlers } from '../../kit/register/removal-handlers.ts'
import type { ServedRegister } from '../../kit/register/served.ts'
import { undoHandlers } from '../../kit/register/undo.ts'
import { settleStatus, whyNoAgreement } from '../requirements/requirements.service.ts'
import { markStatusDoubtful } from '../volunteers/volunteers.service.ts'
import { annexesHandlers } from './agreements.annexes.service.ts'
import { documentOf, referencesOf, surroundingsOf } from './agreements.document.service.ts'
import * as importQueries from './agreements.import.queries.ts'
import { chooseKind, missingObstacles, refuseClosedKind } from './agreements.kind.service.ts'
import { agreementsList } from './agreements.list.queries.ts'
import type { agreementsMergingHandlers } from './agreements.merging.service.ts'
import * as queries from './agreements.queries.ts'
import { getAgreement } from './agreements.reader.ts'
import { renewalHandlers } from './agreements.renewal.service.ts'
import { terminationsHandlers } from './agreements.terminations.service.ts'
import { noteWaiver } from './agreements.waiver.service.ts'

/** The series of agreement numbers; `{nr}/{rok}` is what the registers of offices use. */
export const agreementSeries = 'agreements'

/** Signing would be refused where the document has characters that it cannot show (`issueDocument`). */
function unprintableObstacles(data: object): Obstacle[] {
  const characters = unprintableIn(JSON.stringify(data)).join(' ')
  return characters ? [{ key: 'documents.errors.unprintable', level: 'stop', params: { characters } }] : []
}

/** Saves a draft inside the caller's transaction. @returns its id */
export async function draftAgreement(
  { tx, record, now }: Pick<PublicCommandContext, 'tx' | 'record' | 'now'>,
  input: AgreementFields,
) {
  refuseClosedKind((await referencesOf(tx, input)).kind)
  const id = await queries.insertAgreement(tx, input, {
    number: null,
    numberKey: '~',
    importId: null,
    createdAt: now,
  })
  await record({ kind: 'agreements', recordId: id, action: 'created', after: input })
  return id
}

/**
 * Concludes a draft inside the caller's transaction: checks the rules, takes the next number of the year of its
 * conclusion and freezes the data of its document. The PDF is made after the commit.
 */
export async function signAgreement(
  context: Pick<PublicCommandContext, 'tx' | 'record' | 'now' | 'today' | 'services'> & {
    user: { id: number }
  },
  { id, version }: { id: number; version: number },
): Promise<Agreement> {
  const { tx, record, now, today, services, user } = context
  const draft = await getAgreement(tx, id)
  if (draft.status !== 'draft') throw ruleBroken('agreements.errors.notDraft')
  // Before the rules: what stands in the way now may be somebody else's change, which the clerk has not seen.
  if (draft.version !== version) throw conflict(draft)
  const surroundings = await surroundingsOf(tx, draft, id, today)
  const obstacle = whyNotSignable(draft, surroundings)
  if (obstacle) throw ruleBroken(obstacle.key, obstacle.params)
  const [missing] = await whyNoAgreement(tx, draft, today)
  if (missing) throw ruleBroken(missing.key, missing.params)

  const year = yearOf(draft.concludedOn)
  const sequence = await takeNumber(tx, agreementSeries, year)
  const number = `${sequence}/${year}`
  const isSigned = await queries.markAgreementSigned(
    tx,
    id,
    version,
    { number, numberKey: numberKey(year, sequence) },
    draft,
  )
  if (!isSigned) throw conflict(draft)
  const { template, data } = await documentOf(tx, draft, number, surroundings)
  const documentId = await issueDocument(
    tx,
    {
      kind: 'agreement',
      template,
      title: `${data.title} nr ${number}`,
      number,
      recordKind: 'agreements',
      recordId: id,
      unitId: draft.unitId,
      volunteerId: draft.volunteerId,
      staffId: null,
      personName: draft.volunteerName,
      signatory: surroundings.signatory,
      projectId: draft.projectId,
      copies: template === 'agreement-minor' ? 3 : 2,
      data,
      issuedOn: draft.concludedOn,
    },
    { userId: user.id, at: now, compiler: services.compiler },
  )
  await queries.updateDocumentOf(tx, id, documentId)
  await record({
    kind: 'agreements',
    recordId: id,
    action: 'signed',
    before: { status: 'draft', number: null },
    after: { status: 'signed', number },
  })
  await settleStatus(context, draft.volunteerId)
  return getAgreement(tx, id)
}

/** An agreement that was signed on paper before, as the import brings it. */
export interface PaperAgreement {
  agreement: AgreementFields
  /** `17/2007` */
  number: string
  year: number
  sequence: number
  /** Null for the example data. */
  importId: number | null
}

/**
 * Enters an agreement that was signed on paper; its number will not be given again. Refuses one that is taken. The status of
 * the volunteer is worked out after the last row (`settleDueStatuses`).
 */
export async function enterPaperAgreement(
  { tx, record, now }: Pick<PublicCommandContext, 'tx' | 'record' | 'now'>,
  paper: PaperAgreement,
): Promise<number> {
  if ((await queries.listTakenNumbers(tx, [paper.number])).size > 0) {
    throw ruleBroken('agreements.errors.numberTaken', { number: paper.number })
  }
  await noteNumber(tx, agreementSeries, paper.year, paper.sequence)
  const id = await queries.insertAgreement(tx, paper.agreement, {
    number: paper.number,
    numberKey: numberKey(paper.year, paper.sequence),
    importId: paper.importId,
    createdAt: now,
  })
  await markStatusDoubtful(tx, paper.agreement.volunteerId)
  await record({ kind: 'agreements', recordId: id, action: 'imported' })
  return id
}

/**
 * Takes an agreement that an import entered out of the register again. Where its number is the last of its year, the
 * next agreement gets it.
 */
export async function removePaperAgreement(tx: Tx, id: number): Promise<void> {
  const agreement = await getAgreement(tx, id)
  if (agreement.status !== 'signed' || !agreement.isPaper) throw ruleBroken('agreements.errors.notSigned')
  await importQueries.deleteAgreement(tx, id)
  await markStatusDoubtful(tx, agreement.volunteerId)
  const [sequence, year] = (agreement.number ?? '').split('/').map(Number)
  if (!sequence || !year) return
  await takeBackNumber(tx, agreementSeries, year, sequence, await importQueries.lastSequence(tx, year))
}

/** Which of these numbers the register already has, for the dry run of an import. */
export function takenNumbers(db: Db, numbers: string[]): Promise<Set<string>> {
  return queries.listTakenNumbers(db, numbers)
}

/** The last number of each year, after which the next agreement is numbered. */
export function lastAgreementNumbers(db: Db): Promise<Map<number, number>> {
  return lastNumbers(db, agreementSeries)
}

async function refuseUnlessDraft(db: Db, id: number): Promise<Agreement> {
  const agreement = await getAgreement(db, id)
  if (agreement.status !== 'draft') throw ruleBroken('agreements.errors.notDraft')
  return agreement
}

async function changeDraft(
  { tx, record }: Pick<PublicCommandContext, 'tx' | 'record'>,
  { id, version, ...agreement }: AgreementFields & Pick<Agreement, 'id' | 'version'>,
): Promise<Agreement> {
  const before = await refuseUnlessDraft(tx, id)
  const { kind } = await referencesOf(tx, agreement)
  if (agreement.activityKindId !== before.activityKindId) refuseClosedKind(kind)
  if (!(await queries.updateDraft(tx, id, version, agreement))) throw conflict(before)
  const after = await getAgreement(tx, id)
  await record({ kind: 'agreements', recordId: id, action: 'changed', before, after })
  return after
}

/** What the tools of every register need to know of this one. */
export const agreementsServed: ServedRegister<typeof agreementsRegister> = { list: agreementsList }

export const agreementsHandlers: Omit<
  Handlers<typeof agreementsContract>,
  keyof typeof agreementsMergingHandlers
> = {
  ...registerHandlers(agreementsServed),

  removal: removalHandlers({
    list: agreementsList,
    searchKinds: ['agreements'],
    get: getAgreement,
    title: async (db, id) => {
      const { volunteerName, startsOn, endsOn } = await getAgreement(db, id)
      return `${volunteerName}, ${formatDay(startsOn)} – ${endsOn ? formatDay(endsOn) : '…'}`
    },
    reasons: async (db, id) =>
      (await getAgreement(db, id)).status === 'draft'
        ? []
        : [{ key: 'agreements.held.concluded', records: [] }],
  }),

  get: ({ db, user }, { id }) => getAgreement(db, id, unitScope(user)),

  preview: async ({ db, today, services }, { id, ...agreement }) => {
    const surroundings = await surroundingsOf(db, agreement, id, today)
    const { template, data } = await documentOf(db, agreement, null, surroundings)
    const { svg, count, width, height } = await drawToday(db, services.compiler, {
      kind: 'agreement',
      template,
      data,
      issuedOn: agreement.concludedOn,
    })
    const obstacles = [...unprintableObstacles(data), ...obstaclesTo(agreement, surroundings)]
    const missing = await missingObstacles(db, agreement, today)
    return {
      svg,
      pages: count,
      width,
      height,
      obstacles: [...missing.stops, ...obstacles, ...missing.warnings],
    }
  },

  create: async (context, input) => getAgreement(context.tx, await draftAgreement(context, input)),

  change: changeDraft,

  bulk: bulkHandlers(agreementsList, {
    get: getAgreement,
    change: changeDraft,
    refusal: ({ status }) => (status === 'draft' ? undefined : ruleBroken('agreements.errors.onlyDrafts')),
  }),

  undo: undoHandlers(agreementsList, { fields: agreementFields, get: getAgreement, change: changeDraft }),

  sign: inSteps({
    run: (context, input) => signAgreement(context, input),
    after: async ({ db, services, transaction }) => {
      await freezePdfs(db, services, transaction)
    },
  }),

  cancel: async (context, { id, version, reason }) => {
    const { tx, record, services } = context
    const before = await getAgreement(tx, id)
    if (before.status !== 'signed') throw ruleBroken('agreements.errors.notSigned')
    if (before.annexCount > 0 || before.endedBy !== '') throw ruleBroken('agreements.errors.changedSince')
    const [held] = await services.holdersOf('agreements', tx, id)
    if (held) throw ruleBroken(held.key, held.params)
    if (!(await queries.markAgreementCancelled(tx, id, version, reason))) throw conflict(before)
    // A list that others have signed as well stays.
    if (before.documentId !== null)
      await cancelDocument(tx, before.documentId, reason, { kind: 'agreements', id })
    const after = await getAgreement(tx, id)
    await record({ kind: 'agreements', recordId: id, action: 'cancelled', before, after })
    await settleStatus(context, before.volunteerId)
    return after
  },

  noteWaiver,

  chooseKind,

  annexes: { ...annexesHandlers, ...renewalHandlers },

  terminations: terminationsHandlers,
}
