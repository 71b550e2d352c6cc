import {
  type AgreementImportRow,
  agreementImportFields,
  readAgreementRow,
} from '#shared/features/agreements/agreements.import.ts'
import { splitName } from '#shared/features/volunteers/volunteers.import.ts'
import type { ImportProblem } from '#shared/kit/import.ts'
import { fold } from '#shared/kit/polish.ts'
import { type EvaluatedRow, type ImportRegister, inBreaths } from '../../kit/import.ts'
import { createUnit, findUnitByName, listUnits } from '../units/units.service.ts'
import { toCandidate } from '../volunteers/volunteers.import.ts'
import { listByName, nameKeys } from '../volunteers/volunteers.service.ts'
import { enterPaperAgreement, lastAgreementNumbers, takenNumbers } from './agreements.service.ts'

/** What is written: the agreement with the volunteer found by name. */
interface ImportedAgreement extends Omit<AgreementImportRow, 'reader'> {
  volunteerId: number | null
}

/** How the import wizard fills the register of agreements that were signed on paper. */
export const agreementImport: ImportRegister<ImportedAgreement> = {
  fields: agreementImportFields,

  async evaluate(db, lines, decisions, today) {
    const read = await inBreaths(lines, (cells) => {
      const { reader, ...row } = readAgreementRow(cells, decisions[cells.line], today)
      const texts = Object.fromEntries(Object.keys(cells.texts).map((field) => [field, reader.text(field)]))
      return { line: cells.line, row, problems: reader.problems, texts }
    })
    const findVolunteers = await volunteerFinder(
      db,
      read.map(({ row }) => row.volunteerName),
    )
    const taken = await takenNumbers(
      db,
      read.map(({ row }) => numberOf(row) ?? ''),
    )
    const below = await nextLower(
      db,
      read.filter(({ line }) => decisions[line]?.row !== 'skip').map(({ row }) => row.number),
    )
    const lineOfNumber = new Map<string, number>()

    return inBreaths(read, ({ line, row, problems, texts }): EvaluatedRow<ImportedAgreement> => {
      const chosen = decisions[line]?.references?.volunteer
      const found = row.volunteerName ? findVolunteers(row.volunteerName) : []
      const volunteerId = found.length === 1 ? found[0]?.id : found.find(({ id }) => id === chosen)?.id
      if (row.volunteerName && volunteerId === undefined) problems.push(volunteerProblem(found))

      const number = numberOf(row)
      const earlier = number ? lineOfNumber.get(number) : undefined
      if (number && taken.has(number))
        problems.push({ ...numberProblem('numberTaken', { number }), isRepeat: true })
      else if (earlier) problems.push(numberProblem('numberTwice', { line: earlier }))
      const lower = row.number && below(row.number)
      if (row.number && lower !== null && row.number.sequence - lower > farNumber)
        problems.push(farProblem(row.number, lower))
      if (number && decisions[line]?.row !== 'skip') lineOfNumber.set(number, line)
      return { line, record: { ...row, volunteerId: volunteerId ?? null }, problems, texts }
    })
  },

  async newUnits(rows, db) {
    const known = new Set((await listUnits(db)).map(({ name }) => fold(name)))
    const names = new Map(rows.map(({ record }) => [fold(record.unitName), record.unitName]))
    return [...names].filter(([key]) => key && !known.has(key)).map(([, name]) => name)
  },

  async write(context, { agreement, number, volunteerId, unitName }, importId) {
    if (!number || volunteerId === null) throw new Error('a row that is not decided reached the writing')
    const unit = unitName
      ? ((await findUnitByName(context.tx, unitName)) ?? (await createUnit(context, { name: unitName })))
      : undefined
    await enterPaperAgreement(context, {
      agreement: { ...agreement, volunteerId, unitId: unit?.id ?? null },
      number: `${number.sequence}/${number.year}`,
      ...number,
      importId,
    })
  },
}

function numberOf({ number }: Pick<AgreementImportRow, 'number'>): string | undefined {
  return number ? `${number.sequence}/${number.year}` : undefined
}

/** A number that leaves more than this many unused is likely a typing error; the next agreement would follow it. */
const farNumber = 1000

type RegisterNumber = NonNullable<AgreementImportRow['number']>

/**
 * Tells for a number the next lower one of its year, in the register or among these; 0 where there is none, null
 * where the register has gone beyond it already.
 */
async function nextLower(db: Parameters<typeof listByName>[0], numbers: (RegisterNumber | null)[]) {
  const previous = await lastAgreementNumbers(db)
  const lowerOf = new Map<string, number>()
  const inOrder = numbers.filter((number) => number !== null).sort((a, b) => a.sequence - b.sequence)
  for (const { sequence, year } of inOrder) {
    const lower = previous.get(year) ?? 0
    if (sequence <= lower) continue
    lowerOf.set(`${sequence}/${year}`, lower)
    previous.set(year, sequence)
  }
  return ({ sequence, year }: RegisterNumber) => lowerOf.get(`${sequence}/${year}`) ?? null
}

function farProblem({ sequence, year }: RegisterNumber, lower: number): ImportProblem {
  const params = { lower, next: `${sequence + 1}/${year}` }
  return { field: 'number', level: 'warning', key: 'imports.problems.numberFar', params, choices: [] }
}

async function volunteerFinder(db: Parameters<typeof listByName>[0], names: string[]) {
  const parts = (name: string) => splitName(name, 'surnameFirst')
  const people = new Map<string, Awaited<ReturnType<typeof listByName>>>()
  for (const person of await listByName(db, names.map(parts))) {
    const same = people.get(person.nameKey)
    if (same) same.push(person)
    else people.set(person.nameKey, [person])
  }
  return (name: string) => [...new Set(nameKeys(parts(name)))].flatMap((key) => people.get(key) ?? [])
}

function volunteerProblem(found: Awaited<ReturnType<typeof listByName>>): ImportProblem {
  return {
    field: 'volunteer',
    level: 'error',
    key: found.length === 0 ? 'imports.problems.volunteerNotFound' : 'imports.problems.volunteerAmbiguous',
    choices: [],
    candidates: found.map((person) => toCandidate({ ...person, pesel: person.pesel ?? '', line: null })),
  }
}

function numberProblem(name: string, params: Record<string, string | number>): ImportProblem {
  return { field: 'number', level: 'error', key: `imports.problems.${name}`, params, choices: [] }
}
