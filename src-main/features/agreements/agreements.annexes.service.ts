import {
  type Annex,
  type AnnexedTerms,
  type AnnexFields,
  annexClauses,
  type annexesContract,
} from '#shared/features/agreements/agreements.annexes.contract.ts'
import {
  amended,
  annexObstacles,
  changesOf,
  classesOf,
  isWaiting,
  termsBefore,
} from '#shared/features/agreements/agreements.annexes.rules.ts'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import type { Obstacle } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { type Day, formatDay, isDay } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { cancelDocument, freezePdfs } from '../../documents/issuing.ts'
import { type CommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { settleStatus } from '../requirements/requirements.service.ts'
import * as queries from './agreements.annexes.queries.ts'
import { copiesFor, referencesOf, surroundingsOf } from './agreements.document.service.ts'
import * as life from './agreements.life.queries.ts'
import { getAgreement } from './agreements.reader.ts'

/** The annex; refuses `NOT_FOUND`, also outside a head's unit. What a draft changes is told as of now. */
export async function getAnnex(db: Db, id: number, unitId: number | null = null): Promise<Annex> {
  const annex = await queries.findAnnex(db, id, unitId)
  if (!annex) throw notFound('agreements')
  return annex.status === 'draft' ? draftOf(await baseOf(db, annex.agreementId), annex) : annex
}

/** An agreement as it is when the annexes that wait are in force. */
export async function baseOf(db: Db, agreementId: number): Promise<Agreement> {
  const waiting = (await queries.listAnnexes(db, agreementId)).filter(isWaiting)
  return waiting.reduce(
    (agreement, { changes }) => amended(agreement, changes),
    await getAgreement(db, agreementId),
  )
}

function fieldsOf(base: Agreement, annex: Annex): AnnexFields {
  const { agreementId, clauses, freeText, concludedOn, concludedIn, validFrom, signatoryId } = annex
  const names = Object.values(annexClauses).flat()
  const terms = Object.fromEntries(names.map((name) => [name, base[name]])) as unknown as AnnexedTerms
  const own = { agreementId, clauses, freeText, concludedOn, concludedIn, validFrom, signatoryId }
  return { ...terms, ...annex.entered, ...own }
}

/** What a draft changes of an agreement as it is now. */
function draftOf(base: Agreement, draft: Annex): Annex {
  const changes = changesOf(base, fieldsOf(base, draft))
  return {
    ...draft,
    changes,
    before: termsBefore(base, changes),
    unitBeforeName: base.unitName,
    ...classesOf(base, amended(base, changes)),
  }
}

/** The fields of the clauses that an annex names. */
function enteredOf(annex: AnnexFields): Partial<AnnexedTerms> {
  return Object.fromEntries(
    annex.clauses.flatMap((clause) => annexClauses[clause]).map((field) => [field, annex[field]]),
  )
}

/** Refuses beside its field what makes no sense whatever the rules are. */
function refuseUnsound(base: Agreement, annex: AnnexFields): void {
  const read = agreementFields.safeParse(amended(base, changesOf(base, annex)))
  const [issue] = read.error?.issues ?? []
  if (issue) throw fieldRefused(String(issue.path[0]), issue.message)
}

async function lookAt(db: Db, annex: AnnexFields, today: Day) {
  const base = await baseOf(db, annex.agreementId)
  const changes = changesOf(base, annex)
  const after = { ...amended(base, changes), signatoryId: annex.signatoryId }
  const around = await surroundingsOf(db, after, annex.agreementId, today, annex.validFrom)
  const obstacles = annexObstacles(base, annex, around, await life.lifeOf(db, annex.agreementId))
  return { base, changes, obstacles }
}

/** The day from which something waits, as a refusal names it. */
function shownParams({ params }: Obstacle) {
  const entries = Object.entries(params ?? {})
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      typeof value === 'string' && isDay(value) ? formatDay(value) : value,
    ]),
  )
}

/** Refuses with the first obstacle that stops. */
export function refuseStopped(obstacles: readonly Obstacle[]): void {
  const stop = obstacles.find(({ level }) => level === 'stop')
  if (stop) throw ruleBroken(stop.key, shownParams(stop))
}

type Writing = Pick<CommandContext, 'tx' | 'record' | 'now' | 'today' | 'user' | 'services'>

/** Saves a draft inside the caller's transaction. @returns its id */
export async function draftAnnex({ tx, record, now }: Writing, annex: AnnexFields): Promise<number> {
  const base = await baseOf(tx, annex.agreementId)
  if (base.status !== 'signed') throw ruleBroken('agreements.errors.notConcluded')
  refuseUnsound(base, annex)
  await referencesOf(tx, { ...base, ...enteredOf(annex), signatoryId: annex.signatoryId })
  const id = await queries.insertAnnex(tx, annex.agreementId, annex, enteredOf(annex), now)
  await record({ kind: 'agreements', recordId: annex.agreementId, action: 'annexDrafted' })
  return id
}

/**
 * Concludes a draft inside the caller's transaction: gives it its number, changes the agreement where it is valid already,
 * and issues its document. The PDF is made after the commit.
 */
export async function concludeAnnex(
  context: Writing,
  { id, version, isPaper }: { id: number; version: number; isPaper: boolean },
): Promise<Annex> {
  const { tx, record, today } = context
  const draft = await getAnnex(tx, id)
  if (draft.status !== 'draft') throw ruleBroken('agreements.errors.annexNotDraft')
  if (draft.version !== version) throw conflict(draft)
  const entered = fieldsOf(await baseOf(tx, draft.agreementId), draft)
  const { base, changes, obstacles } = await lookAt(tx, entered, today)
  refuseUnsound(base, entered)
  refuseStopped(obstacles)

  const sequence = (await queries.lastSequence(tx, base.id)) + 1
  const before = termsBefore(base, changes)
  const after = amended(base, changes)
  const concluded = { sequence, changes, before, ...classesOf(base, after) }
  if (!(await queries.markAnnexConcluded(tx, id, version, concluded))) throw conflict(draft)
  const now = await getAgreement(tx, base.id)
  const isInForce = draft.validFrom <= today
  const terms = isInForce ? amended(now, changes) : now
  if (!(await life.updateTerms(tx, terms, { annexCount: now.annexCount + 1 }))) throw conflict(now)
  if (isInForce) await queries.markAnnexInForce(tx, id, draft.validFrom)
  if (!isPaper) await issueOf(context, base, { ...draft, sequence })
  await record({
    kind: 'agreements',
    recordId: base.id,
    action: 'annexConcluded',
    before: told(before, draft.unitBeforeName),
    after: { annex: sequence, validFrom: draft.validFrom, ...told(changes, draft.unitName) },
  })
  await settleStatus(context, base.volunteerId)
  return getAnnex(tx, id)
}

/** What the history keeps of changes: the name of a place beside its id. */
function told(changes: Annex['changes'], unitName: string | null) {
  return 'unitId' in changes ? { ...changes, unitName } : changes
}

async function issueOf(context: Writing, agreement: Agreement, annex: Annex): Promise<void> {
  const { volunteer } = await referencesOf(context.tx, agreement)
  await context.services.issuePaper(context, {
    kind: 'annex',
    agreementId: agreement.id,
    originId: annex.id,
    signatoryId: annex.signatoryId,
    issuedOn: annex.concludedOn,
    place: annex.concludedIn,
    projectId: agreement.projectId,
    copies: copiesFor(volunteer, annex.concludedOn),
  })
}

/** Notes which document was issued of an annex. */
export async function noteAnnexDocument(tx: Tx, id: number, documentId: number): Promise<void> {
  await queries.updateDocumentOfAnnex(tx, id, documentId)
}

/** Brings the annexes into force that are valid from this day; called when a day begins. */
export async function settleAnnexes(tx: Tx, today: Day): Promise<void> {
  for (const id of await queries.listDue(tx, today)) {
    const { agreementId, changes, validFrom } = await getAnnex(tx, id)
    const agreement = await getAgreement(tx, agreementId)
    // What was ended before its time lasts no longer by an annex that was concluded before.
    const isEnded = agreement.endedBy !== ''
    if (isEnded && agreement.endsOn && agreement.endsOn < validFrom) continue
    const { endsOn: _, ...others } = changes
    await life.updateTerms(tx, amended(agreement, isEnded ? others : changes), {})
    await queries.markAnnexInForce(tx, id, validFrom)
  }
}

async function cancelAnnex(
  context: Writing,
  { id, version, reason }: { id: number; version: number; reason: string },
): Promise<Annex> {
  const { tx, record } = context
  const annex = await getAnnex(tx, id)
  const all = await queries.listAnnexes(tx, annex.agreementId)
  if (annex.status !== 'concluded') throw ruleBroken('agreements.errors.annexNotConcluded')
  if (all.findLast(({ status }) => status === 'concluded')?.id !== id)
    throw ruleBroken('agreements.errors.annexNotLast')
  const agreement = await getAgreement(tx, annex.agreementId)
  if (agreement.endedBy !== '') throw ruleBroken('agreements.errors.annexEnded')
  const restored = annex.inForceSince === null ? agreement : amended(agreement, annex.before)
  const { lastConfirmedOn } = await life.lifeOf(tx, agreement.id)
  if (restored.endsOn && lastConfirmedOn && restored.endsOn < lastConfirmedOn)
    throw ruleBroken('agreements.obstacles.hoursAfterEnd', { day: formatDay(lastConfirmedOn) })
  if (!(await queries.markAnnexCancelled(tx, id, version, reason))) throw conflict(annex)
  const annexCount = agreement.annexCount - 1
  if (!(await life.updateTerms(tx, restored, { annexCount }))) throw conflict(agreement)
  if (annex.documentId !== null)
    await cancelDocument(tx, annex.documentId, reason, { kind: 'agreements', id: agreement.id })
  await record({
    kind: 'agreements',
    recordId: agreement.id,
    action: 'annexCancelled',
    before: { annex: annex.sequence, ...told(annex.changes, annex.unitName) },
    after: { cancelReason: reason, ...told(annex.before, annex.unitBeforeName) },
  })
  await settleStatus(context, agreement.volunteerId)
  return getAnnex(tx, id)
}

type Handled = Omit<Handlers<typeof annexesContract>, 'checkExtension' | 'extend'>

export const annexesHandlers: Handled = {
  of: async ({ db, user }, { agreementId }) => {
    await getAgreement(db, agreementId, unitScope(user))
    const base = await baseOf(db, agreementId)
    const annexes = await queries.listAnnexes(db, agreementId)
    return annexes.map((annex) => (annex.status === 'draft' ? draftOf(base, annex) : annex))
  },

  get: ({ db, user }, { id }) => getAnnex(db, id, unitScope(user)),

  check: async ({ db, user, today }, annex) => {
    await getAgreement(db, annex.agreementId, unitScope(user))
    const { base, changes, obstacles } = await lookAt(db, annex, today)
    return { obstacles, changes, before: termsBefore(base, changes) }
  },

  create: async (context, annex) => getAnnex(context.tx, await draftAnnex(context, annex)),

  change: async ({ tx, record }, { id, version, ...annex }) => {
    const before = await getAnnex(tx, id)
    if (before.status !== 'draft') throw ruleBroken('agreements.errors.annexNotDraft')
    const base = await baseOf(tx, before.agreementId)
    refuseUnsound(base, annex)
    await referencesOf(tx, { ...base, ...enteredOf(annex), signatoryId: annex.signatoryId })
    if (!(await queries.updateAnnex(tx, id, version, annex, enteredOf(annex)))) throw conflict(before)
    await record({ kind: 'agreements', recordId: before.agreementId, action: 'annexDrafted' })
    return getAnnex(tx, id)
  },

  remove: async ({ tx, record }, { id, version }) => {
    const annex = await getAnnex(tx, id)
    if (annex.status !== 'draft') throw ruleBroken('agreements.errors.annexNotDraft')
    if (!(await queries.deleteAnnex(tx, id, version))) throw conflict(annex)
    await record({ kind: 'agreements', recordId: annex.agreementId, action: 'annexRemoved' })
  },

  conclude: inSteps({
    run: (context, input) => concludeAnnex(context, input),
    after: async ({ db, services, transaction }) => {
      await freezePdfs(db, services, transaction)
    },
  }),

  cancel: cancelAnnex,
}
