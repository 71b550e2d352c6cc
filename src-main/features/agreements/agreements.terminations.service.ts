import type {
  Termination,
  TerminationFields,
  terminationsContract,
} from '#shared/features/agreements/agreements.terminations.contract.ts'
import {
  earliestEnd,
  terminationObstacles,
} from '#shared/features/agreements/agreements.terminations.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import { cancelDocument, freezePdfs } from '../../documents/issuing.ts'
import { type CommandContext, unitScope } from '../../kit/context.ts'
import { conflict, notFound, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { settleStatus } from '../requirements/requirements.service.ts'
import { refuseStopped } from './agreements.annexes.service.ts'
import { copiesFor, referencesOf } from './agreements.document.service.ts'
import * as life from './agreements.life.queries.ts'
import { getAgreement } from './agreements.reader.ts'
import * as queries from './agreements.terminations.queries.ts'

/** The end of an agreement; refuses `NOT_FOUND`. */
export async function getTermination(db: Db, id: number): Promise<Termination> {
  const termination = await queries.findTermination(db, id)
  if (!termination) throw notFound('agreements')
  return termination
}

async function lookAt(db: Db, termination: TerminationFields, today: Day, unitId: number | null) {
  const agreement = await getAgreement(db, termination.agreementId, unitId)
  const references = await referencesOf(db, { ...agreement, signatoryId: termination.signatoryId })
  const lived = await life.lifeOf(db, agreement.id)
  return {
    agreement,
    volunteer: references.volunteer,
    obstacles: terminationObstacles(agreement, termination, { ...references, today }, lived),
  }
}

/** Notes which document was issued of the end of an agreement. */
export async function noteTerminationDocument(tx: Tx, id: number, documentId: number): Promise<void> {
  await queries.updateDocumentOfTermination(tx, id, documentId)
}

type Writing = Pick<CommandContext, 'tx' | 'record' | 'now' | 'today' | 'user' | 'services'>

/** Ends an agreement before its time inside the caller's transaction. The PDF is made after the commit. */
export async function terminateAgreement(
  context: Writing,
  { version, isPaper, ...termination }: TerminationFields & { version: number; isPaper: boolean },
): Promise<Termination> {
  const { tx, record, now, today } = context
  const { agreement, volunteer, obstacles } = await lookAt(tx, termination, today, null)
  if (agreement.version !== version) throw conflict(agreement)
  refuseStopped(obstacles)
  const { mode, endsOn, givenOn, givenIn, signatoryId } = termination
  const id = await queries.insertTermination(tx, termination, {
    endsBefore: agreement.endsOn,
    createdAt: now,
  })
  if (!(await life.updateTerms(tx, { ...agreement, endsOn }, { endedBy: mode }))) throw conflict(agreement)
  if (!isPaper)
    await context.services.issuePaper(context, {
      kind: 'termination',
      agreementId: agreement.id,
      originId: id,
      signatoryId,
      issuedOn: givenOn,
      place: givenIn,
      projectId: agreement.projectId,
      copies: copiesFor(volunteer, givenOn),
    })
  // Why somebody left is read where the agreement is, and not in lists of what was done.
  await record({
    kind: 'agreements',
    recordId: agreement.id,
    action: 'terminated',
    before: { endsOn: agreement.endsOn },
    after: { endsOn, endedBy: mode, givenOn },
  })
  await settleStatus(context, agreement.volunteerId)
  return getTermination(tx, id)
}

export const terminationsHandlers: Handlers<typeof terminationsContract> = {
  of: async ({ db, user }, { agreementId }) => {
    await getAgreement(db, agreementId, unitScope(user))
    return queries.listTerminations(db, agreementId)
  },

  check: async ({ db, user, today }, termination) => {
    const { agreement, obstacles } = await lookAt(db, termination, today, unitScope(user))
    return { obstacles, earliest: earliestEnd(termination, agreement) }
  },

  terminate: inSteps({
    run: (context, input) => terminateAgreement(context, input),
    after: async ({ db, services, transaction }) => {
      await freezePdfs(db, services, transaction)
    },
  }),

  cancel: async (context, { id, version, reason }) => {
    const { tx, record } = context
    const termination = await getTermination(tx, id)
    if (termination.status !== 'concluded') throw ruleBroken('agreements.errors.terminationCancelled')
    const agreement = await getAgreement(tx, termination.agreementId)
    if (!(await queries.markTerminationCancelled(tx, id, version, reason))) throw conflict(termination)
    const restored = { ...agreement, endsOn: termination.endsBefore }
    if (!(await life.updateTerms(tx, restored, { endedBy: '' }))) throw conflict(agreement)
    if (termination.documentId !== null)
      await cancelDocument(tx, termination.documentId, reason, { kind: 'agreements', id: agreement.id })
    await record({
      kind: 'agreements',
      recordId: agreement.id,
      action: 'terminationCancelled',
      before: { endsOn: agreement.endsOn, endedBy: agreement.endedBy },
      after: { endsOn: termination.endsBefore, cancelReason: reason },
    })
    await settleStatus(context, agreement.volunteerId)
    return getTermination(tx, id)
  },
}
