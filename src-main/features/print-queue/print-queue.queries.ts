import type { JobState, PrintJob } from '#shared/features/print-queue/print-queue.contract.ts'
import type { Db, Tx } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'

function jobs(db: Db, userId: number) {
  return db
    .selectFrom('print_jobs')
    .innerJoin('documents', 'documents.id', 'print_jobs.document_id')
    .select([
      'print_jobs.id',
      'print_jobs.document_id as documentId',
      'documents.kind',
      'documents.title',
      'documents.person_name as personName',
      'documents.state as documentState',
      'print_jobs.copies',
      'print_jobs.state',
      'print_jobs.place',
      'print_jobs.added_at as addedAt',
      'print_jobs.printed_at as printedAt',
    ])
    .where('print_jobs.added_by', '=', userId)
    .orderBy('print_jobs.place')
    .orderBy('print_jobs.id')
}

/** Somebody's queue in its order, without documents of these kinds. */
export async function listJobs(
  db: Db,
  userId: number,
  hidden: readonly string[],
): Promise<(PrintJob & { place: number })[]> {
  const rows = await jobs(db, userId).execute()
  const seen = rows.filter(({ kind }) => !hidden.includes(kind))
  return seen.map(({ documentState, kind: _, ...row }) => ({
    ...row,
    state: row.state as JobState,
    isCancelled: documentState === 'cancelled',
  }))
}

/** Which of these documents there are within reach, with the copies each was issued for. */
export function listCopies(db: Db, ids: number[], unitId: number | null, hidden: readonly string[]) {
  return inPortions(ids, (portion) =>
    db
      .selectFrom('documents')
      .select(['id', 'copies'])
      .where('id', 'in', portion)
      .$if(unitId !== null, (query) => query.where('unit_id', '=', unitId))
      .$if(hidden.length > 0, (query) => query.where('kind', 'not in', [...hidden]))
      .execute(),
  )
}

/** Puts documents behind the last of a queue, in this order. */
export async function insertJobs(
  tx: Tx,
  documents: readonly { id: number; copies: number }[],
  by: { userId: number; at: string; after: number },
): Promise<void> {
  for (const [index, { id, copies }] of documents.entries())
    await tx
      .insertInto('print_jobs')
      .values({
        document_id: id,
        place: by.after + index + 1,
        copies,
        state: 'waiting',
        added_by: by.userId,
        added_at: by.at,
        printed_at: null,
      })
      .execute()
}

/** Gives a job another number of copies. */
export async function updateCopies(tx: Tx, userId: number, id: number, copies: number): Promise<void> {
  await tx
    .updateTable('print_jobs')
    .set({ copies })
    .where('id', '=', id)
    .where('added_by', '=', userId)
    .execute()
}

/** Gives the jobs of a queue their places anew, in this order. */
export async function updatePlaces(tx: Tx, ids: readonly number[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await tx
      .updateTable('print_jobs')
      .set({ place: index + 1 })
      .where('id', '=', id)
      .execute()
}

/** Gives jobs of a queue another state. */
export async function updateStates(
  tx: Tx,
  userId: number,
  ids: readonly number[],
  state: JobState,
  printedAt?: string,
): Promise<void> {
  for (const id of ids)
    await tx
      .updateTable('print_jobs')
      .set({ state, ...(printedAt !== undefined && { printed_at: printedAt }) })
      .where('id', '=', id)
      .where('added_by', '=', userId)
      .execute()
}

/** What was being printed when the program ended: nobody knows what became of it. */
export async function failInterrupted(tx: Tx): Promise<void> {
  await tx.updateTable('print_jobs').set({ state: 'failed' }).where('state', '=', 'printing').execute()
}

/** Takes jobs out of a queue. */
export async function deleteJobs(tx: Tx, userId: number, ids: readonly number[]): Promise<void> {
  for (const id of ids)
    await tx.deleteFrom('print_jobs').where('id', '=', id).where('added_by', '=', userId).execute()
}
