import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { sha256 } from '#main/documents/issuing.ts'
import type { DocumentFields } from '#shared/features/documents/documents.contract.ts'
import { startBrowserApp } from '#tests/support/browserApp.ts'
import { anAgreement, aVolunteer, centre } from '#tests/support/builders.ts'
import { verdictOn, withSqlite } from '#tests/support/databases.ts'
import { ownFolder } from '#tests/support/folders.ts'
import { openHttpWindow } from '#tests/support/httpWindow.ts'
import { password } from '#tests/support/people.ts'
import type { Api } from '#tests/support/testApp.ts'

const documentsAtLeast = 1000
const documentsPerLife = 140
const windowsAtOnce = 4
const people = 25
const today = new Date().toISOString().slice(0, 10)
const year = Number(today.slice(0, 4))

interface Known {
  certificate: DocumentFields
  letter: DocumentFields
  signatoryId: number
  /** The ids of documents whose issue was acknowledged. */
  issued: number[]
}

/** A centre with people to certify, a class for letters, and no guard against a second certificate. */
async function prepare(api: Api): Promise<Known> {
  await api.settings.setUp({
    centre,
    administrator: { login: 'admin', fullName: 'Anna Administrator', password },
  })
  const unit = await api.units.create({ name: 'Świetlica', address: 'ul. Głęboka 11', symbol: 'SP' })
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  const ids: number[] = []
  for (let index = 0; index < people; index++) {
    const { id } = await api.volunteers.create(
      aVolunteer({ pesel: '', birthOn: '1970-05-05', surname: `Kowal-${index}` }),
    )
    const references = { volunteerId: id, unitId: unit.id, signatoryId: signatory.id }
    const days = { concludedOn: `${year - 1}-03-01`, startsOn: `${year - 1}-03-01`, endsOn: null }
    await api.agreements.sign(await api.agreements.create(anAgreement({ ...references, ...days })))
    ids.push(id)
  }
  const { id: classId } = await api.cases.createClass({
    symbol: '0520',
    title: 'Wolontariat',
    category: 'B5',
  })
  for (const kind of await api.documents.kinds())
    if (kind.code === 'certificate') await api.documents.changeKind({ ...kind, guardDays: 0 })
    else if (kind.code === 'letter') await api.documents.changeKind({ ...kind, classId })
  const fieldsOf = async (kind: string, input: object): Promise<DocumentFields> => {
    const nobody = { staffId: null, agreementId: null, unitId: null, originId: null }
    const subject = { kind, volunteerId: ids[0] ?? 0, ...nobody }
    const proposed = await api.documents.propose({ ...subject, issuedOn: today })
    const rest = { signatoryId: signatory.id, issuedOn: today, place: '', caseId: null, newCase: null }
    const choices = {
      letterheadUnitId: null,
      projectId: null,
      copies: null,
      delivery: '' as const,
      corrects: null,
    }
    return { ...subject, ...rest, ...choices, input: { ...proposed.input, ...input } }
  }
  return {
    certificate: await fieldsOf('certificate', {}),
    letter: {
      ...(await fieldsOf('letter', { subject: 'podziękowanie', text: 'Dziękujemy.' })),
      newCase: { unitId: unit.id, subject: 'podziękowanie' },
    },
    signatoryId: signatory.id,
    issued: [],
  }
}

/** Issues one letter with a case of its own, one certificate, or certificates for all. It counts when it is answered. */
async function issueSome(api: Api, { certificate, letter, signatoryId, issued }: Known): Promise<void> {
  const dice = Math.random()
  if (dice < 0.55) issued.push((await api.documents.issue(letter)).id)
  else if (dice < 0.85) issued.push((await api.documents.issue(certificate)).id)
  else {
    const forAll = { kind: 'certificate', input: {}, signatoryId, issuedOn: today, place: '' }
    const selection = { exceptIds: [] }
    const { ids } = await api.documents.issueMany({ ...forAll, selection, expected: people, isQueued: true })
    issued.push(...ids)
  }
}

/** Starts the program, issues in several windows at once, and kills it in the middle of that. */
async function liveAndBeKilled(folder: string, known: Known): Promise<void> {
  const app = await startBrowserApp(folder)
  const { api } = await openHttpWindow(app.url)
  await api.accounts.signIn({ login: 'admin', password })
  const until = known.issued.length + documentsPerLife
  let isKilled = false
  let killed: Promise<void> | undefined
  const kill = async () => {
    await delay(Math.random() * 60)
    isKilled = true
    await app.stop('SIGKILL')
  }
  const work = async () => {
    while (!isKilled) {
      try {
        await issueSome(api, known)
      } catch (error) {
        if (!isKilled) throw error
      }
      if (known.issued.length >= until) killed ??= kill()
    }
  }
  await Promise.all(Array.from({ length: windowsAtOnce }, work))
  await killed
}

test('a thousand documents issued by a process that is killed again and again have numbers without gap or double', async () => {
  const folder = ownFolder()
  const first = await startBrowserApp(folder)
  onTestFinished(() => first.stop('SIGKILL'))
  const known = await prepare((await openHttpWindow(first.url)).api)
  await first.stop('SIGKILL')
  let lives = 0
  while (known.issued.length < documentsAtLeast) {
    await liveAndBeKilled(folder, known)
    lives++
  }
  expect(lives).toBeGreaterThan(5)

  // The last start makes up for the PDFs that the killed ones left unmade.
  const last = await startBrowserApp(folder)
  await last.stop()
  expectSound(join(folder, 'osrodek.db'), known)
}, 120_000)

function expectSound(file: string, { issued }: Known): void {
  withSqlite(file, (sqlite) => {
    expect(verdictOn(sqlite)).toEqual({ integrity: 'ok', orphans: [] })
    const column = (query: string) => sqlite.prepare(query).pluck().all()
    const count = (query: string) => column(`SELECT count(*) FROM ${query}`)[0] as number
    const oneTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

    expect(new Set(issued).size).toBe(issued.length)
    const ids = new Set(column('SELECT id FROM documents'))
    expect(issued.filter((id) => !ids.has(id))).toEqual([])

    const certificates = count("documents WHERE kind = 'certificate'")
    const letters = count("documents WHERE kind = 'letter'")
    expect(certificates + letters).toBeGreaterThanOrEqual(issued.length)
    expect(Math.min(certificates, letters)).toBeGreaterThan(80)
    expect(column('SELECT number FROM given_numbers ORDER BY number')).toEqual(oneTo(certificates))
    expect(
      count(`given_numbers JOIN documents ON documents.id = document_id
        WHERE documents.number = text AND text = 'ZW/' || given_numbers.number || '/${year}'`),
    ).toBe(certificates)
    expect(column('SELECT number FROM cases ORDER BY number')).toEqual(oneTo(letters))
    expect(column('SELECT case_id FROM documents WHERE case_id IS NOT NULL ORDER BY 1')).toEqual(
      column('SELECT id FROM cases ORDER BY 1'),
    )

    const files = sqlite.prepare(
      'SELECT sha256, pdf FROM documents JOIN document_contents ON document_id = documents.id',
    )
    for (const { sha256: kept, pdf } of files.iterate() as Iterable<{ sha256: string; pdf: Buffer }>)
      expect(pdf && sha256(pdf)).toBe(kept)
    // What belongs to one issue is there wholly.
    expect(
      count(`documents WHERE kind <> 'agreement' AND NOT EXISTS
        (SELECT 1 FROM history WHERE history.kind = 'documents' AND record_id = documents.id AND action = 'issued')`),
    ).toBe(0)
  })
}
