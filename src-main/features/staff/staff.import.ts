import type { StaffGroup } from '#shared/features/positions/positions.contract.ts'
import { readStaffRow, type StaffImportRow, staffImportFields } from '#shared/features/staff/staff.import.ts'
import { whyPostsOutside } from '#shared/features/staff/staff.rules.ts'
import type { ImportProblem } from '#shared/kit/import.ts'
import { type ReadyIdentity, readyIdentity } from '#shared/kit/likeness/identity.ts'
import { likenessLevel, likenessOf } from '#shared/kit/likeness/likeness.ts'
import { peopleLikeness } from '#shared/kit/likeness/rules.ts'
import { fold, naturalKey } from '#shared/kit/polish.ts'
import type { ImportedRecord, ImportRegister, ReadRow, RecordState } from '../../kit/import.ts'
import { mostAlike } from '../../kit/likeness.ts'
import { likenessIndex } from '../../kit/likeness-index.ts'
import { createPosition, findPositionByName, listPositions } from '../positions/positions.service.ts'
import { createUnit, findUnitByName, listUnits } from '../units/units.service.ts'
import {
  deleteMember,
  listByNumbers,
  listReferrersOfStaff,
  listStaffIdentities,
  listStaffStates,
} from './staff.import.queries.ts'
import { type ImportedState, overwriteMember } from './staff.overwriting.service.ts'
import { createMember } from './staff.service.ts'

/** What is written: position and unit by their ids, or by a name under which they are entered. */
interface ImportedMember extends StaffImportRow {
  positionId: number | null
  unitId: number | null
  /** Of a position that is to be entered. */
  newGroup: StaffGroup
  ownGroup: StaffGroup | null
}

type Row = ReadRow<ImportedMember>

/** How the import wizard fills the register of staff; units and positions that are missing may be entered on the way. */
export const staffImport: ImportRegister<ImportedMember> = {
  fields: staffImportFields,
  read: (reader) => ({
    ...readStaffRow(reader),
    positionId: null,
    unitId: null,
    newGroup: 'administration',
    ownGroup: null,
  }),

  async compare(db, rows, { inBreaths }) {
    const positions = await listPositions(db)
    const units = (await listUnits(db)).filter(({ isActive }) => isActive)
    const taken = await listByNumbers(db, rows.map(({ record }) => record.personalNumber).filter(Boolean))
    const targetOf = ({ record, decision }: Row) =>
      decision.target ?? taken.get(naturalKey(record.personalNumber))?.id
    const states = await listStaffStates(db, [...new Set(rows.flatMap((row) => targetOf(row) ?? []))])
    const lineOfNumber = new Map<string, number>()
    const people = likenessIndex<Namesake, ReadyIdentity>(peopleLikeness)
    for (const person of await listStaffIdentities(db)) people.add(person, readyIdentity(person))
    const newGroups = new Map<string, StaffGroup>()
    await inBreaths(rows, (row) => {
      if (row.decision.row !== 'skip') {
        findUnit(row, units)
        findPosition(row, positions, newGroups)
      }
      const number = naturalKey(row.record.personalNumber)
      const there = taken.get(number)
      const earlier = lineOfNumber.get(number)
      if (row.record.personalNumber && there) row.problems.unshift(repeatProblem(row, there))
      else if (row.record.personalNumber && earlier !== undefined)
        row.problems.push(problemOf('personalNumber', 'staff.problems.numberTwice', { line: earlier }))
      const ready = readyIdentity(row.record)
      const resembling = there ? undefined : likelyProblem(ready, people, row.decision.row === 'import')
      if (resembling) row.problems.push(resembling)
      const outside = postsOutside(row, states.get(targetOf(row) ?? 0))
      if (outside) row.problems.push(outside)
      if (row.decision.row === 'skip') return
      lineOfNumber.set(number, row.line)
      people.add({ ...row.record, id: null, line: row.line }, ready)
    })
  },

  async newUnits(rows) {
    const names = new Map(
      rows.flatMap(({ record: { unitId, unitName } }) =>
        unitId === null && unitName ? [[fold(unitName), unitName] as const] : [],
      ),
    )
    return [...names.values()]
  },

  said: (row) => {
    const { positionName, unitName, group: _, newGroup, specialisation, ...member } = row
    return {
      ...member,
      specialisation: specialisation === 'none' ? null : specialisation,
      position: positionName,
      positionGroup: newGroup,
      unit: unitName,
    }
  },

  change: (context, id, state, fields) => overwriteMember(context, id, state, fields as ImportedState),

  async create(context, row, importId) {
    const { positionName, unitName, group: _, newGroup, positionId, unitId, ...said } = row
    const member = { ...said, isFieldWorker: said.isFieldWorker ?? false }
    const entered: ImportedRecord[] = []
    let unit = unitId
    if (unit === null && unitName) {
      const known = await findUnitByName(context.tx, unitName)
      unit = known?.id ?? (await createUnit(context, { name: unitName }, importId)).id
      if (!known) entered.push({ kind: 'units', id: unit })
    }
    let position = positionId ?? (await findPositionByName(context.tx, positionName))?.id
    if (position === undefined) {
      const created = { name: positionName, staffGroup: newGroup, isActive: true }
      position = (await createPosition(context, created)).id
      entered.push({ kind: 'positions', id: position })
    }
    const id = await createMember(context, { ...member, positionId: position, unitId: unit }, importId)
    return [{ kind: 'staff', id }, ...entered]
  },

  states: listStaffStates,
  referrers: listReferrersOfStaff,
  remove: ({ tx }, id) => deleteMember(tx, id),
}

/** A name with its words in one order: offices call one unit „Zespół Terenowej …” here and „Terenowy Zespół …” there. */
function wordsOf(name: string): string {
  return fold(name).split(' ').sort().join(' ')
}

/** The unit of a row: by its name, as was chosen, or to be entered; else a problem with those that resemble it. */
function findUnit({ record, decision, problems }: Row, units: Awaited<ReturnType<typeof listUnits>>): void {
  const { choice, reference } = decision.fields?.unit ?? {}
  if (!record.unitName || choice === 'create') return
  const same = units.filter(({ name }) => fold(name) === fold(record.unitName))
  const chosen = units.find(({ id }) => id === reference) ?? (same.length === 1 ? same[0] : undefined)
  if (chosen) {
    record.unitId = chosen.id
    record.unitName = chosen.name
  } else
    problems.push({
      ...problemOf('unit', same.length > 1 ? 'staff.problems.unitAmbiguous' : 'staff.problems.unitNotFound'),
      choices: same.length > 1 ? ['clear'] : ['create', 'clear'],
      candidates: (same.length > 1
        ? same
        : mostAlike(units, [wordsOf(record.unitName)], ({ name }) => wordsOf(name))
      ).map(({ id, name, address }) => ({
        id,
        line: null,
        label: name,
        details: address ? [address] : [],
      })),
    })
}

/** The position of a row likewise, and whether its group is the one that the row tells. */
function findPosition(
  { record, decision, problems }: Row,
  positions: Awaited<ReturnType<typeof listPositions>>,
  newGroups: Map<string, StaffGroup>,
): void {
  if (!record.positionName) return
  const key = fold(record.positionName)
  const { choice, reference } = decision.fields?.position ?? {}
  const position = positions.find(({ id, name }) => (reference ? id === reference : fold(name) === key))
  if (position && !position.isActive) {
    problems.push(problemOf('position', 'staff.errors.positionClosed'))
    return
  }
  record.positionId = position?.id ?? null
  record.positionName = position?.name ?? record.positionName
  const group = position?.staffGroup ?? newGroups.get(key) ?? record.group
  if (!position && choice !== 'create') {
    problems.push({
      ...problemOf('position', 'staff.problems.positionNotFound'),
      choices: group ? ['create'] : [],
      candidates: mostAlike(positions, [key], ({ name }) => fold(name)).map(({ id, name }) => ({
        id,
        line: null,
        label: name,
        details: [],
      })),
    })
  }
  if (!group) return
  if (!position) newGroups.set(key, group)
  record.newGroup = group
  const decided = decision.fields?.staffGroup?.choice
  if (record.group === null || record.group === group || decided === 'clear') return
  if (decided === 'keep') record.ownGroup = record.group
  else
    problems.push({ ...problemOf('staffGroup', 'staff.problems.groupDiffers'), choices: ['keep', 'clear'] })
}

/** Somebody whom a row may repeat: a member of staff, or an earlier row of the file. */
interface Namesake {
  id: number | null
  line: number | null
  surname: string
  firstNames: string
  personalNumber: string
}

/** How many people a row is said to resemble. */
const maxCandidates = 5

/**
 * The problem that says whom of another number a row resembles, the likeliest first. Namesakes are common: they are
 * only told of, while who has the same telephone or e-mail besides asks for a decision.
 */
function likelyProblem(
  ready: ReadyIdentity,
  people: ReturnType<typeof likenessIndex<Namesake, ReadyIdentity>>,
  isImported: boolean,
): ImportProblem | undefined {
  const alike = people
    .like(ready)
    .map(({ item, ready: other }) => ({ item, alike: likenessOf(ready, { ...other, number: '' }) }))
    .filter(({ alike: { score, reasons } }) => {
      const isNamesake = reasons.includes('name') || reasons.includes('nameTurned')
      return isNamesake || likenessLevel(score) === 'certain' || likenessLevel(score) === 'veryLikely'
    })
    .sort((a, b) => b.alike.score - a.alike.score)
    .slice(0, maxCandidates)
  const [first] = alike
  if (!first) return undefined
  const isDoubtful = likenessLevel(first.alike.score) !== 'possible' && !isImported
  return {
    ...problemOf('row', 'staff.problems.alike'),
    level: isDoubtful ? 'error' : 'warning',
    candidates: alike.map(({ item: { id, line, surname, firstNames, personalNumber }, alike: likeness }) => ({
      id,
      line,
      label: `${surname} ${firstNames}`,
      details: [personalNumber],
      likeness,
    })),
  }
}

/** The problem of a row whose days of employment would leave a post of that person outside. */
function postsOutside({ record, decision }: Row, state: RecordState | undefined): ImportProblem | undefined {
  if (!state) return undefined
  // A day that can be read is cleared here, because only the comparison finds it wrong.
  for (const field of ['employedFrom', 'employedTo'] as const)
    if (decision.fields?.[field]?.choice === 'clear') record[field] = null
  const { employedFrom, employedTo, posts } = state.fields as unknown as ImportedState
  const isFilled = decision.row === 'fill'
  const outside = whyPostsOutside(
    posts.map(({ fromOn }) => fromOn),
    {
      employedFrom: isFilled ? (employedFrom ?? record.employedFrom) : (record.employedFrom ?? employedFrom),
      employedTo: isFilled ? (employedTo ?? record.employedTo) : (record.employedTo ?? employedTo),
    },
  )
  return outside && { ...problemOf(outside.field, outside.key), choices: ['clear'] }
}

function repeatProblem(
  { record }: Row,
  there: { id: number; surname: string; firstNames: string; personalNumber: string },
): ImportProblem {
  const isSame =
    fold(`${there.surname} ${there.firstNames}`) === fold(`${record.surname} ${record.firstNames}`)
  return {
    ...problemOf('row', 'staff.problems.there'),
    isRepeat: isSame,
    candidates: [
      {
        id: there.id,
        line: null,
        label: `${there.surname} ${there.firstNames}`,
        details: [there.personalNumber],
      },
    ],
  }
}

function problemOf(field: string, key: string, params?: ImportProblem['params']): ImportProblem {
  return { field, level: 'error', key, choices: [], ...(params && { params }) }
}
