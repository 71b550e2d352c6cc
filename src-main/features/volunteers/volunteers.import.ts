import { completedLists } from '#shared/features/volunteers/volunteers.completing.rules.ts'
import type { VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import { readVolunteerRow, volunteerImportFields } from '#shared/features/volunteers/volunteers.import.ts'
import { formatDay } from '#shared/kit/dates.ts'
import type { ImportCandidate, ImportProblem } from '#shared/kit/import.ts'
import { type ReadyIdentity, readyIdentity } from '#shared/kit/likeness/identity.ts'
import { type Likeness, likenessLevel, likenessOf } from '#shared/kit/likeness/likeness.ts'
import { peopleLikeness } from '#shared/kit/likeness/rules.ts'
import type { Db } from '../../database/database.ts'
import type { ImportRegister } from '../../kit/import.ts'
import { mostAlike } from '../../kit/likeness.ts'
import { likenessIndex } from '../../kit/likeness-index.ts'
import {
  deleteVolunteer,
  listReferrersOfVolunteers,
  listResembling,
  listVolunteersOf,
} from './volunteers.import.queries.ts'
import { listByPesels, listBySharing } from './volunteers.queries.ts'
import { createVolunteer, listByName, nameKeys, overwriteVolunteer } from './volunteers.service.ts'

/** Somebody a row is compared with: an earlier row of the file, or a person in the register. */
interface Person extends Pick<VolunteerFields, 'surname' | 'firstNames' | 'birthOn' | 'pesel' | 'town'> {
  id: number | null
  line: number | null
}

type PeopleIndex = ReturnType<typeof likenessIndex<Person, ReadyIdentity>>

/** How the import wizard fills the register of volunteers. */
export const volunteerImport: ImportRegister<VolunteerFields> = {
  fields: volunteerImportFields,
  read: readVolunteerRow,
  // A spreadsheet never says that there is no incapacitation, and an empty cell no volunteering.
  said: ({ legalStatus: _, engagement, ...volunteer }, before) => ({
    ...volunteer,
    ...completedLists(volunteer, before as VolunteerFields),
    ...(engagement !== 'volunteering' && { engagement }),
  }),

  async compare(db, rows, { inBreaths }) {
    const people = likenessIndex<Person, ReadyIdentity>(peopleLikeness)
    const known = await knownPeople(
      db,
      rows.map(({ record }) => record),
    )
    await inBreaths(known, (person) => {
      people.add({ ...person, pesel: person.pesel ?? '', line: null }, readyIdentity(person))
    })
    await inBreaths(rows, (row) => {
      const ready = readyIdentity(row.record)
      const duplicate = likelyDuplicate(ready, people)
      // The same PESEL cannot stand in the register twice, so importing it anyway is no choice.
      if (duplicate && (row.decision.row !== 'import' || duplicate.params?.reason === 'pesel')) {
        row.problems.unshift(duplicate)
      }
      if (row.decision.row !== 'skip') people.add({ ...row.record, id: null, line: row.line }, ready)
    })
  },

  async create(context, volunteer, importId) {
    return [{ kind: 'volunteers', id: await createVolunteer(context, volunteer, importId) }]
  },

  async change({ tx }, id, { version }, fields) {
    await overwriteVolunteer(tx, id, version, fields as VolunteerFields)
    return []
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

/** Everybody in the register who shares with one of these what could make them likely to be the same. */
async function knownPeople(db: Db, records: VolunteerFields[]) {
  const filled = (values: (string | null)[]) =>
    [...new Set(values)].filter((value) => value !== null && value !== '')
  const found = [
    ...(await listByName(db, records)),
    ...(await listByPesels(db, filled(records.map(({ pesel }) => pesel)) as string[])),
    ...(await listBySharing(db, {
      birthDays: filled(records.map(({ birthOn }) => birthOn)) as string[],
      phones: filled(records.map(({ phone }) => phone)) as string[],
      emails: filled(records.map(({ email }) => email.toLowerCase())) as string[],
    })),
  ]
  return [...new Map(found.map((person) => [person.id, person])).values()]
}

/** How many people a row is said to resemble. */
const maxCandidates = 5

/** The same PESEL cannot stand in the register twice, whatever it looks like. */
const hasSamePesel = ({ reasons }: Likeness) => reasons.includes('pesel')

/** Does a likeness ask for a decision? Namesakes do, and whoever is very likely the same; a family alone does not. */
function isDoubtful(alike: Likeness): boolean {
  const { score, reasons } = alike
  if (hasSamePesel(alike)) return true
  const level = likenessLevel(score)
  const isNamesake = reasons.includes('name') || reasons.includes('nameTurned')
  return level === 'certain' || level === 'veryLikely' || (level === 'possible' && isNamesake)
}

/** What a row and somebody it resembles have in common, in the words of the wizard. */
function reasonOf({ reasons }: Likeness): 'pesel' | 'nameAndBirth' | 'name' | 'likely' {
  if (reasons.includes('pesel')) return 'pesel'
  if (!reasons.includes('name') && !reasons.includes('nameTurned')) return 'likely'
  return reasons.includes('birthOn') ? 'nameAndBirth' : 'name'
}

/** The problem that says whom a row resembles, the likeliest first. */
function likelyDuplicate(ready: ReadyIdentity, people: PeopleIndex): ImportProblem | undefined {
  const all = people
    .like(ready)
    .map(({ item: person, ready: other }) => ({ person, alike: likenessOf(ready, other) }))
    .filter(({ alike }) => isDoubtful(alike))
    .sort(
      ({ alike: a }, { alike: b }) => Number(hasSamePesel(b)) - Number(hasSamePesel(a)) || b.score - a.score,
    )
  // Who has the PESEL is the person; somebody of the same name beside is another.
  const isCertain = all.some(({ person, alike }) => person.id !== null && hasSamePesel(alike))
  const resembled = (isCertain ? all.filter(({ alike }) => hasSamePesel(alike)) : all).slice(0, maxCandidates)
  const [first] = resembled
  if (!first) return undefined
  const reason = reasonOf(first.alike)
  return {
    field: 'row',
    level: 'error',
    key: `imports.problems.duplicate.${reason}`,
    params: { reason },
    choices: [],
    isRepeat: first.person.id !== null && (reason === 'pesel' || reason === 'nameAndBirth'),
    candidates: resembled.map(({ person, alike }) => ({ ...toCandidate(person), likeness: alike })),
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
