import { sql } from 'kysely'
import type {
  Facts,
  KnownField,
  Mark,
  RuleBook,
} from '#shared/features/requirements/requirements.model.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import { dayInPoland } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { inPortions } from '../../database/portions.ts'
import { listKindTraits } from './requirements.kinds.queries.ts'
import { listRuleVersions } from './requirements.rules.queries.ts'

/** The rules of the centre as the status follows from them. */
export async function loadBook(db: Db): Promise<RuleBook> {
  return { versions: await listRuleVersions(db), kinds: await listKindTraits(db) }
}

/** What the register keeps of a status, and its last line. */
export interface Kept {
  status: string
  since: Day
  nextOn: Day | null
}

/** What is known of a volunteer, with the status as it is kept. */
export interface KnownVolunteer {
  facts: Facts
  kept: Kept
}

interface Person {
  id: number
  addedOn: Day
  birthOn: Day | null
  hasPesel: boolean
  knownFields: KnownField[]
  kept: Kept
}

function listPeople(db: Db, ids: number[]): Promise<Person[]> {
  return inPortions(ids, async (portion) => {
    const rows = await db
      .selectFrom('volunteers')
      .select([
        'id',
        'created_at as createdAt',
        'birth_on as birthOn',
        'status',
        'status_since as since',
        'status_next_on as nextOn',
        sql<number>`pesel is not null`.as('hasPesel'),
        sql<number>`exists (
          select 1 from volunteer_guardians where volunteer_id = volunteers.id and name <> ''
        )`.as('hasGuardian'),
        sql<number>`phone <> '' or email <> ''`.as('hasContact'),
        sql<number>`town <> '' and street <> ''`.as('hasAddress'),
      ])
      .where('id', 'in', portion)
      .execute()
    return rows.map(({ id, createdAt, birthOn, hasPesel, status, since, nextOn, ...known }) => ({
      id,
      addedOn: dayInPoland(createdAt),
      birthOn,
      hasPesel: hasPesel === 1,
      kept: { status, since, nextOn },
      knownFields: [
        ...(birthOn ? ['birthOn' as const] : []),
        ...(known.hasGuardian ? ['guardian' as const] : []),
        ...(known.hasContact ? ['contact' as const] : []),
        ...(known.hasAddress ? ['address' as const] : []),
      ],
    }))
  })
}

/**
 * What is known of volunteers, in as few questions as for one. Whoever is not there is left out.
 *
 * @param documentKinds the kinds of documents by whose issue a requirement is done
 */
export async function loadVolunteers(
  db: Db,
  ids: number[],
  documentKinds: string[],
): Promise<Map<number, KnownVolunteer>> {
  const of = async <Row extends { volunteerId: number }>(ask: (portion: number[]) => Promise<Row[]>) =>
    Map.groupBy(await inPortions(ids, ask), ({ volunteerId }) => volunteerId)
  const kinds = await of((portion) =>
    db
      .selectFrom('volunteer_activity_kinds')
      .select(['volunteer_id as volunteerId', 'activity_kind_id as id', 'chosen_on as chosenOn'])
      .where('volunteer_id', 'in', portion)
      .orderBy('id')
      .execute(),
  )
  const agreements = await of((portion) =>
    db
      .selectFrom('agreements')
      .select([
        'volunteer_id as volunteerId',
        'concluded_on as concludedOn',
        'starts_on as startsOn',
        'ends_on as endsOn',
      ])
      .where('volunteer_id', 'in', portion)
      .where('status', '=', 'signed')
      .execute(),
  )
  const completions = await of((portion) =>
    db
      .selectFrom('requirement_completions')
      .select([
        'volunteer_id as volunteerId',
        'requirement_id as requirementId',
        'done_on as doneOn',
        'valid_until as validUntil',
      ])
      .where('volunteer_id', 'in', portion)
      .where('withdrawn_at', 'is', null)
      .execute(),
  )
  const exemptions = await of((portion) =>
    db
      .selectFrom('requirement_exemptions')
      .select([
        'volunteer_id as volunteerId',
        'requirement_id as requirementId',
        'from_on as fromOn',
        'until_on as untilOn',
      ])
      .where('volunteer_id', 'in', portion)
      .execute(),
  )
  const marks = await of((portion) =>
    db
      .selectFrom('volunteer_marks')
      .select(['volunteer_id as volunteerId', 'id', 'mark', 'on_day as onDay', 'until_on as untilOn'])
      .where('volunteer_id', 'in', portion)
      .where('withdrawn_at', 'is', null)
      .orderBy('id')
      .execute(),
  )
  const documents =
    documentKinds.length === 0
      ? new Map<number, { volunteerId: number; kind: string; issuedOn: Day }[]>()
      : await of(async (portion) => {
          const rows = await db
            .selectFrom('documents')
            .select(['volunteer_id as volunteerId', 'kind', 'issued_on as issuedOn'])
            .where('volunteer_id', 'in', portion)
            .where('kind', 'in', documentKinds)
            .where('state', '<>', 'cancelled')
            // It says once more what another one says, and stays when that one is cancelled.
            .where('relation', '<>', 'duplicate')
            .execute()
          return rows as { volunteerId: number; kind: string; issuedOn: Day }[]
        })
  const consents = await of((portion) =>
    db
      .selectFrom('volunteer_guardians')
      .select(['volunteer_id as volunteerId', 'consent_on as consentOn'])
      .where('volunteer_id', 'in', portion)
      .where('consent_on', 'is not', null)
      .$narrowType<{ consentOn: Day }>()
      .execute(),
  )
  const people = await listPeople(db, ids)
  return new Map(
    people.map(({ id, kept, ...person }) => [
      id,
      {
        kept,
        facts: {
          ...person,
          kinds: kinds.get(id) ?? [],
          agreements: agreements.get(id) ?? [],
          completions: completions.get(id) ?? [],
          exemptions: exemptions.get(id) ?? [],
          documents: documents.get(id) ?? [],
          guardianConsents: (consents.get(id) ?? []).map(({ consentOn }) => consentOn),
          marks: (marks.get(id) ?? []).map((each) => ({ ...each, mark: each.mark as Mark })),
        },
      },
    ]),
  )
}
