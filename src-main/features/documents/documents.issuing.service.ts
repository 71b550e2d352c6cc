import {
  type DocumentFields,
  documentFields,
  type documentsContract,
} from '#shared/features/documents/documents.contract.ts'
import { documentData } from '#shared/features/documents/documents.envelope.document.ts'
import type { AnyDocumentKind } from '#shared/features/documents/documents.kind.ts'
import { numberText, whyNotIssuable } from '#shared/features/documents/documents.rules.ts'
import { formatDay, yearOf } from '#shared/kit/dates.ts'
import { unprintableIn } from '#shared/kit/printable.ts'
import type { Tx } from '../../database/database.ts'
import { freezePdfs, issueDocument } from '../../documents/issuing.ts'
import { takeNumber } from '../../documents/numbering.ts'
import { drawToday } from '../../documents/templates.ts'
import { type CommandContext, type PublicCommandContext, unitScope } from '../../kit/context.ts'
import { ruleBroken } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import type { IssuePaper } from '../../kit/papers.ts'
import { noteAnnexDocument } from '../agreements/agreements.annexes.service.ts'
import { noteTerminationDocument } from '../agreements/agreements.terminations.service.ts'
import { getCase, openCase } from '../cases/cases.service.ts'
import { settleAfterDocument } from '../requirements/requirements.service.ts'
import * as drafts from './documents.drafts.queries.ts'
import * as numbers from './documents.numbers.queries.ts'
import * as queries from './documents.queries.ts'
import { recordOf } from './documents.service.ts'
import {
  getKindFor,
  type ReadyDocument,
  readyDocument,
  settingsOf,
  sourceOf,
} from './documents.sources.service.ts'

/** The series in which the numbers of a kind run. */
export function seriesOf(kind: string): string {
  return `documents:${kind}`
}

/** Who issues, and in which transaction. */
export type IssueContext = Pick<CommandContext, 'tx' | 'now' | 'today' | 'record' | 'user' | 'services'>

/** Gives the next number of a kind's register in the year of a day; null where the kind has none. */
export async function giveNumber(
  tx: Tx,
  kind: string,
  pattern: string,
  day: string,
): Promise<{ register: string; year: number; number: number; text: string } | null> {
  if (!pattern) return null
  const year = yearOf(day)
  const number = await takeNumber(tx, seriesOf(kind), year)
  return { register: kind, year, number, text: numberText(pattern, number, year) }
}

/**
 * Issues a document inside the caller's transaction: checks what is in its way, gives the number and, where one is to be
 * opened, the case, and freezes the data. The PDF is made after the commit.
 *
 * @param looked how it was found a moment ago, in the same transaction
 * @returns its id, number and title
 */
export async function issue(
  context: IssueContext,
  fields: DocumentFields,
  overrides: Record<string, string>,
  looked?: ReadyDocument,
): Promise<{ id: number; number: string; title: string }> {
  const { tx, now, today, record, user, services } = context
  getKindFor(user, fields.kind)
  const { kind, settings, found, input, problems, classId } =
    looked ?? (await readyDocument(tx, fields, today, unitScope(user)))
  const stop = whyNotIssuable(problems, overrides)
  if (stop) throw ruleBroken(stop.key, shownParams(stop.params))
  const file = await caseOf(context, fields, classId)
  const given = await giveNumber(tx, kind.code, settings.pattern, fields.issuedOn)
  const data = documentData(kind, found.source, input, {
    number: given?.text ?? null,
    pattern: settings.pattern,
    sign: file?.sign ?? null,
    isDraft: false,
    place: fields.place || found.source.centre.town,
    mark: fields.corrects === null ? null : await correctionMark(tx, fields.corrects),
  })
  const title = [data.title, given ? `nr ${given.text}` : '', given ? '' : data.subtitle]
    .filter(Boolean)
    .join(' ')
    .slice(0, 200)
  const id = await issueDocument(
    tx,
    {
      kind: kind.code,
      template: kind.template,
      title,
      number: given?.text ?? '',
      recordKind: found.record.kind,
      recordId: found.record.id,
      unitId: found.unitId,
      volunteerId: found.volunteerId,
      staffId: found.staffId,
      personName: found.personName || firstLineOf(input),
      signatory: kind.isSignedByCentre ? found.signatory : null,
      copies: fields.copies ?? settings.copies,
      delivery: fields.delivery,
      data,
      issuedOn: fields.issuedOn,
      case: file,
      input: { ...fields, input },
      projectId: fields.projectId,
      overrides: usedOverrides(
        problems.map(({ key }) => key),
        overrides,
      ),
      original: fields.corrects === null ? null : { id: fields.corrects, relation: 'correction' },
    },
    { userId: user.id, at: now, compiler: services.compiler },
  )
  if (given)
    await numbers.insertGivenNumber(tx, {
      ...given,
      documentId: id,
      paperNote: '',
      givenOn: fields.issuedOn,
      givenBy: user.id,
      givenAt: now,
    })
  await noteAtOrigin(tx, kind, fields.originId, id)
  await record({
    ...recordOf({ id, kind: kind.code, recordKind: found.record.kind, recordId: found.record.id }),
    action: 'issued',
    after: { kind: kind.code, number: given?.text ?? '', caseSign: file?.sign ?? '' },
  })
  await settleAfterDocument(context, { kind: kind.code, volunteerId: found.volunteerId })
  return { id, number: given?.text ?? '', title }
}

/** Tells the record from which a document was written which one it is. */
async function noteAtOrigin(
  tx: Tx,
  { origin }: AnyDocumentKind,
  originId: number | null,
  documentId: number,
): Promise<void> {
  if (originId === null) return
  if (origin === 'annexes') await noteAnnexDocument(tx, originId, documentId)
  if (origin === 'terminations') await noteTerminationDocument(tx, originId, documentId)
}

/** Issues the document of a record as its form would propose it; see `IssuePaper`. */
export const issuePaper: IssuePaper = async (context, { originId, agreementId, ...paper }) => {
  const { tx } = context
  const kind = getKindFor(context.user, paper.kind)
  const subject = { volunteerId: null, staffId: null, agreementId, unitId: null, originId }
  const { source } = await sourceOf(tx, kind, subject, paper, null)
  const fields = documentFields.parse({ ...subject, ...paper, input: kind.propose(source) })
  return (await issue(context, fields, {})).id
}

/** What was set aside of what stood in the way; a reason for what did not is left out. */
function usedOverrides(keys: readonly string[], overrides: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(overrides).filter(([key]) => keys.includes(key)))
}

/** A letter to somebody who is in no register is named after the first line of its address. */
function firstLineOf({ addressee }: Record<string, unknown>): string {
  return typeof addressee === 'string' ? (addressee.split('\n').find(Boolean) ?? '') : ''
}

function shownParams(params: Record<string, string | number> | undefined) {
  if (!params) return undefined
  const day = params.day
  return typeof day === 'string' ? { ...params, day: formatDay(day) } : params
}

/** A case that is opened with a document was begun by the office itself. */
const beganHere = { sender: '', senderSign: '', senderOn: null, notes: '' }

async function caseOf(context: IssueContext, fields: DocumentFields, classId: number | null) {
  if (fields.caseId !== null) {
    const found = await getCase(context.tx, fields.caseId)
    if (found.cancelReason || found.closedOn) throw ruleBroken('documents.errors.caseClosed')
    return { id: found.id, sign: found.sign }
  }
  if (fields.newCase === null) return null
  if (classId === null) throw ruleBroken('documents.problems.noClass')
  const opened = await openCase(context, {
    ...fields.newCase,
    ...beganHere,
    classId,
    openedOn: fields.issuedOn,
  })
  return { id: opened.id, sign: opened.sign }
}

async function correctionMark(tx: Tx, id: number): Promise<string> {
  const original = await queries.findDocument(tx, id, null)
  if (!original) throw ruleBroken('documents.errors.noOriginal')
  return `KOREKTA: ${original.title} z ${formatDay(original.issuedOn)}`
}

/** Removes the draft that a document was; one that somebody removed meanwhile is no obstacle. */
async function removeDraftOf(
  { tx }: Pick<PublicCommandContext, 'tx'>,
  draftId: number | null,
): Promise<void> {
  if (draftId !== null) await drafts.deleteDraft(tx, draftId, null)
}

type Handled = 'propose' | 'preview' | 'issue'

export const documentsIssuingHandlers: Pick<Handlers<typeof documentsContract>, Handled> = {
  propose: async ({ db, user }, { issuedOn, people, ...subject }) => {
    const kind = getKindFor(user, subject.kind)
    const { source, personName } = await sourceOf(
      db,
      kind,
      subject,
      { issuedOn, signatoryId: null, people: people.map((id) => ({ id, name: '' })) },
      unitScope(user),
    )
    const { classId, copies } = await settingsOf(db, kind)
    return {
      input: kind.propose(source),
      agreements: source.agreements.map(({ id, number, startsOn, endsOn, unitName }) => ({
        id,
        label: [number, `${formatDay(startsOn)} – ${endsOn ? formatDay(endsOn) : '…'}`, unitName]
          .filter(Boolean)
          .join(' · '),
      })),
      personName,
      formOfAddress: (source.volunteer ?? source.staff)?.formOfAddress,
      hasClass: classId !== null,
      copies,
    }
  },

  preview: async ({ db, user, today, services }, fields) => {
    getKindFor(user, fields.kind)
    const { kind, settings, found, input, problems } = await readyDocument(db, fields, today, unitScope(user))
    const data = documentData(kind, found.source, input, {
      number: null,
      pattern: settings.pattern,
      sign: fields.caseId === null ? null : (await getCase(db, fields.caseId)).sign,
      isDraft: true,
      place: fields.place || found.source.centre.town,
      mark: null,
    })
    const { svg, count, width, height } = await drawToday(db, services.compiler, {
      kind: kind.code,
      template: kind.template,
      data,
      issuedOn: fields.issuedOn,
    })
    const characters = unprintableIn(JSON.stringify(data)).join(' ')
    return {
      svg,
      pages: count,
      width,
      height,
      followed: kind.follow?.(found.source, input) ?? {},
      problems: [
        ...(characters
          ? [{ key: 'documents.errors.unprintable', level: 'stop' as const, params: { characters } }]
          : []),
        ...problems,
      ],
    }
  },

  issue: inSteps({
    run: async (context, { overrides, draftId, ...fields }) => {
      const issued = await issue(context, fields, overrides)
      await removeDraftOf(context, draftId)
      return issued
    },
    after: async ({ db, services, transaction }) => {
      await freezePdfs(db, services, transaction)
    },
  }),
}
