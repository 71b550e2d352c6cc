import type { AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import { checkFields } from '#shared/features/child-protection/child-protection.contract.ts'
import { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { addDays, addYears, type Day } from '#shared/kit/dates.ts'
import type { Tx } from './database/database.ts'
import { planDemoEvents } from './demo-events.ts'
import { placeAtUnit, placeDemo } from './demo-placements.ts'
import { draftAgreement, signAgreement } from './features/agreements/agreements.service.ts'
import { noteCheck } from './features/child-protection/child-protection.service.ts'
import { listKinds } from './features/requirements/requirements.service.ts'
import { createSignatory } from './features/signatories/signatories.service.ts'
import { createUnit } from './features/units/units.service.ts'
import { createVolunteer, listByName } from './features/volunteers/volunteers.service.ts'
import type { CommandContext } from './kit/context.ts'

type DemoContext = Omit<CommandContext, 'session'>

/** Agreements around today: in force, ending soon, just begun, drafts; one with a minor. */
export async function agreementsOfThisYear(
  context: DemoContext,
  { dayCentreId, town }: { dayCentreId: number; town: string },
): Promise<void> {
  const { today, tx } = context
  const director = await createSignatory(context, {
    fullName: 'Grażyna Dąbrowska',
    position: 'Dyrektor',
    isHead: true,
    validFrom: null,
    validTo: null,
    authorisations: [],
  })
  const seniors = await createUnit(context, {
    name: 'Klub Seniora „Pogodna Jesień”',
    address: 'ul. Świdnicka 12',
    servesMinors: false,
  })
  const kinds = await listKinds(tx)
  const kindNamed = (name: string) => kinds.find((kind) => kind.name === name)?.id ?? null
  const withOld = kindNamed('Wsparcie osób starszych')
  const common = {
    concludedIn: town,
    signatoryId: director.id,
    schedule: 'wtorki i czwartki, 15.00–16.30',
    weeklyMinutes: 180,
  }
  const withSeniors = {
    ...common,
    unitId: seniors.id,
    activityKindId: withOld,
    tasks: ['rozmowy i wspólne spacery', 'pomoc w zakupach'],
  }
  const withChildren = {
    ...common,
    unitId: dayCentreId,
    activityKindId: kindNamed('Pomoc dzieciom w nauce'),
    tasks: ['pomoc dzieciom w odrabianiu lekcji', 'prowadzenie gier i zabaw'],
    worksWithMinors: true,
  }
  const begun = (
    days: number,
    end: number | null,
  ): Pick<AgreementFields, 'concludedOn' | 'startsOn' | 'endsOn'> => ({
    concludedOn: addDays(today, -days - 3),
    startsOn: addDays(today, -days),
    endsOn: end === null ? null : addDays(today, end),
  })
  const sign = async (names: string, fields: object) => {
    const volunteerId = await idOf(tx, names)
    const id = await draftAgreement(context, agreementFields.parse({ ...fields, volunteerId }))
    await signAgreement(context, { id, version: 1 })
    return id
  }
  await checkBefore(context, await idOf(tx, 'Łukasik Elżbieta'), addDays(today, -130))
  await sign('Łukasik Elżbieta', { ...withChildren, ...begun(120, 60), travelCosts: 'waived' })
  const ending = await sign('Nowak Zofia', { ...withSeniors, ...begun(60, 12) })
  await sign('Wróbel Andrzej', { ...withSeniors, ...begun(40, 25), travelCosts: 'waived' })
  const lasting = await sign('Kozłowska Celina', { ...withSeniors, ...begun(200, null) })
  await placeDemo(context, { unitId: seniors.id, agreementId: lasting })
  await placeAtUnit(context, { unitId: seniors.id, agreementId: ending, activityKindId: withOld })
  await sign('Zieliński Jan', {
    ...withSeniors,
    ...begun(2, 17),
    nnwInsurer: 'PZU SA',
    nnwPolicy: '930398',
    nnwProvider: 'centre',
    nnwFrom: addDays(today, -2),
    nnwTo: addDays(today, 28),
  })
  await createVolunteer(context, volunteerFields.parse(pupil(today, town)))
  await sign('Żółkiewski Ignacy', {
    ...withSeniors,
    ...begun(10, 170),
    guardianName: 'Hanna Żółkiewska',
    guardianRelation: 'parent',
    guardianPhone: '601 234 567',
  })
  const people = []
  for (const names of [
    'Nowak Zofia',
    'Wróbel Andrzej',
    'Kozłowska Celina',
    'Zieliński Jan',
    'Żółkiewski Ignacy',
  ])
    people.push(await idOf(tx, names))
  await planDemoEvents(context, { unitId: dayCentreId, seniorsId: seniors.id, people })
  for (const names of ['Olszewska Dagmara', 'Mazur Jadwiga']) {
    const volunteerId = await idOf(tx, names)
    await draftAgreement(
      context,
      agreementFields.parse({ ...withChildren, ...begun(-7, 190), concludedOn: today, volunteerId }),
    )
  }
  await checkBefore(context, await idOf(tx, 'Mazur Jadwiga'), addDays(today, -1))
}

/** Everything that has to be checked before work with minors, on one day. */
async function checkBefore(context: DemoContext, volunteerId: number, doneOn: Day): Promise<void> {
  const common = { volunteerId, doneOn, checkedBy: 'Alicja Malinowska' }
  const checks = [
    { kind: 'restrictedRegister', result: 'clear' },
    { kind: 'commissionRegister', result: 'clear' },
    { kind: 'criminalRecord', result: 'clear', issuedOn: addDays(doneOn, -6) },
    { kind: 'declaration', citizenships: ['PL'] },
    { kind: 'standards', standardsFrom: '2024-08-15' },
  ]
  for (const check of checks) await noteCheck(context, checkFields.parse({ ...common, ...check }))
}

/** A pupil of sixteen. */
function pupil(today: Day, town: string) {
  return {
    surname: 'Żółkiewski',
    firstNames: 'Ignacy',
    formOfAddress: 'pan',
    birthOn: addYears(addDays(today, -40), -16),
    street: 'ul. Łąkowa 3/5',
    postCode: '50-002',
    town,
    phone: '601 111 222',
    category: 'pupil',
    institutionKind: 'school',
    institution: 'Liceum Ogólnokształcące nr 3',
    guardians: [
      {
        name: 'Hanna Żółkiewska',
        relation: 'parent',
        phone: '601 234 567',
        consentOn: addDays(today, -12),
        consentKeptAt: 'teczka osobowa',
      },
    ],
    skills: ['gra na gitarze', 'pomoc w matematyce'],
    languages: [{ name: 'angielski', level: 'b2' }],
    signLanguages: [{ system: 'pjm', level: 'basic' }],
    availability: [
      { weekday: 2, from: 900, to: 1080 },
      { weekday: 4, from: 900, to: 1080 },
      { weekday: 6, from: 600, to: 780 },
    ],
    activityWishes: ['rozmowy i wspólne spacery', 'pomoc w lekcjach'],
    source: 'ze szkoły lub uczelni',
    consents: [{ about: 'contact', givenOn: addDays(today, -12) }],
  }
}

async function idOf(tx: Tx, names: string): Promise<number> {
  const [surname = '', firstNames = ''] = names.split(' ')
  const [found] = await listByName(tx, [{ surname, firstNames }])
  if (!found) throw new Error('the example lacks a person')
  return found.id
}
