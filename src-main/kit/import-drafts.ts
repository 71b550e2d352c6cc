import type { Services } from './context.ts'
import type { EvaluatedRow, ReadRows } from './import-evaluation.ts'

/** How far a piece of work is; whoever does it looks at `isCancelled` now and then. */
export interface ImportWork {
  userId: number
  phase: 'checking' | 'writing' | 'undoing'
  done: number
  total: number
  isCancelled: boolean
  isOver: boolean
}

/** A dry run that was asked for: what it was asked, how far it is, what it found. */
export interface Check {
  key: string
  work: ImportWork
  rows: Promise<EvaluatedRow<object>[]>
}

/**
 * What the program keeps in mind about a file that is being prepared, so that a decision about one row costs that row:
 * the table as it was read, the rows as they were read, and the last dry run. All of it can be worked out anew.
 */
export interface ImportDraft {
  table?: { key: string; rows: Promise<string[][]> }
  known: { key: string; rows: ReadRows<object> }
  check?: Check
}

/** How many files are kept in mind; one of 50,000 rows takes some dozen megabytes. */
const mostDrafts = 3

interface Desk {
  drafts: Map<number, ImportDraft>
  works: Map<number, ImportWork>
}

/** By opened database: where the example is opened, the same ids are other files. */
const desks = new WeakMap<object, Desk>()

function deskOf({ storage }: Pick<Services, 'storage'>): Desk {
  const database = storage.current()
  const desk = desks.get(database) ?? { drafts: new Map(), works: new Map() }
  desks.set(database, desk)
  return desk
}

/** What is kept in mind about an import. */
export function draftOf(services: Pick<Services, 'storage'>, id: number): ImportDraft {
  const { drafts } = deskOf(services)
  const draft = drafts.get(id) ?? { known: { key: '', rows: new Map() } }
  drafts.delete(id)
  drafts.set(id, draft)
  const [oldest] = drafts.keys()
  if (drafts.size > mostDrafts && oldest !== undefined) drafts.delete(oldest)
  return draft
}

/** Forgets an import that is over or given up; a dry run of it that is under way stops. */
export function forgetDraft(services: Pick<Services, 'storage'>, id: number): void {
  const { drafts } = deskOf(services)
  const check = drafts.get(id)?.check
  if (check) check.work.isCancelled = true
  drafts.delete(id)
}

/** A new piece of work of this user. */
export function newWork(userId: number, phase: ImportWork['phase']): ImportWork {
  return { userId, phase, done: 0, total: 0, isCancelled: false, isOver: false }
}

/** Notes that an import is being written or undone, for as long as that takes. */
export async function whileWorking<Result>(
  services: Pick<Services, 'storage'>,
  id: number,
  work: ImportWork,
  doIt: () => Promise<Result>,
): Promise<Result> {
  const { works } = deskOf(services)
  works.set(id, work)
  try {
    return await doIt()
  } finally {
    works.delete(id)
  }
}

/** What this user has under way with an import: writing, undoing, or else its dry run. */
export function workOf(
  services: Pick<Services, 'storage'>,
  id: number,
  userId: number,
): ImportWork | undefined {
  const { works, drafts } = deskOf(services)
  const work = works.get(id) ?? drafts.get(id)?.check?.work
  return work?.userId === userId && !work.isOver ? work : undefined
}
