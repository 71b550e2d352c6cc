import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { sha256 } from '#main/documents/issuing.ts'
import type { Agreement } from '#shared/features/agreements/agreements.contract.ts'
import type { Volunteer } from '#shared/features/volunteers/volunteers.contract.ts'
import { startBrowserApp } from '#tests/support/browserApp.ts'
import { anAgreement, aVolunteer, centre } from '#tests/support/builders.ts'
import { verdictOn, withSqlite } from '#tests/support/databases.ts'
import { ownFolder } from '#tests/support/folders.ts'
import { openHttpWindow } from '#tests/support/httpWindow.ts'
import { password } from '#tests/support/people.ts'
import type { Api } from '#tests/support/testApp.ts'

/** Everything the server acknowledged: it must be there whatever happened afterwards. */
interface Acknowledged {
  commands: number
  volunteers: Volunteer[]
  drafts: Map<number, Agreement>
  signed: Agreement[]
}

const commandsAtLeast = 200
const commandsPerLife = 20
const windowsAtOnce = 4

/** Carries out one command of the mix. It counts only when its answer arrives. */
async function doSomething(api: Api, known: Acknowledged, places: { unitId: number; signatoryId: number }) {
  const dice = Math.random()
  const [draft] = known.drafts.values()
  if (dice < 0.35 && draft) {
    // Taken out before the call: when its answer is lost, nobody knows whether it is signed.
    known.drafts.delete(draft.id)
    known.signed.push(await api.agreements.sign({ id: draft.id, version: draft.version }))
  } else if (dice < 0.7 && known.volunteers.length > 0) {
    const volunteerId = known.volunteers[Math.floor(Math.random() * known.volunteers.length)]?.id ?? 0
    const made = await api.agreements.create(
      anAgreement({ volunteerId, ...places, notes: `${Math.random()}` }),
    )
    known.drafts.set(made.id, made)
  } else {
    const notes = `słowa, których nikt inny nie ma: ${Math.random()}`
    known.volunteers.push(
      await api.volunteers.create(aVolunteer({ pesel: '', birthOn: '1970-05-05', notes })),
    )
  }
  known.commands++
}

/** Starts the program on a folder and kills it somewhere on its way to being ready. */
async function killWhileStarting(folder: string): Promise<void> {
  const program = join(import.meta.dirname, '../../out/main/browser-main.js')
  const child = spawn(process.execPath, [program, '--data', folder], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  await Promise.race([ended, delay(100 + Math.random() * 400)])
  child.kill('SIGKILL')
  await ended
}

/** Starts the program, works in several windows at once, and kills it in the middle of that. */
async function liveAndBeKilled(
  folder: string,
  known: Acknowledged,
  places: { unitId: number; signatoryId: number },
): Promise<void> {
  const app = await startBrowserApp(folder)
  const { api } = await openHttpWindow(app.url)
  await api.accounts.signIn({ login: 'admin', password })
  const until = known.commands + commandsPerLife
  let isKilled = false
  let killed: Promise<void> | undefined
  const kill = async () => {
    // Anywhere within the next commands, not always at the same point of one.
    await delay(Math.random() * 20)
    isKilled = true
    await app.stop('SIGKILL')
  }
  const work = async () => {
    while (!isKilled) {
      try {
        await doSomething(api, known, places)
      } catch (error) {
        if (!isKilled) throw error
      }
      if (known.commands >= until) killed ??= kill()
    }
  }
  await Promise.all(Array.from({ length: windowsAtOnce }, work))
  await killed
}

test('every acknowledged command outlives a process that is killed again and again', async () => {
  const folder = ownFolder()
  const known: Acknowledged = { commands: 0, volunteers: [], drafts: new Map(), signed: [] }
  const first = await startBrowserApp(folder)
  onTestFinished(() => first.stop('SIGKILL'))
  const { api } = await openHttpWindow(first.url)
  await api.settings.setUp({
    centre,
    administrator: { login: 'admin', fullName: 'Anna Administrator', password },
  })
  const unit = await api.units.create({ name: 'Świetlica', address: 'ul. Głęboka 11' })
  const signatory = await api.signatories.create({ fullName: 'Maria Dyrektorska', position: 'Dyrektor' })
  await first.stop('SIGKILL')

  let kills = 1
  while (known.commands < commandsAtLeast) {
    await liveAndBeKilled(folder, known, { unitId: unit.id, signatoryId: signatory.id })
    await killWhileStarting(folder)
    kills += 2
  }
  expect(kills).toBeGreaterThan(15)
  expect(Math.min(known.volunteers.length, known.signed.length)).toBeGreaterThan(20)

  const last = await startBrowserApp(folder)
  onTestFinished(() => last.stop('SIGKILL'))
  const window = await openHttpWindow(last.url)
  await window.api.accounts.signIn({ login: 'admin', password })
  for (const volunteer of known.volunteers) {
    expect(await window.api.volunteers.get({ id: volunteer.id })).toEqual(volunteer)
  }
  for (const agreement of [...known.drafts.values(), ...known.signed]) {
    expect(await window.api.agreements.get({ id: agreement.id })).toEqual(agreement)
  }
  for (const { documentId } of known.signed) {
    const file = await window.api.documents.savePdf({ id: documentId ?? 0 })
    expect(sha256(Buffer.from(file.pdf, 'base64'))).toBe(file.sha256)
  }
  await last.stop()
  expectSound(join(folder, 'osrodek.db'), known)
}, 90_000)

/** The file as the last process left it: sound, numbered without gaps, nothing half done. */
function expectSound(file: string, known: Acknowledged): void {
  withSqlite(file, (sqlite) => {
    expect(verdictOn(sqlite)).toEqual({ integrity: 'ok', orphans: [] })
    const column = (query: string) => sqlite.prepare(query).pluck().all()
    const oneTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

    const signed = column(`SELECT number FROM agreements WHERE status = 'signed'`) as string[]
    const sequence = signed.map((number) => Number(number.split('/')[0]))
    expect(sequence.sort((a, b) => a - b)).toEqual(oneTo(signed.length))
    expect(signed.length).toBeGreaterThanOrEqual(known.signed.length)
    const registered = column('SELECT register_number FROM volunteers') as string[]
    const places = registered.map((number) => Number(number.split('/')[1]))
    expect(places.sort((a, b) => a - b)).toEqual(oneTo(registered.length))
    expect(column('SELECT last_number FROM number_series ORDER BY series')).toEqual([
      signed.length,
      registered.length,
    ])

    const documents = sqlite
      .prepare('SELECT number, pdf, sha256 FROM documents JOIN document_contents ON document_id = id')
      .all() as {
      number: string
      pdf: Buffer | null
      sha256: string
    }[]
    expect(documents.map(({ number }) => number).sort()).toEqual([...signed].sort())
    for (const { pdf, sha256: stored } of documents) expect(pdf && sha256(pdf)).toBe(stored)

    // What belongs to one command is there wholly: the row, its words for the search, its line of history.
    expect(
      column(`SELECT id FROM volunteers WHERE
        NOT EXISTS (SELECT 1 FROM search_words WHERE kind = 'volunteers' AND record_id = volunteers.id) OR
        NOT EXISTS (SELECT 1 FROM history WHERE kind = 'volunteers' AND record_id = volunteers.id)`),
    ).toEqual([])
    expect(
      column(`SELECT id FROM agreements WHERE (status = 'signed') <> EXISTS
        (SELECT 1 FROM history WHERE kind = 'agreements' AND record_id = agreements.id AND action = 'signed')`),
    ).toEqual([])
  })
}
