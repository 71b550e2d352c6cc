import { command, output, query } from '../../kit/procedure.ts'
import type { IssuedDocument } from './documents.contract.ts'

/** What a comparison of all stored PDFs with their SHA-256 found. */
export interface DocumentCheck {
  checkedAt: string
  checked: number
  /** Those that are no longer what was issued; of a head only those of the own unit. */
  damaged: IssuedDocument[]
}

export const documentsCheckContract = {
  /** What the last comparison found, the nightly one or one on demand; null before the first. */
  lastCheck: query('documents.read').output(output<DocumentCheck | null>()),

  /** Compares the bytes of all stored PDFs with their SHA-256 now, and keeps what it found. */
  checkAll: command('documents.read').output(output<DocumentCheck>()),
}
