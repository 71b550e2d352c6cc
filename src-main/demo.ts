import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPassword } from '#shared/features/accounts/accounts.rules.ts'
import type { AgreementFields } from '#shared/features/agreements/agreements.contract.ts'
import { agreementFields } from '#shared/features/agreements/agreements.fields.contract.ts'
import { checkFields } from '#shared/features/child-protection/child-protection.contract.ts'
import type { Centre } from '#shared/features/settings/settings.contract.ts'
import { volunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { addDays, addYears, type Day, dayInPoland } from '#shared/kit/dates.ts'
import type { FieldDecision, ImportDecisions } from '#shared/kit/import.ts'
import { fieldTexts } from '#shared/kit/import-columns.ts'
import type { Role, VerificationAccess } from '#shared/permissions.ts'
import type { Tx } from './database/database.ts'
import { costsOfThisYear } from './demo-costs.ts'
import { planDemoEvents } from './demo-events.ts'
import { placeDemo } from './demo-placements.ts'
import { createAccount, hashPassword } from './features/accounts/accounts.service.ts'
import { agreementImport } from './features/agreements/agreements.import.ts'
import { draftAgreement, signAgreement } from './features/agreements/agreements.service.ts'
import { noteCheck } from './features/child-protection/child-protection.service.ts'
import { finishDocuments } from './features/documents/documents.service.ts'
import { guessOptions } from './features/imports/imports.reader.ts'
import { beginRequirements, settleDueStatuses } from './features/requirements/requirements.service.ts'
import { installCentre } from './features/settings/settings.service.ts'
import { createSignatory } from './features/signatories/signatories.service.ts'
import { staffImport } from './features/staff/staff.import.ts'
import { unitImport } from './features/units/units.import.ts'
import { createUnit } from './features/units/units.service.ts'
import { volunteerImport } from './features/volunteers/volunteers.import.ts'
import { createVolunteer, listByName } from './features/volunteers/volunteers.service.ts'
import type { HistoryEntry, Services } from './kit/context.ts'
import { writeHistory } from './kit/history.ts'
import { breathing, type ImportRegister } from './kit/import.ts'
import { evaluateLines } from './kit/import-evaluation.ts'
import { inTransaction } from './kit/pipeline.ts'

/** A fictional centre; NIP and REGON are test numbers. */
const centre: Centre = {
  name: 'Miejski Ośrodek Pomocy Społecznej w Przykładowie',
  street: 'ul. Ćwiczebna 6',
  postCode: '50-001',
  town: 'Przykładowo',
  phone: '71 782 23 00',
  email: 'sekretariat@example.org',
  nip: '1234563218',
  regon: '123456785',
  symbol: 'MOPS',
}

interface DemoAccount {
  login: string
  fullName: string
  role: Role
  verification?: VerificationAccess
}

const accounts: DemoAccount[] = [
  { login: 'administrator', fullName: 'Alicja Malinowska', role: 'administrator', verification: 'full' },
  { login: 'referent', fullName: 'Bogdan Ćwik', role: 'clerk' },
  { login: 'kadry', fullName: 'Celina Pawlak', role: 'hr' },
  { login: 'superwizor', fullName: 'Daniel Żak', role: 'supervisor' },
  { login: 'kierownik', fullName: 'Ewa Świerczyńska', role: 'head' },
  { login: 'podglad', fullName: 'Feliks Łoś', role: 'viewer' },
]

/**
 * Fills an empty database with the example: the sample registers of 2007, imported as a clerk would, and this
 * year's work of a fictional centre around today's date. All people are fictional.
 */
export async function fillDemo(services: Services, resourcesFolder: string, now: Date): Promise<void> {
  const passwordHash = await hashPassword(demoPassword)
  const at = now.toISOString()
  const today = dayInPoland(now.getTime())
  const files = await Promise.all(
    ['pracownicy.csv', 'jednostki-lublin.csv', 'wolontariusze-2007.csv', 'porozumienia-2007.csv'].map(
      (name) => readFileSync(join(resourcesFolder, 'demo', name)),
    ),
  )
  await inTransaction(services.storage, async (tx) => {
    await installCentre(tx, centre, { isDemo: true, at })
    await beginRequirements(tx, today, at)
    const context = {
      tx,
      now: at,
      today,
      services,
      user: { id: 1 },
      record: (entry: HistoryEntry) => writeHistory(tx, entry, { userId: 1, at }),
    }
    const enter = (account: DemoAccount, unitId: number | null) =>
      createAccount(tx, { ...account, unitId, passwordHash, mustChangePassword: false, createdAt: at })
    const [first, ...others] = accounts as [DemoAccount, ...DemoAccount[]]
    await enter(first, null)
    const dayCentre = await createUnit(context, {
      name: 'Świetlica Socjoterapeutyczna nr 1',
      address: 'ul. Głęboka 11',
      servesMinors: true,
    })
    for (const account of others) await enter(account, account.role === 'head' ? dayCentre.id : null)
    const [staff, units, volunteers, agreements] = files as [Buffer, Buffer, Buffer, Buffer]
    await importFile(context, unitImport, units)
    await importFile(context, staffImport, staff)
    await importFile(context, volunteerImport, volunteers)
    await importFile(context, agreementImport, agreements)
    await settleDueStatuses(context)
    await thisYear(context, dayCentre.id)
    await costsOfThisYear(context)
  })
  await finishDocuments(services)
}

type DemoContext = Parameters<typeof signAgreement>[0]

/** Imports a sample file: duplicates left out, doubtful cells decided the careful way, namesakes told apart in turn. */
async function importFile<Row extends object>(
  context: DemoContext,
  register: ImportRegister<Row>,
  file: Buffer,
) {
  const { options, rows: table } = await guessOptions(file, register.fields)
  const lines = table
    .map((cells, index) => ({
      line: index + 1,
      titles: {},
      texts: fieldTexts(cells, options.mapping, register.fields),
    }))
    .filter(({ line, texts }) => line > options.headerRow + 1 && Object.values(texts).some(Boolean))
  const check = (decisions: ImportDecisions) =>
    evaluateLines(
      context.tx,
      register,
      lines,
      { decisions, rules: {}, today: context.today },
      { known: new Map(), inBreaths: breathing() },
    )
  const decisions: ImportDecisions = {}
  const timesSeen = new Map<string, number>()
  for (const { line, problems } of await check({})) {
    for (const { field, choices, candidates = [] } of problems.filter(({ level }) => level === 'error')) {
      const decide = (decision: FieldDecision) => {
        decisions[line] = { fields: { ...decisions[line]?.fields, [field]: decision } }
      }
      if (field === 'row') decisions[line] = { row: 'skip' }
      else if (choices.includes('create')) decide({ choice: 'create' })
      else if (candidates.length > 0) {
        const label = candidates[0]?.label ?? ''
        const turn = timesSeen.get(label) ?? 0
        timesSeen.set(label, turn + 1)
        decide({ reference: candidates[turn % candidates.length]?.id ?? 0 })
      } else decide({ choice: choices.includes('toNotes') ? 'toNotes' : 'clear' })
    }
  }
  for (const row of await check(decisions)) {
    if (row.action === 'create') await register.create(context, row.record, null)
  }
}

/** Agreements around today: in force, ending soon, just begun, drafts; one with a minor. */
async function thisYear(context: DemoContext, dayCentreId: number): Promise<void> {
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
  const common = {
    concludedIn: centre.town,
    signatoryId: director.id,
    schedule: 'wtorki i czwartki, 15.00–16.30',
    weeklyMinutes: 180,
  }
  const withSeniors = {
    ...common,
    unitId: seniors.id,
    tasks: ['rozmowy i wspólne spacery', 'pomoc w zakupach'],
  }
  const withChildren = {
    ...common,
    unitId: dayCentreId,
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
  await sign('Nowak Zofia', { ...withSeniors, ...begun(60, 12) })
  await sign('Wróbel Andrzej', { ...withSeniors, ...begun(40, 25), travelCosts: 'waived' })
  const lasting = await sign('Kozłowska Celina', { ...withSeniors, ...begun(200, null) })
  await placeDemo(context, { unitId: seniors.id, agreementId: lasting })
  await sign('Zieliński Jan', {
    ...withSeniors,
    ...begun(2, 17),
    nnwInsurer: 'PZU SA',
    nnwPolicy: '930398',
    nnwProvider: 'centre',
    nnwFrom: addDays(today, -2),
    nnwTo: addDays(today, 28),
  })
  await createVolunteer(context, volunteerFields.parse(pupil(today)))
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
function pupil(today: Day) {
  return {
    surname: 'Żółkiewski',
    firstNames: 'Ignacy',
    formOfAddress: 'pan',
    birthOn: addYears(addDays(today, -40), -16),
    street: 'ul. Łąkowa 3/5',
    postCode: '50-002',
    town: centre.town,
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
