import {
  type DocumentDifference,
  type DocumentFields,
  documentFields,
  type documentsContract,
  type IssuedDocument,
} from '#shared/features/documents/documents.contract.ts'
import { documentData } from '#shared/features/documents/documents.envelope.document.ts'
import { inputSchema } from '#shared/features/documents/documents.kind.ts'
import { kindOf } from '#shared/features/documents/documents.kinds.ts'
import { formatDay } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { freezePdfs, issueDocument } from '../../documents/issuing.ts'
import { type CommandContext, unitScope } from '../../kit/context.ts'
import { conflict, fieldRefused, ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { settleAfterDocument } from '../requirements/requirements.service.ts'
import * as numbers from './documents.numbers.queries.ts'
import * as queries from './documents.queries.ts'
import { getDocument, recordOf, viewOf } from './documents.service.ts'
import { peopleIn, settingsOf, sourceOf } from './documents.sources.service.ts'

async function changeState(
  { tx, record }: Pick<CommandContext, 'tx' | 'record'>,
  before: IssuedDocument,
  version: number,
  action: string,
  change: Parameters<typeof queries.updateState>[2],
): Promise<void> {
  if (!(await queries.updateState(tx, { id: before.id, version }, change))) throw conflict(before)
  const { state, signedOn, deliveredOn, delivery, cancelReason } = before
  await record({
    ...recordOf(before),
    action,
    before: { state, signedOn, deliveredOn, delivery, cancelReason },
    after: { signedOn, deliveredOn, delivery, cancelReason, ...change },
  })
}

/** The content with which a document of a kind was issued; refuses that of an agreement. */
async function contentOf(db: Db, document: IssuedDocument): Promise<DocumentFields> {
  const { id } = document
  if (document.kind === 'agreement') throw ruleBroken('documents.errors.ofAgreement')
  const { input, volunteerId, staffId } = await queries.getFrozen(db, id)
  // What was issued before a field was there gets its default.
  const fields = documentFields.parse(JSON.parse(input))
  const subject = fields.agreementId === null ? { volunteerId, staffId } : {}
  return { ...fields, ...subject, corrects: id, newCase: null, caseId: document.caseId }
}

/** The texts of a document's data by their paths: `body.statement`, `body.agreements.0.period`. */
function textsOf(value: unknown, path = ''): Map<string, string> {
  if (value === null || typeof value !== 'object')
    return new Map([[path, value === null || value === undefined ? '' : String(value)]])
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [...textsOf(inner, path ? `${path}.${key}` : key)]),
  )
}

function differencesBetween(before: object, now: object): DocumentDifference[] {
  const [old, current] = [textsOf(before), textsOf(now)]
  return [...new Set([...old.keys(), ...current.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? '', now: current.get(path) ?? '' }))
    .filter((each) => each.before !== each.now)
}

type Handled = 'sign' | 'deliver' | 'cancel' | 'duplicate' | 'contentOf' | 'differences'

export const documentsStatesHandlers: Pick<Handlers<typeof documentsContract>, Handled> = {
  sign: async (context, { id, version, signedOn }) => {
    const { tx, user, services, today } = context
    const before = await getDocument(tx, id, user)
    if (before.state !== 'issued') throw ruleBroken('documents.errors.notIssued')
    if (signedOn < before.issuedOn || signedOn > today)
      throw fieldRefused('signedOn', 'documents.errors.dayOutside')
    await changeState(context, before, version, 'signed', { state: 'signed', signedOn })
    return viewOf(tx, services, await getDocument(tx, id, user))
  },

  deliver: async (context, { id, version, deliveredOn, delivery }) => {
    const { tx, user, services, today } = context
    const before = await getDocument(tx, id, user)
    if (before.state !== 'issued' && before.state !== 'signed') throw ruleBroken('documents.errors.notIssued')
    if (deliveredOn < (before.signedOn ?? before.issuedOn) || deliveredOn > today)
      throw fieldRefused('deliveredOn', 'documents.errors.dayOutside')
    const signedOn = before.signedOn ?? deliveredOn
    await changeState(context, before, version, 'delivered', {
      state: 'delivered',
      signedOn,
      deliveredOn,
      delivery,
    })
    return viewOf(tx, services, await getDocument(tx, id, user))
  },

  cancel: async (context, { id, version, reason }) => {
    const { tx, user, services } = context
    const before = await getDocument(tx, id, user)
    if (before.kind === 'agreement') throw ruleBroken('documents.errors.ofAgreement')
    if (before.state === 'cancelled') throw ruleBroken('documents.errors.cancelledBefore')
    await changeState(context, before, version, 'cancelled', { state: 'cancelled', cancelReason: reason })
    await numbers.cancelGivenNumber(tx, id, reason)
    const volunteerId = await queries.volunteerOf(tx, id)
    await settleAfterDocument(context, { kind: before.kind, volunteerId })
    return viewOf(tx, services, await getDocument(tx, id, user))
  },

  duplicate: inSteps({
    run: async ({ tx, user, now, record, services }, { id, issuedOn }) => {
      const first = await getDocument(tx, id, user)
      if (first.state === 'cancelled') throw ruleBroken('documents.errors.cancelledBefore')
      if (first.kind === 'agreement') throw ruleBroken('documents.errors.ofAgreement')
      if (issuedOn < first.issuedOn) throw fieldRefused('issuedOn', 'documents.errors.dayOutside')
      const frozen = await queries.getFrozen(tx, id)
      const data = JSON.parse(frozen.data)
      const copy = await issueDocument(
        tx,
        {
          kind: first.kind,
          template: frozen.template,
          templateVersion: frozen.version,
          title: `Duplikat: ${first.title}`.slice(0, 200),
          // The number is that of the first: a duplicate says the same once more.
          number: first.number,
          recordKind: first.recordKind,
          recordId: first.recordId,
          unitId: frozen.unitId,
          volunteerId: frozen.volunteerId,
          staffId: frozen.staffId,
          personName: first.personName,
          signatory:
            frozen.signatoryId === null ? null : { id: frozen.signatoryId, fullName: first.signatoryName },
          copies: 1,
          data: { ...data, mark: `DUPLIKAT wydany ${formatDay(issuedOn)}` },
          issuedOn,
          case: first.caseId === null ? null : { id: first.caseId, sign: first.caseSign ?? '' },
          input: JSON.parse(frozen.input),
          projectId: frozen.projectId,
          original: { id, relation: 'duplicate' },
        },
        { userId: user.id, at: now, compiler: services.compiler },
      )
      await record({
        ...recordOf({ ...first, id: copy }),
        action: 'duplicated',
        after: { number: first.number },
      })
      return { id: copy }
    },
    after: async ({ db, services, transaction }) => {
      await freezePdfs(db, services, transaction)
    },
  }),

  contentOf: async ({ db, user }, { id }) => {
    return contentOf(db, await getDocument(db, id, user))
  },

  differences: async ({ db, user, today }, { id }) => {
    const document = await getDocument(db, id, user)
    const kind = kindOf(document.kind)
    if (!kind) return []
    const fields = await contentOf(db, document)
    const settings = await settingsOf(db, kind)
    const input = inputSchema(kind.fields).parse(fields.input)
    const found = await sourceOf(
      db,
      kind,
      fields,
      { ...fields, issuedOn: today, people: peopleIn(kind, input) },
      unitScope(user),
    )
    const now = documentData(kind, found.source, input, {
      number: document.number || null,
      pattern: settings.pattern,
      sign: document.caseSign,
      isDraft: false,
      place: fields.place || found.source.centre.town,
      mark: null,
    })
    const before = JSON.parse((await queries.getFrozen(db, id)).data)
    return differencesBetween({ ...before, mark: null }, JSON.parse(JSON.stringify(now)))
  },
}
