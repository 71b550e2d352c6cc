import type { DocumentFields } from '#shared/features/documents/documents.contract.ts'
import { anAgreement, aVolunteer } from '#tests/support/builders.ts'
import type { Api } from '#tests/support/testApp.ts'

/** A volunteer with one agreement that is in force, a signatory, and a unit. */
export async function anActiveVolunteer(
  api: Api,
  over: {
    volunteer?: Parameters<typeof aVolunteer>[0]
    agreement?: Partial<Parameters<typeof anAgreement>[0]>
  } = {},
) {
  const unit = await api.units.create({ name: 'Świetlica „Promyk”', address: 'ul. Głęboka 11', symbol: 'SP' })
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  const volunteer = await api.volunteers.create(
    aVolunteer({
      pesel: '',
      birthOn: '1990-01-15',
      surname: 'Źdźbło',
      firstNames: 'Anna',
      ...over.volunteer,
    }),
  )
  const draft = await api.agreements.create(
    anAgreement({
      volunteerId: volunteer.id,
      unitId: unit.id,
      signatoryId: signatory.id,
      concludedOn: '2026-03-01',
      startsOn: '2026-03-01',
      endsOn: '2026-10-31',
      coordinator: 'Ewa Świerczyńska',
      ...over.agreement,
    }),
  )
  const agreement = await api.agreements.sign(draft)
  return { unit, signatory, volunteer, agreement }
}

/** The fields of a document as the form proposes them. */
export async function proposed(
  api: Api,
  subject: Partial<DocumentFields> & { kind: string },
  people: number[] = [],
): Promise<DocumentFields> {
  const issuedOn = subject.issuedOn ?? '2026-11-22'
  const {
    kind,
    volunteerId = null,
    staffId = null,
    agreementId = null,
    unitId = null,
    originId = null,
  } = subject
  const { input } = await api.documents.propose({
    kind,
    volunteerId,
    staffId,
    agreementId,
    unitId,
    originId,
    issuedOn,
    people,
  })
  return {
    volunteerId,
    staffId,
    agreementId,
    unitId,
    originId,
    issuedOn,
    signatoryId: null,
    place: '',
    caseId: null,
    newCase: null,
    copies: null,
    delivery: '',
    letterheadUnitId: null,
    projectId: null,
    corrects: null,
    ...subject,
    input: { ...input, ...subject.input },
  }
}
