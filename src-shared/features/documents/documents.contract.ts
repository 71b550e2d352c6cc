import { z } from 'zod'
import { day, optionalText, requiredText, rowId, rowVersion } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { registerProcedures } from '../../kit/register/procedures.ts'
import type { FormOfAddress } from '../name-forms/name-forms.contract.ts'
import { documentsBulkContract } from './documents.bulk.contract.ts'
import { documentsCheckContract } from './documents.check.contract.ts'
import { type DocumentProblem, maxPeople } from './documents.kind.ts'
import { documentsNoticesContract } from './documents.notices.contract.ts'
import { documentsNumbersContract } from './documents.numbers.contract.ts'
import { documentsOpinionsContract } from './documents.opinions.contract.ts'
import { deliveries, type documentStates, documentsRegister } from './documents.register.ts'
import { isPattern } from './documents.rules.ts'

/** What is known of an issued document. */
export interface IssuedDocument {
  id: number
  /** The code of its kind; `agreement` for one made by the agreements. */
  kind: string
  title: string
  number: string
  personName: string
  recordKind: string
  recordId: number
  issuedOn: string
  issuedAt: string
  issuedByName: string
  state: (typeof documentStates)[number]
  signedOn: string | null
  deliveredOn: string | null
  delivery: (typeof deliveries)[number] | ''
  cancelReason: string
  caseId: number | null
  caseSign: string | null
  signatoryName: string
  copies: number
  /** Reasons for which rules were set aside, by the text key of the rule. */
  overrides: Record<string, string>
  /** The document that this one is a duplicate or correction of. */
  original: { id: number; title: string; relation: 'duplicate' | 'correction' } | null
  /** Duplicates and corrections of this one. */
  related: { id: number; title: string; relation: 'duplicate' | 'correction'; issuedOn: string }[]
  /** SHA-256 of the PDF in hex; null while there is no PDF. */
  sha256: string | null
  version: number
}

/** The pages of an issued document: one SVG with all pages below each other. */
export interface DocumentView extends IssuedDocument {
  svg: string
  pages: number
  width: number
  height: number
  /** Was it cancelled after it was issued? The pages on screen and paper then say so; the PDF is as it was. */
  isCancelled: boolean
}

/** A PDF as it was stored when the document was issued. */
export interface StoredPdf {
  fileName: string
  /** The bytes in base 64. */
  pdf: string
  sha256: string
}

/** A kind of document as the centre uses it. */
export interface KindSettings {
  code: string
  pattern: string
  classId: number | null
  copies: number
  guardDays: number
  /** 0 where the centre has changed nothing yet. */
  version: number
}

const person = {
  volunteerId: z.int().positive().nullable().default(null),
  staffId: z.int().positive().nullable().default(null),
}

/** Whom or what a new document is about. */
export const documentSubject = z.object({
  kind: z.string().max(40),
  ...person,
  agreementId: z.int().positive().nullable().default(null),
  /** The unit that a letter is to. */
  unitId: z.int().positive().nullable().default(null),
  /** The record that it is written from, in the register that its kind names (`origin`). */
  originId: z.int().positive().nullable().default(null),
})

/** What a clerk decides about a new document. */
export const documentFields = documentSubject.extend({
  /** What its kind asks for; see `documents.kind.ts`. */
  input: z
    .record(z.string().max(40), z.unknown())
    .refine((input) => JSON.stringify(input).length <= 200_000, { error: 'validation.invalid' }),
  signatoryId: z.int().positive().nullable().default(null),
  issuedOn: day,
  place: optionalText(80),
  /** The case it belongs to. */
  caseId: z.int().positive().nullable().default(null),
  /** Opens a case for it, in the class of its kind: the unit whose symbol begins the sign (null: the centre). */
  newCase: z
    .object({ unitId: z.int().positive().nullable(), subject: requiredText(300) })
    .nullable()
    .default(null),
  /** How many copies are printed; null for as many as the centre has set for the kind. */
  copies: z.int().min(1).max(20).nullable().default(null),
  /** How it is to reach its addressee; '' where nobody has said. */
  delivery: z.enum(['', ...deliveries]).default(''),
  /** The unit on whose letterhead it is; null for the centre's. */
  letterheadUnitId: z.int().positive().nullable().default(null),
  /** The project that pays for it, whose logos stand on it. */
  projectId: z.int().positive().nullable().default(null),
  /** The document of which this one is a correction. */
  corrects: z.int().positive().nullable().default(null),
})
export type DocumentFields = z.output<typeof documentFields>

/** What a form begins with. */
export interface ProposedDocument {
  input: Record<string, unknown>
  /** The concluded agreements of the person, for a field that asks for some. */
  agreements: { id: number; label: string }[]
  personName: string
  /** How the person is addressed; undefined where it is about nobody. */
  formOfAddress: FormOfAddress | undefined
  /** May a case be opened with it: has the centre set a class for the kind? */
  hasClass: boolean
  /** How many copies the centre prints of the kind. */
  copies: number
}

/** A draft as it takes shape. */
export interface DocumentPreview {
  svg: string
  pages: number
  width: number
  height: number
  problems: DocumentProblem[]
  /** What follows from the fields that were entered, by field; see `DocumentKind.follow`. */
  followed: Record<string, unknown>
}

/** A stored draft. */
export interface DocumentDraft {
  id: number
  kind: string
  personName: string
  createdAt: string
  createdByName: string
  fields: DocumentFields
  version: number
}

/** One field of a document as it was issued and as it would be today. */
export interface DocumentDifference {
  /** Where in the document, as keys with dots. */
  path: string
  before: string
  now: string
}

export const documentsContract = {
  ...documentsBulkContract,
  ...documentsOpinionsContract,
  ...documentsCheckContract,
  ...documentsNoticesContract,
  ...documentsNumbersContract,

  ...registerProcedures(documentsRegister),

  /** The pages, drawn anew from what was frozen. Refuses (`documents.errors.notDrawn`) where that does not succeed. */
  get: query('documents.read').input(rowId).output(output<DocumentView>()),

  /** Notes the printing in the history and answers with the pages to print. */
  printDocument: command('documents.print').input(rowId).output(output<DocumentView>()),

  /**
   * Notes the saving in the history and answers with the PDF as it was stored; one that could not be made at issue
   * is made and stored now. Refuses where its bytes no longer match the SHA-256 kept at issue
   * (`documents.errors.damaged`), and where it cannot be made (`documents.errors.notDrawn`).
   */
  savePdf: command('documents.print').input(rowId).output(output<StoredPdf>()),

  /** Every kind of document as the centre uses it. */
  kinds: query('documents.read').output(output<KindSettings[]>()),

  /** Changes how a kind is numbered, filed and printed. Numbers given before stay. Refuses `CONFLICT`. */
  changeKind: command('settings.write')
    .input(
      z.object({
        code: z.string().max(40),
        pattern: z
          .string()
          .max(60)
          .refine((text) => text === '' || isPattern(text), { error: 'documents.errors.pattern' }),
        classId: z.int().positive().nullable(),
        copies: z.int().min(1).max(20),
        guardDays: z.int().min(0).max(3650),
        version: z.int().min(0),
      }),
    )
    .output(output<KindSettings>()),

  /** What the form of a new document begins with. Refuses `NOT_FOUND` for a person out of reach. */
  propose: query('documents.write')
    .input(
      documentSubject.extend({
        issuedOn: day,
        /** Volunteers for a kind that lists some. */
        people: z.array(z.int().positive()).max(maxPeople).default([]),
      }),
    )
    .output(output<ProposedDocument>()),

  /** The document as it takes shape, and everything in its way. Writes nothing. */
  preview: query('documents.write').input(documentFields).output(output<DocumentPreview>()),

  /** Drafts that were kept, one's own and others', newest first. */
  drafts: query('documents.write').input(z.object(person)).output(output<DocumentDraft[]>()),

  /** Keeps a draft, new (`id` null) or changed. Refuses `CONFLICT`. */
  keepDraft: command('documents.write')
    .input(
      documentFields.extend({
        id: z.int().positive().nullable().default(null),
        version: z.int().min(0).default(0),
      }),
    )
    .output(output<DocumentDraft>()),

  /** Throws a draft away. */
  removeDraft: command('documents.write').input(rowVersion).output(output<null>()),

  /**
   * Issues a document: gives it its number (and its case a sign), freezes its data and template, all at once or not at
   * all. The PDF follows after the commit. Refuses the first thing that stops it (`documents.problems.*`), unless that
   * may be set aside and `overrides` has a reason for it by its key. `draftId` names the draft that it was.
   */
  issue: command('documents.write')
    .input(
      documentFields.extend({
        overrides: z.record(z.string().max(80), requiredText(300)).default({}),
        draftId: z.int().positive().nullable().default(null),
      }),
    )
    .output(output<{ id: number; number: string; title: string }>()),

  /** Notes that an issued document was signed on a day. Refuses any other state (`documents.errors.notIssued`). */
  sign: command('documents.write')
    .input(rowVersion.extend({ signedOn: day }))
    .output(output<DocumentView>()),

  /** Notes how and when a document reached its addressee; one not noted as signed counts as signed on that day. */
  deliver: command('documents.write')
    .input(rowVersion.extend({ deliveredOn: day, delivery: z.enum(deliveries) }))
    .output(output<DocumentView>()),

  /**
   * Cancels a document: it keeps its number, with the reason. Refuses one that is cancelled, and that of an agreement
   * (`documents.errors.ofAgreement`), which is cancelled with it.
   */
  cancel: command('documents.write')
    .input(rowVersion.extend({ reason: requiredText(300) }))
    .output(output<DocumentView>()),

  /** Issues a duplicate: the same content with the mark DUPLIKAT and its own day, linked to the first. */
  duplicate: command('documents.write')
    .input(rowId.extend({ issuedOn: day }))
    .output(output<{ id: number }>()),

  /** What a correction begins with: the content of the document, to be changed. Refuses that of an agreement. */
  contentOf: query('documents.write').input(rowId).output(output<DocumentFields>()),

  /** What would differ if the document were issued today, field by field. */
  differences: query('documents.read').input(rowId).output(output<DocumentDifference[]>()),

  /** The documents of a person, of a case, or of a record that they were written from, newest first; at most 500. */
  listOf: query('documents.read')
    .input(
      z.object({
        ...person,
        caseId: z.int().positive().nullable().default(null),
        record: z
          .object({ kind: z.string().max(40), id: z.int().positive() })
          .nullable()
          .default(null),
      }),
    )
    .output(output<Omit<IssuedDocument, 'related'>[]>()),
}
