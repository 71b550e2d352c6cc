import type { SimilarVolunteer, VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { readVolunteerRow, volunteerImportFields } from '#shared/features/volunteers/volunteers.import.ts'
import { formatDay } from '#shared/kit/dates.ts'
import type { ImportCandidate, ImportProblem } from '#shared/kit/import.ts'
import { type EvaluatedRow, type ImportRegister, inBreaths } from '../../kit/import.ts'
import { listByPesels } from './volunteers.queries.ts'
import { createVolunteer, listByName, nameKeys } from './volunteers.service.ts'

type Reason = SimilarVolunteer['reasons'][number]

/** Somebody a row is compared with: an earlier row of the file, or a person in the register. */
interface Person extends Pick<VolunteerFields, 'surname' | 'firstNames' | 'birthOn' | 'pesel' | 'town'> {
  id: number | null
  line: number | null
}

/** How the import wizard fills the register of volunteers. */
export const volunteerImport: ImportRegister<VolunteerFields> = {
  fields: volunteerImportFields,

  async evaluate(db, lines, decisions, today) {
    const rows = await inBreaths(lines, (cells) => {
      const { volunteer, reader } = readVolunteerRow(cells, decisions[cells.line], today)
      const texts = Object.fromEntries(Object.keys(cells.texts).map((field) => [field, reader.text(field)]))
      return { line: cells.line, record: volunteer, problems: reader.problems, texts }
    })
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
      const isSkipped = decisions[row.line]?.row === 'skip'
      const duplicate = likelyDuplicate(row, people)
      // The same PESEL cannot stand in the register twice, so importing it anyway is no choice.
      if (duplicate && (decisions[row.line]?.row !== 'import' || duplicate.params?.reason === 'pesel')) {
        row.problems.unshift(duplicate)
      }
      if (!isSkipped) people.add({ ...row.record, id: null, line: row.line })
    })
    return rows
  },

  async write(context, volunteer, importId) {
    await createVolunteer(context, volunteer, importId)
  },
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
  { record }: EvaluatedRow<VolunteerFields>,
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
  const resembled = [...found.values()]
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
