import type { AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import { agreementDocument } from '#shared/features/agreements/agreements.document.ts'
import type { AgreementSurroundings } from '#shared/features/agreements/agreements.obstacles.rules.ts'
import { countOfGaps } from '#shared/features/child-protection/child-protection.rules.ts'
import { signerOf } from '#shared/features/signatories/signatories.rules.ts'
import type { Day } from '#shared/kit/dates.ts'
import type { Db } from '../../database/database.ts'
import { fieldRefused } from '../../kit/errors.ts'
import { admissionOf, printedChecksOf } from '../child-protection/child-protection.service.ts'
import { clausesOn } from '../clauses/clauses.service.ts'
import { findProject, headParts } from '../letterheads/letterheads.service.ts'
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
  return { volunteer, unit: unit ?? null, signatory: signatory ?? null }
}

/** What the rules need to know of the world around an agreement; refuses as `referencesOf` does. */
export async function surroundingsOf(
  db: Db,
  agreement: AgreementFields,
  id: number | null,
  today: Day,
): Promise<AgreementSurroundings & Awaited<ReturnType<typeof referencesOf>>> {
  const others = await queries.listOthersOfVolunteer(db, agreement.volunteerId, id)
  const admission = agreement.worksWithMinors ? await admissionAt(db, agreement) : null
  return { ...(await referencesOf(db, agreement)), admission, others, today }
}

/** What the gate before work with minors says of the first day: whether, and how much is missing. */
async function admissionAt(db: Db, { volunteerId, startsOn }: AgreementFields) {
  const admission = await admissionOf(db, volunteerId, startsOn)
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
