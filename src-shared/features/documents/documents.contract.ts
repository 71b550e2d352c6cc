import { z } from 'zod'
import { rowId } from '../../kit/fields.ts'
import { listInput, type Page } from '../../kit/list.ts'
import { command, output, query } from '../../kit/procedure.ts'

/** An issued document as its register shows it. */
export interface DocumentRow {
  id: number
  title: string
  number: string
  personName: string
  recordKind: string
  recordId: number
  issuedOn: string
  issuedAt: string
  issuedByName: string
  /** SHA-256 of the PDF in hex; null while there is no PDF. */
  sha256: string | null
}

/** The pages of an issued document: one SVG with all pages below each other. */
export interface DocumentView extends DocumentRow {
  svg: string
  pages: number
  width: number
  height: number
  /** Was the agreement cancelled after it was issued? The pages on screen and paper then say so; the PDF is as it was. */
  isCancelled: boolean
}

/** A PDF as it was stored when the document was issued. */
export interface StoredPdf {
  fileName: string
  /** The bytes in base 64. */
  pdf: string
  sha256: string
}

export const documentList = listInput(['issued'])

export const documentsContract = {
  /** The register of issued documents, by time of issue. A head sees those of the own unit. */
  list: query('documents.read').input(documentList).output(output<Page<DocumentRow>>()),

  /** The pages, drawn anew from what was frozen. Refuses (`documents.errors.notDrawn`) where that does not succeed. */
  get: query('documents.read').input(rowId).output(output<DocumentView>()),

  /** Notes the printing in the history and answers with the pages to print. */
  print: command('documents.print').input(rowId).output(output<DocumentView>()),

  /**
   * Notes the saving in the history and answers with the PDF as it was stored; one that could not be made at issue
   * is made and stored now. Refuses where its bytes no longer match the SHA-256 kept at issue
   * (`documents.errors.damaged`), and where it cannot be made (`documents.errors.notDrawn`).
   */
  savePdf: command('documents.print').input(rowId).output(output<StoredPdf>()),

  /** The number of issued documents. */
  count: query('documents.read')
    .input(z.object({ search: z.string().max(100).default('') }))
    .output(output<number>()),
}
