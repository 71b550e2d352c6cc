import { proposed } from '#tests/features/documents/writing.ts'
import { aKind, readyFor, tuesday } from '#tests/features/placements/placing.ts'
import { aMember, anAgreement, anAnnex, aTermination, aVolunteer } from '#tests/support/builders.ts'
import { password } from '#tests/support/people.ts'
import { aPdf } from '#tests/support/sampleFiles.ts'
import type { Api, TestApp } from '#tests/support/testApp.ts'

let app: TestApp
let api: Api

/** Where a word is expected after the data were removed: nowhere, or in what stays by design. */
export type Left = 'nowhere' | 'documents' | 'tasks'

/** The words that were planted: a different one for each field, which nothing else in the database has. */
export const planted = new Map<string, { word: string; left: Left }>()
function plant(field: string, left: Left = 'nowhere'): string {
  const letters = [...String(planted.size + 100)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
  const word = `Xyqu${letters}wort`
  planted.set(field, { word, left })
  return word
}

/** Later in the same window, which was locked by then. */
export async function moveTo(instant: string) {
  app.clock.now = new Date(instant)
  await api.accounts.signIn({ login: 'admin', password })
}

/** A note, and an attachment with a name and a description, of a record. */
async function aNoteAndAFile(
  register: 'volunteers' | 'agreements' | 'placements' | 'costSettlements',
  id: number,
) {
  await api[register].notes.add({ recordId: id, text: plant(`${register}.note`) })
  const fileName = `${plant(`${register}.fileName`)}.pdf`
  const content = aPdf(`zeznanie ${register}`).toString('base64')
  const added = await api[register].attachments.add({ recordId: id, fileName, content })
  await api[register].attachments.describe({
    id: added.id,
    version: added.version,
    fileName,
    description: plant(`${register}.description`),
  })
}

/** A volunteer of 2015 with every record that the program keeps, each field of words having one of its own. */
export async function aPlantedVolunteer(of: TestApp) {
  app = of
  api = of.api
  planted.clear()
  const unit = await api.units.create({ name: 'Świetlica „Promyk”', address: 'ul. Głęboka 11' })
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  const position = await api.positions.create({ name: 'Pracownik socjalny', staffGroup: 'socialWorkers' })
  const worker = await api.staff.create(aMember({ positionId: position.id, unitId: unit.id }))
  const volunteer = await api.volunteers.create(
    aVolunteer({
      surname: plant('surname', 'documents'),
      firstNames: plant('firstNames', 'documents'),
      pesel: '',
      birthOn: '1980-05-05',
      peselNote: plant('peselNote'),
      street: plant('street', 'documents'),
      town: plant('town', 'documents'),
      email: `${plant('email')}@example.org`,
      mailStreet: plant('mailStreet'),
      mailTown: plant('mailTown'),
      identityDocumentKind: 'passport',
      identityDocument: plant('identityDocument', 'documents'),
      institutionKind: 'school',
      institution: plant('institution'),
      source: plant('source'),
      conflictNotes: plant('conflictNotes'),
      guardians: [
        {
          name: plant('guardians.name'),
          relation: 'other',
          address: plant('guardians.address'),
          consentKeptAt: plant('guardians.consentKeptAt'),
        },
      ],
      skills: [plant('skills')],
      languages: [{ name: plant('languages') }],
      activityWishes: [plant('activityWishes')],
      consents: [{ about: 'photo', givenOn: '2015-02-01', keptAt: plant('consents.keptAt') }],
      notes: plant('notes'),
    }),
  )
  const volunteerId = volunteer.id
  await aNoteAndAFile('volunteers', volunteerId)

  const common = { volunteerId, unitId: unit.id, signatoryId: signatory.id, concludedOn: '2015-03-01' }
  const period = { startsOn: '2015-03-01', endsOn: '2015-12-31' }
  const draft = await api.agreements.create(
    anAgreement({
      ...common,
      ...period,
      tasks: [plant('agreements.tasks', 'tasks')],
      schedule: plant('agreements.schedule', 'documents'),
      form: 'oralConfirmed',
      formReason: plant('agreements.formReason'),
      travelCosts: 'partlyWaived',
      waiverScope: plant('agreements.waiverScope', 'documents'),
    }),
  )
  const agreement = await api.agreements.sign(draft)
  await aNoteAndAFile('agreements', agreement.id)
  const wrong = await api.agreements.sign(
    await api.agreements.create(anAgreement({ ...common, startsOn: '2015-03-02', endsOn: '2015-06-30' })),
  )
  await api.agreements.cancel({
    id: wrong.id,
    version: wrong.version,
    reason: plant('agreements.cancelReason', 'documents'),
  })
  const removed = await api.agreements.create(
    anAgreement({ ...common, ...period, schedule: plant('agreements.removed.schedule') }),
  )
  await api.agreements.removal.remove(removed)

  const kind = await aKind(api)
  await requirementsOf(volunteerId, kind.id)
  await placementOf({ agreementId: agreement.id, unitId: unit.id, kindId: kind.id, workerId: worker.id })
  await moveTo('2015-11-20T10:00:00Z')
  await hoursOf(agreement.id)
  await costsOf(agreement.id)
  await lifeOf(agreement.id)
  await draftsOf(volunteerId, signatory.id)
  return { volunteerId, agreement, unit, signatory }
}

async function requirementsOf(volunteerId: number, kindId: number) {
  const { items } = await api.requirements.chooseKinds({ volunteerId, kindIds: [kindId] })
  const [first, second] = items.filter(({ isNotable, standing }) => isNotable && standing !== 'done')
  if (!first || !second) throw new Error('nothing to complete')
  const done = { volunteerId, requirementId: first.requirementId, doneOn: '2015-03-01' }
  const words = { paperPlace: plant('completions.paperPlace'), note: plant('completions.note') }
  const list = await api.requirements.complete({
    ...done,
    ...words,
    validUntil: '2015-12-01',
    untilReason: plant('completions.untilReason'),
  })
  const noted = list.items.find(({ requirementId }) => requirementId === first.requirementId)
  const [completion] = noted?.completions ?? []
  await api.requirements.withdraw({
    id: completion?.id ?? 0,
    version: completion?.version ?? 0,
    reason: plant('completions.withdrawReason'),
  })
  const reason = plant('exemptions.reason')
  await api.requirements.exempt({
    volunteerId,
    requirementId: second.requirementId,
    fromOn: '2015-03-01',
    untilOn: '2015-03-01',
    reason,
  })
  const day = '2015-03-01'
  await api.requirements.mark({ volunteerId, mark: 'suspended', onDay: day, reason: plant('marks.reason') })
  await api.requirements.mark({
    volunteerId,
    mark: 'resumed',
    onDay: '2015-03-02',
    reason: plant('marks.again'),
  })
  await readyFor(api, volunteerId, kindId, day)
}

async function placementOf(of: { agreementId: number; unitId: number; kindId: number; workerId: number }) {
  const fields = {
    agreementId: of.agreementId,
    unitId: of.unitId,
    activityKindId: of.kindId,
    coordinatorId: of.workerId,
    startsOn: '2015-03-02',
    hours: [tuesday],
  }
  const removed = await api.placements.create({ ...fields, note: plant('placements.removed.note') })
  await api.placements.removal.remove(removed)
  const task = plant('placements.task')
  const planned = await api.placements.create({ ...fields, task, note: plant('placements.note') })
  await aNoteAndAFile('placements', planned.id)
  const { version } = await api.placements.get({ id: planned.id })
  const met = await api.placements.introduce({
    id: planned.id,
    version,
    introducedOn: '2015-03-02',
    workerId: of.workerId,
    participants: plant('introductions.participants'),
  })
  const begun = await api.placements.start({ id: planned.id, version: met.version, on: '2015-03-02' })
  const [first, second] = await api.monitoring.ofPlacement({ placementId: planned.id })
  await moveTo('2015-04-20T10:00:00Z')
  await api.monitoring.note({
    id: first?.id ?? 0,
    version: first?.version ?? 0,
    doneOn: '2015-03-09',
    doneBy: of.workerId,
    way: 'phone',
    result: 'good',
    sentence: plant('monitoring.sentence'),
    nextStep: plant('monitoring.nextStep'),
    nextStepOn: '2015-05-20',
  })
  await api.monitoring.skip({
    id: second?.id ?? 0,
    version: second?.version ?? 0,
    reason: plant('monitoring.skipReason'),
  })
  const paused = await api.placements.suspend({
    id: planned.id,
    version: begun.version,
    on: '2015-04-20',
    reason: plant('placements.suspendReason'),
  })
  await api.placements.end({
    id: planned.id,
    version: paused.version,
    on: '2015-04-20',
    reason: 'other',
    note: plant('placements.endNote'),
  })
}

async function hoursOf(agreementId: number) {
  const entry = await api.hours.create({
    agreementId,
    servedOn: '2015-04-14',
    minutes: 120,
    place: plant('hours.place.before'),
    task: plant('hours.task.before'),
  })
  const { id, version } = entry
  const changed = { place: plant('hours.place'), task: plant('hours.task') }
  await api.hours.change({ ...entry, ...changed, id, version })
  const task = planted.get('agreements.tasks')?.word ?? ''
  await api.hours.create({ agreementId, servedOn: '2015-04-21', minutes: 60, task })
}

async function costsOf(agreementId: number) {
  const line = (route: string) => ({
    kind: 'ticket' as const,
    days: ['2015-04-14'],
    route,
    tickets: 1,
    price: 440,
  })
  const removed = await api.costSettlements.create({
    agreementId,
    purpose: plant('costs.removed.purpose'),
    lines: [line(plant('costs.removed.route'))],
  })
  await api.costSettlements.removal.remove(removed)
  const draft = await api.costSettlements.create({
    agreementId,
    purpose: plant('costs.purpose'),
    lines: [line(plant('costs.route'))],
  })
  await aNoteAndAFile('costSettlements', draft.id)
  const handedIn = await api.costSettlements.submit(await api.costSettlements.get({ id: draft.id }))
  await api.costSettlements.reject({ ...handedIn, reason: plant('costs.rejectReason') })
}

async function lifeOf(agreementId: number) {
  const day = '2015-11-20'
  const words = {
    freeText: plant('annexes.freeText', 'documents'),
    schedule: plant('annexes.schedule', 'documents'),
  }
  const own = { concludedOn: day, validFrom: day, clauses: ['time' as const], ...words }
  const annex = await anAnnex(api, await api.agreements.get({ id: agreementId }), own)
  await api.agreements.annexes.cancel({
    id: annex.id,
    version: annex.version,
    reason: plant('annexes.cancelReason', 'documents'),
  })
  await aTermination(api, await api.agreements.get({ id: agreementId }), {
    givenOn: day,
    endsOn: '2015-12-05',
    reason: plant('terminations.reason', 'documents'),
    returns: [plant('terminations.returns', 'documents')],
  })
}

async function draftsOf(volunteerId: number, signatoryId: number) {
  const { input, ...fields } = await proposed(api, {
    kind: 'letter',
    volunteerId,
    signatoryId,
    issuedOn: '2015-11-20',
  })
  const kept = await api.documents.keepDraft({ ...fields, input: { ...input, text: plant('drafts.text') } })
  await api.documents.removeDraft({ id: kept.id, version: kept.version })
  const list = await proposed(api, { kind: 'eventList', issuedOn: '2015-11-20' })
  const people = [{ id: volunteerId, name: plant('drafts.people') }]
  await api.documents.keepDraft({ ...list, input: { ...list.input, event: 'Zbiórka', people } })
}
