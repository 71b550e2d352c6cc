import { z } from 'zod'
import { day, optionalText, requiredText, rowVersion } from '../../kit/fields.ts'
import { command, type FieldProblem, output, query } from '../../kit/procedure.ts'
import type { Certainty } from '../clauses/clauses.contract.ts'
import type { TemplateField } from './templates.rules.ts'

/** One version of a template. The shipped one has no id; what was approved never changes. */
export interface TemplateVersion {
  id: number | null
  /** Null for the shipped template and for drafts. */
  number: number | null
  state: 'shipped' | 'draft' | 'approved'
  validFrom: string | null
  validTo: string | null
  approvedBy: string
  note: string
  createdByName: string
  isInForce: boolean
  version: number
}

/** An act that a document stands on, in the words in force today. */
export interface LegalBasis {
  code: string
  text: string
  validFrom: string
  certainty: Certainty
}

/** A document of the registry of templates. */
export interface TemplateEntry {
  code: string
  inForce: TemplateVersion
  hasDraft: boolean
  copies: number
  isSignedByCentre: boolean
  /** The class of the file plan that the centre set for the kind, with its archive category. */
  fileClass: { symbol: string; title: string; category: string } | null
  basis: LegalBasis[]
}

/** Everything that is known of a template. */
export interface Template extends TemplateEntry {
  /** Newest first, the shipped one last. */
  versions: TemplateVersion[]
  /** The data that it can print. */
  fields: TemplateField[]
  /** The codes of the texts (clauses) that its examples contain. */
  clauses: string[]
}

/** What is wrong with a source, and where: lines and columns from 1; `file` names a shared source. */
export interface TemplateProblem {
  problem: FieldProblem
  file: string | null
  line: number
  column: number
  endLine: number
  endColumn: number
}

/** The pages of an example, or what keeps them from being drawn. */
export interface TemplatePreview {
  pages: { svg: string; pages: number; width: number; height: number } | null
  problems: TemplateProblem[]
  /** What could be printed and is not: asked for where the source has no fault. */
  unprinted: { path: string; isIndispensable: boolean }[]
}

export const sampleNames = ['full', 'short', 'minor'] as const

const code = z.string().max(40)
const source = z.string().min(1).max(60_000)

export const templatesContract = {
  /** Every document with a template, and the version in force today. */
  list: query('templates.read').output(output<TemplateEntry[]>()),

  /** One template with all its versions. Refuses `NOT_FOUND`. */
  get: query('templates.read').input(z.object({ code })).output(output<Template>()),

  /** The source of a version; `id` null for the shipped one. Refuses `NOT_FOUND`. */
  source: query('templates.read')
    .input(z.object({ code, id: z.int().positive().nullable() }))
    .output(output<{ source: string; version: TemplateVersion }>()),

  /** Draws a source that is being written with an example. Writes nothing. */
  preview: query('templates.read')
    .input(z.object({ code, source, sample: z.enum(sampleNames) }))
    .output(output<TemplatePreview>()),

  /** Keeps a draft, new (`id` null) or changed; it may still have faults. Refuses `CONFLICT`, and one that is approved. */
  keepDraft: command('templates.write')
    .input(
      z.object({
        code,
        id: z.int().positive().nullable(),
        source,
        note: optionalText(300),
        version: z.int().min(0),
      }),
    )
    .output(output<TemplateVersion>()),

  /** Throws a draft away. Refuses one that is approved (`templates.errors.approved`). */
  removeDraft: command('templates.write').input(rowVersion).output(output<null>()),

  /**
   * Approves a draft: it gets the next number of its template and never changes again; documents of the day and later
   * are made with it. Refuses one that does not draw every example as an archival PDF (`templates.errors.faulty`), that
   * leaves out what no document may be without (`templates.errors.incomplete`), a day that is past or taken.
   */
  approve: command('templates.write')
    .input(rowVersion.extend({ validFrom: day, approvedBy: requiredText(160), note: requiredText(300) }))
    .output(output<TemplateVersion>()),

  /**
   * Ends an approved version: after the day the one before it is in force again, or the shipped one. Refuses a day that
   * is past, or before its first.
   */
  withdraw: command('templates.write')
    .input(rowVersion.extend({ validTo: day }))
    .output(output<TemplateVersion>()),
}
