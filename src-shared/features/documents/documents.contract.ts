import { rowId } from '../../kit/fields.ts'
import { command, output, query } from '../../kit/procedure.ts'
import { listProcedures } from '../../kit/register/procedures.ts'
import { documentsRegister } from './documents.register.ts'

/** What is known of an issued document. */
export interface IssuedDocument {
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
export interface DocumentView extends IssuedDocument {
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

export const documentsContract = {
  ...listProcedures(documentsRegister),

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
}
