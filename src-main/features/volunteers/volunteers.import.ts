import type { SimilarVolunteer, VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { readVolunteerRow, volunteerImportFields } from '#shared/features/volunteers/volunteers.import.ts'
import { formatDay } from '#shared/kit/dates.ts'
import type { ImportCandidate, ImportProblem } from '#shared/kit/import.ts'
import type { Db } from '../../database/database.ts'
import type { ImportRegister, ReadRow } from '../../kit/import.ts'
import { mostAlike } from '../../kit/likeness.ts'
import {
  deleteVolunteer,
  listReferrersOfVolunteers,
  listResembling,
  listVolunteersOf,
} from './volunteers.import.queries.ts'
import { listByPesels } from './volunteers.queries.ts'
import { createVolunteer, listByName, nameKeys, overwriteVolunteer } from './volunteers.service.ts'

type Reason = SimilarVolunteer['reasons'][number]

/** Somebody a row is compared with: an earlier row of the file, or a person in the register. */
interface Person extends Pick<VolunteerFields, 'surname' | 'firstNames' | 'birthOn' | 'pesel' | 'town'> {
  id: number | null
  line: number | null
}

/** How the import wizard fills the register of volunteers. */
export const volunteerImport: ImportRegister<VolunteerFields> = {
  fields: volunteerImportFields,
  read: readVolunteerRow,
  said: (volunteer) => ({ ...volunteer }),

  async compare(db, rows, { inBreaths }) {
    const people = index(
      [
        ...(await listByName(
          db,
          rows.map(({ record }) => record),
        )),
        ...(await listByPesels(db, rows.map(({ record }) => record.pesel).filter(Boolean))),
      ].map((person) => ({ ...person, pesel: person.pesel ?? '', line: null })),
    )
    await inBreaths(rows, (row) => {
      const duplicate = likelyDuplicate(row, people)
      // The same PESEL cannot stand in the register twice, so importing it anyway is no choice.
      if (duplicate && (row.decision.row !== 'import' || duplicate.params?.reason === 'pesel')) {
        row.problems.unshift(duplicate)
      }
      if (row.decision.row !== 'skip') people.add({ ...row.record, id: null, line: row.line })
    })
  },

  async create(context, volunteer, importId) {
    return [{ kind: 'volunteers', id: await createVolunteer(context, volunteer, importId) }]
  },

  async change({ tx }, id, { version }, fields) {
    await overwriteVolunteer(tx, id, version, fields as VolunteerFields)
  },

  async states(db, ids) {
    const volunteers = await listVolunteersOf(db, ids)
    return new Map(
      volunteers.map(({ id, version, registerNumber: _, ...fields }) => [
        id,
        { version, label: `${fields.surname} ${fields.firstNames}`, fields },
      ]),
    )
  },

  referrers: listReferrersOfVolunteers,
  remove: ({ tx }, id) => deleteVolunteer(tx, id),
}

/** People whose names resemble one that stands in a cell, the most alike first. */
export async function suggestVolunteers(
  db: Db,
  name: { surname: string; firstNames: string },
): Promise<ImportCandidate[]> {
  const keys = nameKeys(name)
  const people = await listResembling(db, keys)
  return mostAlike(people, keys, ({ nameKey }) => nameKey).map((person) =>
    toCandidate({ ...person, pesel: '', line: null }),
  )
}

function index(known: Person[]) {
  const byKey = new Map<string, Person[]>()
  const add = (person: Person) => {
    for (const key of [nameKeys(person)[0] ?? '', person.pesel && `pesel:${person.pesel}`]) {
      const same = byKey.get(key)
      if (same) same.push(person)
      else if (key) byKey.set(key, [person])
    }
  }
  known.forEach(add)
  return { add, get: (key: string) => byKey.get(key) ?? [] }
}

/** How many people a row is said to resemble. */
const maxCandidates = 5

/** The problem that says whom a row resembles: the same PESEL, or the same name with the same birth date or without one. */
function likelyDuplicate(
  { record }: ReadRow<VolunteerFields>,
  people: ReturnType<typeof index>,
): ImportProblem | undefined {
  const found = new Map<string, { person: Person; reason: Reason }>()
  const note = (person: Person, reason: Reason) => {
    const key = `${person.id}/${person.line}`
    if (!found.has(key)) found.set(key, { person, reason })
  }
  if (record.pesel) for (const person of people.get(`pesel:${record.pesel}`)) note(person, 'pesel')
  for (const person of nameKeys(record).flatMap(people.get)) {
    if (found.size >= maxCandidates) break
    const haveOtherPesel = record.pesel && person.pesel && record.pesel !== person.pesel
    const haveOtherBirth = record.birthOn && person.birthOn && record.birthOn !== person.birthOn
    if (haveOtherPesel || haveOtherBirth) continue
    note(person, record.birthOn && record.birthOn === person.birthOn ? 'nameAndBirth' : 'name')
  }
  const all = [...found.values()]
  // Who has the PESEL is the person; somebody of the same name beside is another.
  const isCertain = all.some(({ person, reason }) => person.id !== null && reason === 'pesel')
  const resembled = isCertain ? all.filter(({ reason }) => reason === 'pesel') : all
  const [first] = resembled
  if (!first) return undefined
  return {
    field: 'row',
    level: 'error',
    key: `imports.problems.duplicate.${first.reason}`,
    params: { reason: first.reason },
    choices: [],
    isRepeat: first.person.id !== null && first.reason !== 'name',
    candidates: resembled.slice(0, maxCandidates).map(({ person }) => toCandidate(person)),
  }
}

/** A person as a choice in the wizard. */
export function toCandidate(person: Person): ImportCandidate {
  return {
    id: person.id,
    line: person.line,
    label: `${person.surname} ${person.firstNames}`,
    details: [person.birthOn ? formatDay(person.birthOn) : '', person.town].filter(Boolean),
  }
}
