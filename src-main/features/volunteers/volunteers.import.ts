import type { SimilarVolunteer, VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { readVolunteerRow, volunteerImportFields } from '#shared/features/volunteers/volunteers.import.ts'
import { formatDay } from '#shared/kit/dates.ts'
import type { ImportCandidate, ImportProblem } from '#shared/kit/import.ts'
import type { EvaluatedRow, ImportRegister } from '../../kit/import.ts'
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

  async evaluate(db, lines, decisions) {
    const rows = lines.map((cells) => {
      const { volunteer, reader } = readVolunteerRow(cells, decisions[cells.line])
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
    for (const row of rows) {
      const isSkipped = decisions[row.line]?.row === 'skip'
      const duplicate = likelyDuplicate(row, people)
      // The same PESEL cannot stand in the register twice, so importing it anyway is no choice.
      if (duplicate && (decisions[row.line]?.row !== 'import' || duplicate.params?.reason === 'pesel')) {
        row.problems.unshift(duplicate)
      }
      if (!isSkipped) people.add({ ...row.record, id: null, line: row.line })
    }
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
      if (key) byKey.set(key, [...(byKey.get(key) ?? []), person])
    }
  }
  known.forEach(add)
  return { add, get: (key: string) => byKey.get(key) ?? [] }
}

/** The problem that says whom a row resembles: the same PESEL, or the same name with the same birth date or without one. */
function likelyDuplicate(
  { record }: EvaluatedRow<VolunteerFields>,
  people: ReturnType<typeof index>,
): ImportProblem | undefined {
  const found = new Map<Person, Reason>()
  if (record.pesel) for (const person of people.get(`pesel:${record.pesel}`)) found.set(person, 'pesel')
  for (const person of nameKeys(record).flatMap(people.get)) {
    if (found.has(person)) continue
    const haveOtherPesel = record.pesel && person.pesel && record.pesel !== person.pesel
    const haveOtherBirth = record.birthOn && person.birthOn && record.birthOn !== person.birthOn
    if (!haveOtherPesel && !haveOtherBirth) {
      found.set(person, record.birthOn && record.birthOn === person.birthOn ? 'nameAndBirth' : 'name')
    }
  }
  const [first] = found
  if (!first) return undefined
  const unique = [...new Map([...found].map(([person]) => [`${person.id}/${person.line}`, person])).values()]
  return {
    field: 'row',
    level: 'error',
    key: `imports.problems.duplicate.${first[1]}`,
    params: { reason: first[1] },
    choices: [],
    candidates: unique.slice(0, 5).map(toCandidate),
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
