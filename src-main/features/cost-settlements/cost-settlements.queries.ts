import { sql } from 'kysely'
import type {
  CostSettlement,
  CostTotalsLine,
  CostWay,
  SettlementLine,
} from '#shared/features/cost-settlements/cost-settlements.contract.ts'
import type {
  LineFields,
  SettlementFields,
  SettlementSums,
} from '#shared/features/cost-settlements/cost-settlements.fields.contract.ts'
import type { CountedLine } from '#shared/features/cost-settlements/cost-settlements.lines.rules.ts'
import type { CostState } from '#shared/features/cost-settlements/cost-settlements.register.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db, Tx } from '../../database/database.ts'
import type { Tables } from '../../database/tables.ts'
import { updateVersioned } from '../../database/versions.ts'

/** @param unitId narrows to one unit (a head's view); null for all */
export async function findSettlement(
  db: Db,
  id: number,
  unitId: number | null,
): Promise<CostSettlement | undefined> {
  const row = await db
    .selectFrom('cost_settlements as own')
    .innerJoin('agreements', 'agreements.id', 'own.agreement_id')
    .innerJoin('volunteers', 'volunteers.id', 'own.volunteer_id')
    .leftJoin('units', 'units.id', 'agreements.unit_id')
    .leftJoin('projects', 'projects.id', 'agreements.project_id')
    .leftJoin('users as submitter', 'submitter.id', 'own.submitted_by')
    .leftJoin('users as approver', 'approver.id', 'own.approved_by')
    .leftJoin('users as payer', 'payer.id', 'own.paid_by')
    .select([
      'own.id',
      'own.agreement_id as agreementId',
      'own.volunteer_id as volunteerId',
      'own.purpose',
      'own.starts_on as startsOn',
      'own.ends_on as endsOn',
      'own.state',
      'own.has_vehicle_consent as hasVehicleConsent',
      'own.is_waiver_considered as isWaiverConsidered',
      'own.travel_amount as travelAmount',
      'own.per_diem_amount as perDiemAmount',
      'own.waived_amount as waivedAmount',
      'own.total',
      'own.submitted_at as submittedAt',
      'submitter.full_name as submittedBy',
      'own.approved_at as approvedAt',
      'approver.full_name as approvedBy',
      'own.paid_on as paidOn',
      'payer.full_name as paidBy',
      'own.reject_reason as rejectReason',
      'own.version',
      'agreements.number as agreementNumber',
      'units.name as unitName',
      'projects.name as projectName',
      'volunteers.surname',
      'volunteers.first_names as firstNames',
    ])
    .where('own.id', '=', id)
    .$if(unitId !== null, (query) => query.where('agreements.unit_id', '=', unitId))
    .executeTakeFirst()
  if (!row) return undefined
  const { surname, firstNames, ...settlement } = row
  return {
    ...settlement,
    agreementNumber: settlement.agreementNumber ?? '',
    volunteerName: `${surname} ${firstNames}`,
    state: settlement.state as CostState,
    hasVehicleConsent: settlement.hasVehicleConsent === 1,
    isWaiverConsidered: settlement.isWaiverConsidered === 1,
    lines: await listLines(db, id),
  }
}

async function listLines(db: Db, settlementId: number): Promise<SettlementLine[]> {
  const rows = await db
    .selectFrom('cost_lines')
    .select(['entered', 'amount', 'parts'])
    .where('settlement_id', '=', settlementId)
    .orderBy('position')
    .execute()
  return rows.map(({ entered, amount, parts }) => ({
    ...(JSON.parse(entered) as LineFields),
    amount,
    parts: JSON.parse(parts),
  }))
}

/** What is written of a settlement: the fields, the sums, and the lines as they were counted. */
export interface WrittenSettlement extends Omit<SettlementFields, 'lines'>, SettlementSums {
  startsOn: Day
  endsOn: Day
  lines: { entered: LineFields; counted: CountedLine }[]
}

function columnsOf({ purpose, hasVehicleConsent, isWaiverConsidered, ...written }: WrittenSettlement) {
  return {
    purpose,
    starts_on: written.startsOn,
    ends_on: written.endsOn,
    has_vehicle_consent: Number(hasVehicleConsent),
    is_waiver_considered: Number(isWaiverConsidered),
    travel_amount: written.travelAmount,
    per_diem_amount: written.perDiemAmount,
    waived_amount: written.waivedAmount,
    total: written.total,
  }
}

async function insertLines(tx: Tx, settlementId: number, lines: WrittenSettlement['lines']): Promise<void> {
  await tx
    .insertInto('cost_lines')
    .values(
      lines.map(({ entered, counted: { amount, parts } }, position) => ({
        settlement_id: settlementId,
        position,
        kind: entered.kind,
        entered: JSON.stringify(entered),
        amount,
        parts: JSON.stringify(parts),
      })),
    )
    .execute()
}

/** Writes a draft and answers its id. */
export async function insertSettlement(
  tx: Tx,
  written: WrittenSettlement & { volunteerId: number; createdAt: string },
): Promise<number> {
  const { id } = await tx
    .insertInto('cost_settlements')
    .values({
      ...columnsOf(written),
      agreement_id: written.agreementId,
      volunteer_id: written.volunteerId,
      state: 'draft',
      submitted_at: null,
      submitted_by: null,
      approved_at: null,
      approved_by: null,
      paid_on: null,
      paid_by: null,
      reject_reason: '',
      created_at: written.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertLines(tx, id, written.lines)
  return id
}

/** Writes over a settlement with its lines. @returns false where it is not at that version */
export async function updateSettlement(
  tx: Tx,
  id: number,
  version: number,
  written: WrittenSettlement & { volunteerId: number },
): Promise<boolean> {
  const isWritten = await setColumns(tx, id, version, {
    ...columnsOf(written),
    agreement_id: written.agreementId,
    volunteer_id: written.volunteerId,
  })
  if (!isWritten) return false
  await tx.deleteFrom('cost_lines').where('settlement_id', '=', id).execute()
  await insertLines(tx, id, written.lines)
  return true
}

/** What a step changes besides the version. */
export type StepColumns = Partial<
  Pick<
    Tables['cost_settlements'],
    | 'state'
    | 'submitted_at'
    | 'submitted_by'
    | 'approved_at'
    | 'approved_by'
    | 'paid_on'
    | 'paid_by'
    | 'reject_reason'
  >
>

/** Takes a step. @returns false where the settlement is not at that version */
export function updateStep(tx: Tx, id: number, version: number, columns: StepColumns): Promise<boolean> {
  return setColumns(tx, id, version, columns)
}

function setColumns(
  tx: Tx,
  id: number,
  version: number,
  columns: StepColumns &
    Partial<ReturnType<typeof columnsOf>> & { agreement_id?: number; volunteer_id?: number },
): Promise<boolean> {
  return updateVersioned(tx, 'cost_settlements', id, version, columns)
}

/** The days in a span on which confirmed hours of a volunteer stand in the log. */
export async function listServedDays(db: Db, volunteerId: number, from: Day, to: Day): Promise<Day[]> {
  const rows = await db
    .selectFrom('hour_entries')
    .select('served_on as day')
    .distinct()
    .where('volunteer_id', '=', volunteerId)
    .where('served_on', '>=', from)
    .where('served_on', '<=', to)
    .where('confirmed_at', 'is not', null)
    .execute()
  return rows.map(({ day }) => day)
}

/** The lines of other settlements of a volunteer that reach into a span, with what those are for. */
export async function listLinesAround(
  db: Db,
  { volunteerId, exceptId, from, to }: { volunteerId: number; exceptId: number | null; from: Day; to: Day },
): Promise<{ purpose: string; line: LineFields }[]> {
  const rows = await db
    .selectFrom('cost_settlements as own')
    .innerJoin('cost_lines', 'cost_lines.settlement_id', 'own.id')
    .select(['own.purpose', 'cost_lines.entered'])
    .where('own.volunteer_id', '=', volunteerId)
    .where('own.id', '<>', exceptId ?? 0)
    .where('own.state', '<>', 'rejected')
    .where('own.starts_on', '<=', to)
    .where('own.ends_on', '>=', from)
    .execute()
  return rows.map(({ purpose, entered }) => ({ purpose, line: JSON.parse(entered) as LineFields }))
}

/** The settlements of an agreement, or of a volunteer. */
export const isOfAgreement = (id: number) => sql<boolean>`cost_settlements.agreement_id = ${id}`
export const isOfVolunteer = (id: number) => sql<boolean>`cost_settlements.volunteer_id = ${id}`

/** By what a line of the totals is told, and its name; months have theirs as texts. */
const told = {
  volunteer: {
    id: sql`own.volunteer_id`,
    name: sql`(select volunteers.surname || ' ' || volunteers.first_names from volunteers where volunteers.id = "grouped"."id")`,
  },
  unit: {
    id: sql`agreements.unit_id`,
    name: sql`(select units.name from units where units.id = "grouped"."id")`,
  },
  project: {
    id: sql`agreements.project_id`,
    name: sql`(select projects.name from projects where projects.id = "grouped"."id")`,
  },
  month: { id: sql`cast(substr(own.starts_on, 6, 2) as integer)`, name: sql`null` },
} as const

/**
 * What the settlements of a year come to, a line each.
 *
 * @param unitId narrows to one unit (a head's view); null for all
 */
export async function listTotals(
  db: Db,
  { year, by }: { year: number; by: CostWay },
  unitId: number | null,
): Promise<CostTotalsLine[]> {
  const { id, name } = told[by]
  const sum = (state: CostState) => sql`sum(case when own.state = ${state} then own.total else 0 end)`
  const ofUnit = unitId === null ? sql`true` : sql`agreements.unit_id = ${unitId}`
  return db
    .selectFrom(
      sql<CostTotalsLine>`(
        select "grouped".*, ${name} as "name" from (
          select ${id} as "id", count(*) as "count", ${sum('submitted')} as "submitted",
            ${sum('approved')} as "approved", ${sum('paid')} as "paid"
          from cost_settlements as own inner join agreements on agreements.id = own.agreement_id
          where own.starts_on >= ${`${year}-01-01`} and own.starts_on <= ${`${year}-12-31`}
            and own.state in ('submitted', 'approved', 'paid') and ${ofUnit}
          group by 1
        ) as "grouped"
      )`.as('told'),
    )
    .selectAll()
    .execute()
}
