import {
  type AgreementImportRow,
  agreementImportFields,
  readAgreementRow,
} from '#shared/features/agreements/agreements.import.ts'
import type { ImportProblem } from '#shared/kit/import.ts'
import { splitName } from '#shared/kit/import-names.ts'
import { fold } from '#shared/kit/polish.ts'
import type { Db } from '../../database/database.ts'
import type { ImportRegister, ReadRow } from '../../kit/import.ts'
import { mostAlike } from '../../kit/likeness.ts'
import { listKinds } from '../requirements/requirements.service.ts'
import { createUnit, findUnitByName, listUnits } from '../units/units.service.ts'
import { suggestVolunteers, toCandidate } from '../volunteers/volunteers.import.ts'
import { listByName, listVolunteersById, nameKeys } from '../volunteers/volunteers.service.ts'
import { listAgreementStates, listReferrers } from './agreements.import.queries.ts'
import {
  enterPaperAgreement,
  lastAgreementNumbers,
  removePaperAgreement,
  takenNumbers,
} from './agreements.service.ts'

/** What is written: the agreement with the volunteer and the unit that were found. */
interface ImportedAgreement extends AgreementImportRow {
  volunteerId: number | null
  /** Null where the row names no unit, or one that will be entered. */
  unitId: number | null
  activityKindId: number | null
}

/** How the import wizard fills the register of agreements that were signed on paper. */
export const agreementImport: ImportRegister<ImportedAgreement> = {
  fields: agreementImportFields,
  read: (reader, today) => ({
    ...readAgreementRow(reader, today),
    volunteerId: null,
    unitId: null,
    activityKindId: null,
  }),

  async compare(db, rows, { inBreaths }) {
    const findVolunteer = await volunteerFinder(db, rows)
    const findUnit = await unitFinder(db)
    const findKind = await kindFinder(db)
    const taken = await takenNumbers(
      db,
      rows.map(({ record }) => numberOf(record) ?? ''),
    )
    const below = await nextLower(
      db,
      rows.filter(({ decision }) => decision.row !== 'skip').map(({ record }) => record.number),
    )
    const lineOfNumber = new Map<string, number>()

    await inBreaths(rows, ({ line, record, problems, decision }) => {
      const chosen = (field: string) => decision.fields?.[field]?.reference
      if (record.volunteerName) {
        const found = findVolunteer(record.volunteerName, chosen('volunteer'))
        if (typeof found === 'number') record.volunteerId = found
        else problems.push(found)
      }
      if (record.unitName) {
        const isNew = decision.fields?.unit?.choice === 'create'
        const found = findUnit(record.unitName, chosen('unit'), isNew)
        if (found === null || typeof found === 'number') record.unitId = found
        else problems.push(found)
      }
      if (record.kindName && decision.fields?.activityKind?.choice !== 'clear') {
        const found = findKind(record.kindName, chosen('activityKind'))
        if (typeof found === 'number') record.activityKindId = found
        else problems.push(found)
      }

      const number = numberOf(record)
      const earlier = number ? lineOfNumber.get(number) : undefined
      if (number && taken.has(number))
        problems.push({ ...numberProblem('numberTaken', { number }), isRepeat: true })
      else if (earlier) problems.push(numberProblem('numberTwice', { line: earlier }))
      const lower = record.number && below(record.number)
      if (record.number && lower !== null && record.number.sequence - lower > farNumber)
        problems.push(farProblem(record.number, lower))
      if (number && decision.row !== 'skip') lineOfNumber.set(number, line)
    })
  },

  suggest: {
    volunteer: (db, name) => suggestVolunteers(db, splitName(name, 'surnameFirst')),
  },

  async newUnits(rows) {
    const added = rows.filter(({ record }) => record.unitName && record.unitId === null)
    return [...new Map(added.map(({ record }) => [fold(record.unitName), record.unitName])).values()]
  },

  async create(context, { agreement, number, volunteerId, unitId, unitName, activityKindId }, importId) {
    if (!number || volunteerId === null) throw new Error('a row that is not decided reached the writing')
    const known = unitId ?? (unitName ? (await findUnitByName(context.tx, unitName))?.id : null)
    const added = known === undefined ? (await createUnit(context, { name: unitName })).id : undefined
    const id = await enterPaperAgreement(context, {
      agreement: { ...agreement, volunteerId, unitId: known ?? added ?? null, activityKindId },
      number: `${number.sequence}/${number.year}`,
      ...number,
      importId,
    })
    const units = added === undefined ? [] : [{ kind: 'units', id: added }]
    return [{ kind: 'agreements', id }, ...units]
  },

  states: listAgreementStates,
  referrers: listReferrers,
  remove: ({ tx }, id) => removePaperAgreement(tx, id),
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
async function nextLower(db: Db, numbers: (RegisterNumber | null)[]) {
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

/** Rows that name a volunteer. */
type NamingRows = Pick<ReadRow<{ volunteerName: string }>, 'record' | 'decision'>[]

/** Finds the person of a name, or tells why that is for the clerk to decide. */
export async function volunteerFinder(db: Db, rows: NamingRows) {
  const parts = (name: string) => splitName(name, 'surnameFirst')
  const people = new Map<string, Awaited<ReturnType<typeof listByName>>>()
  for (const person of await listByName(
    db,
    rows.map(({ record }) => parts(record.volunteerName)),
  )) {
    const same = people.get(person.nameKey)
    if (same) same.push(person)
    else people.set(person.nameKey, [person])
  }
  const chosen = rows.flatMap(({ decision }) => decision.fields?.volunteer?.reference ?? [])
  const existing = new Set((await listVolunteersById(db, [...new Set(chosen)])).map(({ id }) => id))
  return (name: string, reference: number | undefined): number | ImportProblem => {
    const found = [...new Set(nameKeys(parts(name)))].flatMap((key) => people.get(key) ?? [])
    const [only] = found
    const mayBe = only ? found.some(({ id }) => id === reference) : existing.has(reference ?? 0)
    if (reference !== undefined && mayBe) return reference
    if (only && found.length === 1) return only.id
    return {
      field: 'volunteer',
      level: 'error',
      key: only ? 'imports.problems.volunteerAmbiguous' : 'imports.problems.volunteerNotFound',
      choices: [],
      candidates: found.map((person) => toCandidate({ ...person, pesel: person.pesel ?? '', line: null })),
    }
  }
}

/** Finds the unit of a name; null where it is to be entered; or tells why that is for the clerk to decide. */
async function unitFinder(db: Db) {
  const units = await listUnits(db)
  const existing = new Set(units.map(({ id }) => id))
  const decided = new Map<string, number | null | ImportProblem>()
  const find = (name: string): number | null | ImportProblem => {
    const same = units.filter((unit) => fold(unit.name) === fold(name))
    const [only] = same
    if (only && same.length === 1) return only.id
    const digits = name.replace(/\D+/g, ' ').trim()
    // "Filia nr 1" and "Filia nr 2" differ by a letter and are two places all the same.
    const alike = only
      ? same
      : mostAlike(
          units.filter((unit) => unit.name.replace(/\D+/g, ' ').trim() === digits),
          [fold(name)],
          (unit) => fold(unit.name),
        )
    if (alike.length === 0) return null
    return {
      field: 'unit',
      level: 'error',
      key: only ? 'imports.problems.unitAmbiguous' : 'imports.problems.unitSimilar',
      choices: only ? [] : ['create'],
      candidates: alike.map(({ id, name: label, address }) => ({
        id,
        line: null,
        label,
        details: address ? [address] : [],
      })),
    }
  }
  return (name: string, reference: number | undefined, isNew: boolean) => {
    if (reference !== undefined && existing.has(reference)) return reference
    const key = fold(name)
    const found = decided.get(key) ?? find(name)
    decided.set(key, found)
    const mayBeNew = found !== null && typeof found === 'object' && found.choices.includes('create')
    return isNew && mayBeNew ? null : found
  }
}

/**
 * Finds the kind of activity of a name, closed ones as well: the agreement is of the past. One that the centre does not
 * have is not entered on the way, because what is asked for it has to be decided first.
 */
async function kindFinder(db: Db) {
  const kinds = await listKinds(db)
  return (name: string, reference: number | undefined): number | ImportProblem => {
    const key = fold(name)
    const kind = kinds.find((each) => (reference ? each.id === reference : fold(each.name) === key))
    if (kind) return kind.id
    const alike = mostAlike(kinds, [key], (each) => fold(each.name))
    const offered = alike.length > 0 ? alike : kinds.filter(({ isActive }) => isActive)
    return {
      field: 'activityKind',
      level: 'error',
      key: 'imports.problems.kindNotFound',
      choices: ['clear'],
      candidates: offered.map(({ id, name: label, description }) => ({
        id,
        line: null,
        label,
        details: description ? [description] : [],
      })),
    }
  }
}

function numberProblem(name: string, params: Record<string, string | number>): ImportProblem {
  return { field: 'number', level: 'error', key: `imports.problems.${name}`, params, choices: [] }
}
