import { z } from 'zod'
import { command, output, query } from '../../kit/procedure.ts'
import { queryOf } from '../../kit/register/register.ts'
import { selection } from '../../kit/register/selection.ts'
import { documentsRegister } from '../documents/documents.register.ts'

/**
 * `waiting` for the next printing; `paused`: left out of it; `printing`: handed to the system's dialog; `printed`, or
 * `failed`, as the person at the printer said.
 */
export const jobStates = ['waiting', 'paused', 'printing', 'printed', 'failed'] as const
export type JobState = (typeof jobStates)[number]

/** One document in somebody's print queue. */
export interface PrintJob {
  id: number
  documentId: number
  title: string
  personName: string
  isCancelled: boolean
  copies: number
  state: JobState
  addedAt: string
  printedAt: string | null
}

/** The pages of one document, as often as they are to be printed. */
export interface PrintedPages {
  svg: string
  pages: number
  width: number
  height: number
  copies: number
  isCancelled: boolean
}

/** The most documents that go into a queue at once. */
export const maxQueuedAtOnce = 1000

/** The most documents that one dialog prints; their drawings, about a megabyte each, go to the window in one answer. */
export const maxPrintedAtOnce = 200

const jobs = z.object({ ids: z.array(z.int().positive()).min(1).max(2000) })

export const printQueueContract = {
  /** One's own queue in its order; what was printed stays until it is removed. */
  list: query('documents.print').output(output<PrintJob[]>()),

  /** Puts documents at the end of one's own queue, with the copies each was issued for. Refuses who is out of reach. */
  add: command('documents.print')
    .input(z.object({ documentIds: z.array(z.int().positive()).min(1).max(maxQueuedAtOnce) }))
    .output(output<{ added: number }>()),

  /**
   * Puts the selected documents of the register at the end of one's own queue, in the order of their issue. Refuses more
   * than `maxQueuedAtOnce` (`printQueue.errors.tooMany`).
   */
  addSelected: command('documents.print')
    .input(queryOf(documentsRegister).extend({ selection }))
    .output(output<{ added: number }>()),

  /** Changes how many copies of a document are printed. */
  setCopies: command('documents.print')
    .input(z.object({ id: z.int().positive(), copies: z.int().min(1).max(20) }))
    .output(output<null>()),

  /** Moves a document before another of the queue (`before` null: to the end). */
  move: command('documents.print')
    .input(z.object({ id: z.int().positive(), before: z.int().positive().nullable() }))
    .output(output<null>()),

  /** Leaves documents out of the next printing, or takes them in again; also what was printed, to print it once more. */
  setState: command('documents.print')
    .input(jobs.extend({ state: z.enum(['waiting', 'paused']) }))
    .output(output<null>()),

  /** Takes documents out of the queue; the documents stay. */
  remove: command('documents.print').input(jobs).output(output<null>()),

  /**
   * Hands the pages of what waits to the printer, at most `maxPrintedAtOnce` documents in their order, and notes each
   * printing in the history. They count as `printing` until `finish` says what became of them; a program that ends
   * before counts them as `failed`. Refuses (`printQueue.errors.empty`) where nothing waits.
   */
  print: command('documents.print').output(output<{ ids: number[]; documents: PrintedPages[] }>()),

  /** Says what became of a printing. */
  finish: command('documents.print')
    .input(jobs.extend({ isPrinted: z.boolean() }))
    .output(output<null>()),
}
