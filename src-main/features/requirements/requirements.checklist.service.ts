import type {
  Checklist,
  ChecklistItem,
  ChosenKind,
  StatusLine,
} from '#shared/features/requirements/requirements.contract.ts'
import type {
  Status,
  StatusFrom,
  StatusReason,
} from '#shared/features/requirements/requirements.model.rules.ts'
import type { RuleWithWords } from '#shared/features/requirements/requirements.rules.contract.ts'
import {
  itemsOf,
  type Option,
  optionsOf,
  unmetBefore,
  worksSinceBefore,
} from '#shared/features/requirements/requirements.rules.ts'
import { statusCourse } from '#shared/features/requirements/requirements.status.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { notFound } from '../../kit/errors.ts'
import { isNotable } from './requirements.completing.service.ts'
import * as queries from './requirements.queries.ts'
import { listRequirements } from './requirements.rules.queries.ts'
import { dueOf, knownOf } from './requirements.settling.service.ts'
import * as statusQueries from './requirements.status.queries.ts'

/**
 * The checklist of a volunteer as of a day, worked out anew. Refuses `NOT_FOUND`.
 *
 * @param seesNotes are notes, reasons and places of papers shown?
 */
export async function checklistOf(
  db: Db,
  volunteerId: number,
  { today, seesNotes }: { today: Day; seesNotes: boolean },
): Promise<Checklist> {
  const known = await knownOf(db, volunteerId)
  if (!known) throw notFound('volunteers')
  const { book, facts } = known
  const { current, course } = statusCourse(book, facts, today)
  const options = optionsOf(book, facts, today)
  const requirements = new Map((await listRequirements(db)).map((each) => [each.id, each]))
  const completions = await queries.listCompletions(db, volunteerId)
  const exemptions = await queries.listExemptions(db, volunteerId)
  const marks = await statusQueries.listMarks(db, volunteerId)
  const mark = marks.find(({ id }) => id === current.markId)
  const lastMark = marks.at(-1)
  const nameOf = (id: number | null) => (id === null ? null : (requirements.get(id)?.name ?? null))
  const hide = (text: string | null | undefined) => (seesNotes && text ? text : '')

  const items = itemsOf(options).map((item): ChecklistItem => {
    const { requirementId } = item.rule
    const requirement = requirements.get(requirementId)
    const rule = requirement?.versions.find(
      ({ validFrom }) => validFrom === item.rule.validFrom,
    ) as RuleWithWords
    return {
      requirementId,
      code: requirement?.code ?? '',
      name: requirement?.name ?? '',
      rule,
      kindIds: rule.appliesTo === 'all' ? [] : kindsAsking(options, requirementId),
      standing: item.standing,
      doneOn: item.doneOn,
      until: item.until,
      dueOn: dueOf(item, facts, today),
      isNotable: isNotable(rule),
      completions: completions
        .filter((each) => each.requirementId === requirementId)
        .map(({ volunteerId: _, requirementId: __, ...each }) => ({
          ...each,
          untilReason: hide(each.untilReason),
          paperPlace: hide(each.paperPlace),
          note: hide(each.note),
          withdrawReason: hide(each.withdrawReason),
        })),
      exemptions: exemptions
        .filter((each) => each.requirementId === requirementId)
        .map(({ volunteerId: _, requirementId: __, ...each }) => ({ ...each, reason: hide(each.reason) })),
    }
  })

  return {
    volunteerId,
    status: current.status,
    since: current.since,
    reason: current.reason,
    requirementName: nameOf(current.requirementId),
    reasonText: hide(mark?.reason),
    suspendedUntil: mark?.mark === 'suspended' ? mark.untilOn : null,
    kinds: (await queries.listChosenKinds(db, volunteerId)).map(
      (kind): ChosenKind => ({
        ...kind,
        isActive: kind.isActive === 1,
        missing: unmetBefore('placement', options.find((each) => each.kind?.id === kind.id)?.items ?? [])
          .length,
      }),
    ),
    items,
    timeline: await timelineOf(db, volunteerId, { first: course[0], addedOn: facts.addedOn }, hide),
    lastMark: lastMark
      ? {
          id: lastMark.id,
          version: lastMark.version,
          mark: lastMark.mark as NonNullable<Checklist['lastMark']>['mark'],
          onDay: lastMark.onDay,
        }
      : null,
    isFromBefore: worksSinceBefore(book, facts, today),
  }
}

function kindsAsking(options: readonly Option[], requirementId: number): number[] {
  return options
    .filter(({ items }) => items.some(({ rule }) => rule.requirementId === requirementId))
    .flatMap(({ kind }) => (kind ? [kind.id] : []))
}

/** How the status changed, newest first; the day on which the volunteer was entered stands last. */
async function timelineOf(
  db: Db,
  volunteerId: number,
  { first, addedOn }: { first: StatusFrom | undefined; addedOn: Day },
  hide: (text: string | null) => string,
): Promise<StatusLine[]> {
  const lines = (await statusQueries.listStatusLines(db, volunteerId)).map(
    (line): StatusLine => ({
      ...line,
      status: line.status as Status,
      reason: line.reason as StatusReason,
      reasonText: hide(line.reasonText),
    }),
  )
  if (first && first.since < addedOn) return lines
  const added: StatusLine = {
    id: null,
    status: 'candidate',
    sinceOn: addedOn,
    reason: 'added',
    requirementName: null,
    reasonText: '',
    markId: null,
    untilOn: null,
    createdBy: null,
    createdAt: null,
  }
  return [...lines, added]
}
