import type { AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import { searchWords } from '#shared/kit/polish.ts'

/** The fields of an agreement as its columns. */
export function columns(agreement: AgreementFields) {
  return {
    volunteer_id: agreement.volunteerId,
    unit_id: agreement.unitId,
    activity_kind_id: agreement.activityKindId,
    tasks: JSON.stringify(agreement.tasks),
    weekly_minutes: agreement.weeklyMinutes,
    planned_minutes: agreement.plannedMinutes,
    weekdays: JSON.stringify(agreement.weekdays),
    needs: JSON.stringify(agreement.needs),
    form: agreement.form,
    form_reason: agreement.formReason,
    schedule: agreement.schedule,
    concluded_on: agreement.concludedOn,
    concluded_in: agreement.concludedIn,
    starts_on: agreement.startsOn,
    ends_on: agreement.endsOn,
    works_with_minors: agreement.worksWithMinors ? 1 : 0,
    is_minors_check_confirmed: agreement.isMinorsCheckConfirmed ? 1 : 0,
    nnw_insurer: agreement.nnwInsurer,
    nnw_policy: agreement.nnwPolicy,
    nnw_provider: agreement.nnwProvider,
    nnw_from: agreement.nnwFrom,
    nnw_to: agreement.nnwTo,
    travel_costs: agreement.travelCosts,
    waiver_scope: agreement.waiverScope,
    waiver_percent: agreement.waiverPercent,
    waiver_amount: agreement.waiverAmount,
    notice_days: agreement.noticeDays,
    signatory_id: agreement.signatoryId,
    project_id: agreement.projectId,
    coordinator: agreement.coordinator,
    guardian_name: agreement.guardianName,
    guardian_relation: agreement.guardianRelation,
    guardian_phone: agreement.guardianPhone,
    notes: agreement.notes,
  }
}

/** The words of an agreement itself: number, tasks and who coordinates. Its volunteer and its unit have their own. */
export function wordsOf(agreement: AgreementFields, number: string | null): string[] {
  return searchWords(number, agreement.coordinator, ...agreement.tasks)
}
