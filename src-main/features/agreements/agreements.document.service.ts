import type { AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import { agreementDocument } from '#shared/features/agreements/agreements.document.ts'
import type { AgreementSurroundings } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { capacityAtConclusion } from '#shared/features/agreements/agreements.rules.ts'
import { countOfGaps } from '#shared/features/child-protection/child-protection.rules.ts'
import { signerOf } from '#shared/features/signatories/signatories.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { fieldRefused } from '../../kit/errors.ts'
import { admissionOf, printedChecksOf } from '../child-protection/child-protection.service.ts'
import { clausesOn } from '../clauses/clauses.service.ts'
import { findProject, headParts } from '../letterheads/letterheads.service.ts'
import { findKind } from '../requirements/requirements.service.ts'
import { getCentre } from '../settings/settings.service.ts'
import { findSignatory } from '../signatories/signatories.service.ts'
import { findUnit } from '../units/units.service.ts'
import { findVolunteer } from '../volunteers/volunteers.service.ts'
import * as queries from './agreements.queries.ts'

/** Everything an agreement refers to. A reference to what does not exist is refused beside its field. */
export async function referencesOf(db: Db, agreement: AgreementFields) {
  const volunteer = await findVolunteer(db, agreement.volunteerId)
  if (!volunteer) throw fieldRefused('volunteerId', 'validation.notFound')
  const unit = agreement.unitId ? await findUnit(db, agreement.unitId) : undefined
  if (agreement.unitId && !unit) throw fieldRefused('unitId', 'validation.notFound')
  const signatory = agreement.signatoryId ? await findSignatory(db, agreement.signatoryId) : undefined
  if (agreement.signatoryId && !signatory) throw fieldRefused('signatoryId', 'validation.notFound')
  if (agreement.projectId !== null && !(await findProject(db, agreement.projectId)))
    throw fieldRefused('projectId', 'validation.notFound')
  const kind = agreement.activityKindId ? await findKind(db, agreement.activityKindId) : undefined
  if (agreement.activityKindId && !kind) throw fieldRefused('activityKindId', 'validation.notFound')
  return { volunteer, unit: unit ?? null, kind: kind ?? null, signatory: signatory ?? null }
}

/**
 * What the rules need to know of the world around an agreement; refuses as `referencesOf` does.
 *
 * @param admittedOn the day for which the gate before work with minors is asked: the first one, unless a change comes later
 */
export async function surroundingsOf(
  db: Db,
  agreement: AgreementFields,
  id: number | null,
  today: Day,
  admittedOn: Day = agreement.startsOn,
): Promise<AgreementSurroundings & Awaited<ReturnType<typeof referencesOf>>> {
  const others = await queries.listOthersOfVolunteer(db, agreement.volunteerId, id)
  const admission = agreement.worksWithMinors
    ? await admissionAt(db, agreement.volunteerId, admittedOn)
    : null
  return { ...(await referencesOf(db, agreement)), admission, others, today }
}

/** What the gate before work with minors says of a day: whether, and how much is missing. */
async function admissionAt(db: Db, volunteerId: number, day: Day) {
  const admission = await admissionOf(db, volunteerId, day)
  const isUnsettled = admission.missing.some(({ level }) => level === 'warning')
  return { isAdmitted: admission.isAdmitted, missing: countOfGaps(admission), isUnsettled }
}

/** The document of an agreement, with the texts in force on the day of its conclusion. */
export async function documentOf(
  db: Db,
  agreement: AgreementFields,
  number: string | null,
  references: Awaited<ReturnType<typeof referencesOf>>,
) {
  return agreementDocument({
    agreement,
    number,
    ...references,
    signatory: references.signatory && signerOf(references.signatory, 'agreement', agreement.concludedOn),
    centre: await getCentre(db),
    minorsChecks: agreement.worksWithMinors
      ? await printedChecksOf(db, agreement.volunteerId, agreement.startsOn)
      : [],
    head: await headParts(db, { unitId: null, projectId: agreement.projectId }),
    clause: await clausesOn(db, agreement.concludedOn),
  })
}

/** How many copies of a change or an end are printed: who acts for a minor gets one, too. Null for as many as usual. */
export function copiesFor(volunteer: Parameters<typeof capacityAtConclusion>[0], day: Day): number | null {
  return capacityAtConclusion(volunteer, day) === 'full' ? null : 3
}
