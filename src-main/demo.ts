import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { demoPassword } from '#shared/features/accounts/accounts.rules.ts'
import type { Centre } from '#shared/features/settings/settings.contract.ts'
import { dayInPoland } from '#shared/kit/dates.ts'
import type { FieldDecision, ImportDecisions } from '#shared/kit/import.ts'
import { fieldTexts } from '#shared/kit/import-columns.ts'
import type { Role, VerificationAccess } from '#shared/permissions.ts'
import { agreementsOfThisYear } from './demo-agreements.ts'
import { costsOfThisYear } from './demo-costs.ts'
import { serveDemo } from './demo-hours.ts'
import { createAccount, hashPassword } from './features/accounts/accounts.service.ts'
import { agreementImport } from './features/agreements/agreements.import.ts'
import { finishDocuments } from './features/documents/documents.service.ts'
import { guessOptions } from './features/imports/imports.reader.ts'
import { beginRequirements, settleDueStatuses } from './features/requirements/requirements.service.ts'
import { installCentre } from './features/settings/settings.service.ts'
import { staffImport } from './features/staff/staff.import.ts'
import { unitImport } from './features/units/units.import.ts'
import { createUnit } from './features/units/units.service.ts'
import { volunteerImport } from './features/volunteers/volunteers.import.ts'
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
    const [first, ...others] = accounts as [DemoAccount, ...DemoAccount[]]
    await installCentre(tx, centre, { isDemo: true, at })
    await beginRequirements(tx, today, at)
    const context = {
      tx,
      now: at,
      today,
      services,
      user: {
        ...first,
        id: 1,
        verification: first.verification ?? 'none',
        unitId: null,
        mustChangePassword: false,
      },
      record: (entry: HistoryEntry) => writeHistory(tx, entry, { userId: 1, at }),
    }
    const enter = (account: DemoAccount, unitId: number | null) =>
      createAccount(tx, { ...account, unitId, passwordHash, mustChangePassword: false, createdAt: at })
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
    await agreementsOfThisYear(context, { dayCentreId: dayCentre.id, town: centre.town })
    await serveDemo(context)
    await costsOfThisYear(context)
  })
  await finishDocuments(services)
}

type DemoContext = Parameters<typeof agreementsOfThisYear>[0]

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
