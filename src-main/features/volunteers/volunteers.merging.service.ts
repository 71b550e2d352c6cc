import type { Volunteer, VolunteerFields } from '#shared/features/volunteers/volunteers.contract.ts'
import {
  volunteerMergedFields,
  type volunteersRegister,
} from '#shared/features/volunteers/volunteers.register.ts'
import { formatDay } from '#shared/kit/dates.ts'
import { fold } from '#shared/kit/polish.ts'
import type { Db } from '../../database/database.ts'
import { nameFormsOf } from '../../database/name-forms.ts'
import type { MergedRegister, OwnSet, WholeRecord } from '../../kit/register/merged-register.ts'
import { findImpossibleDay } from './volunteers.hours.queries.ts'
import { volunteersList } from './volunteers.list.queries.ts'
import * as queries from './volunteers.queries.ts'
import { getVolunteer, overwriteVolunteerRow } from './volunteers.service.ts'

const volunteerOf = (record: WholeRecord) => record as unknown as Volunteer

/** A set of rows of a volunteer, told as the record has it. */
function setOf(name: string, table: OwnSet['table'], told: (volunteer: Volunteer) => unknown[]): OwnSet {
  return {
    name,
    table,
    column: 'volunteer_id',
    told: async (db: Db, id: number) => told(await getVolunteer(db, id)),
  }
}

/** What a merge of two volunteers does. Consents of both stay: that each was given must be shown (GDPR art. 7(1)). */
export const volunteersMerged: MergedRegister<typeof volunteersRegister> = {
  list: volunteersList,
  fields: volunteerMergedFields,
  read: async (db, id) => (await queries.findVolunteer(db, id, null)) as WholeRecord | undefined,
  write: ({ tx }, id, version, volunteer) =>
    overwriteVolunteerRow(tx, id, version, volunteer as unknown as VolunteerFields),
  words: ({ registerNumber }) => [fold(String(registerNumber))],
  title: ({ surname, firstNames, registerNumber }) => `${surname} ${firstNames} (${registerNumber})`,
  searchKinds: ['volunteers', 'pesels'],
  moves: [
    { name: 'agreements', table: 'agreements', column: 'volunteer_id' },
    { name: 'eventLists', table: 'event_members', column: 'volunteer_id' },
    { name: 'groups', table: 'volunteer_group_members', column: 'volunteer_id' },
    // The hours of an agreement go where it goes.
    { name: 'hours', table: 'hour_entries', column: 'volunteer_id', isRepeated: true },
    { name: 'placements', table: 'placements', column: 'volunteer_id' },
    { name: 'costSettlements', table: 'cost_settlements', column: 'volunteer_id' },
    { name: 'documents', table: 'documents', column: 'volunteer_id' },
    // All checks of both stay, so that the stricter answer is never lost; nobody is told how many there are.
    { name: 'checks', table: 'protection_checks', column: 'volunteer_id', isRepeated: true },
    { name: 'documentDrafts', table: 'document_drafts', column: 'volunteer_id' },
    { name: 'consents', table: 'volunteer_consents', column: 'volunteer_id' },
    { name: 'activityKinds', table: 'volunteer_activity_kinds', column: 'volunteer_id' },
    { name: 'requirements', table: 'requirement_completions', column: 'volunteer_id' },
    { name: 'exemptions', table: 'requirement_exemptions', column: 'volunteer_id' },
    { name: 'statusMarks', table: 'volunteer_marks', column: 'volunteer_id' },
    { name: 'statuses', table: 'volunteer_statuses', column: 'volunteer_id', isRepeated: true },
    { name: 'requirements', table: 'requirement_standings', column: 'volunteer_id', isRepeated: true },
    { name: 'requirements', table: 'requirement_reminders', column: 'volunteer_id', isRepeated: true },
  ],
  sets: [
    setOf('guardians', 'volunteer_guardians', ({ guardians }) => guardians),
    setOf('abilities', 'volunteer_skills', ({ skills, languages, signLanguages }) => [
      ...skills,
      ...languages,
      ...signLanguages,
    ]),
    setOf('availability', 'volunteer_availability', ({ availability }) => availability),
    setOf('preferences', 'volunteer_preferences', ({ activityWishes, preferredUnits }) => [
      ...activityWishes,
      ...preferredUnits,
    ]),
    {
      name: 'nameForms',
      table: 'name_forms',
      column: 'volunteer_id',
      told: (db, id) => nameFormsOf(db, 'volunteer_id', id),
    },
  ],
  unique: ['pesel', 'register_key'],
  whyNot: async (db, kept, merged) => {
    const day = await findImpossibleDay(db, kept.id, merged.id)
    return [
      ...([kept, merged].some((record) => volunteerOf(record).anonymisedOn)
        ? [{ key: 'volunteers.errors.mergeAnonymised' }]
        : []),
      ...(day ? [{ key: 'hours.errors.mergedDay', params: { day: formatDay(day) } }] : []),
    ]
  },
  settle: async ({ tx }, id) => queries.refreshDerived(tx, await getVolunteer(tx, id)),
}
