import { sql } from 'kysely'
import { requirementsRegister } from '#shared/features/requirements/requirements.register.ts'
import { isOneOf } from '../../database/ids.ts'
import type { RegisterList } from '../../kit/register/register-list.ts'

const ofVolunteer = (what: string) =>
  sql<string>`(select ${sql.ref(`volunteers.${what}`)} from volunteers where volunteers.id = requirement_standings.volunteer_id)`
const volunteerName = sql`(select volunteers.surname || ' ' || volunteers.first_names from volunteers where volunteers.id = requirement_standings.volunteer_id)`
const requirementName = sql`(select requirements.name from requirements where requirements.id = requirement_standings.requirement_id)`
const requirementKey = sql`(select requirements.sort_key from requirements where requirements.id = requirement_standings.requirement_id)`

/** How the list of what is missing and will lapse is read. A line is found by its volunteer. */
export const requirementsList: RegisterList<typeof requirementsRegister> = {
  register: requirementsRegister,
  table: 'requirement_standings',
  search: [{ kind: 'volunteers', column: 'requirement_standings.volunteer_id', isShared: true }],
  ofUnit: (unitId) =>
    sql`requirement_standings.volunteer_id in (select volunteer_id from agreements where agreements.unit_id = ${unitId} and agreements.status <> 'cancelled')`,
  columns: ({ today }) => {
    const waits = sql<boolean>`requirement_standings.remind_on <= ${today}`
    return {
      dueOn: {
        value: sql`requirement_standings.due_on`,
        // What has no day stands after all days.
        sort: sql`coalesce(requirement_standings.due_on, '9999-12-31')`,
      },
      volunteer: {
        value: sql`requirement_standings.volunteer_id`,
        text: volunteerName,
        folded: ofVolunteer('name_key'),
      },
      status: { value: ofVolunteer('status') },
      requirement: {
        value: sql`requirement_standings.requirement_id`,
        text: requirementName,
        folded: sql`coalesce(replace(${requirementKey}, '~', ''), '')`,
        among: (ids) => isOneOf(sql`requirement_standings.requirement_id`, ids),
        options: {
          from: sql`requirements`,
          id: sql`requirements.id`,
          named: { text: sql`requirements.name`, sort: sql`requirements.sort_key` },
        },
      },
      state: { value: sql`requirement_standings.state` },
      remindOn: { value: sql`requirement_standings.remind_on` },
      waits: {
        value: sql`coalesce(${waits}, 0)`,
        conditions: {
          true: waits,
          false: sql`(requirement_standings.remind_on is null or requirement_standings.remind_on > ${today})`,
        },
      },
    }
  },
  matches: ({ volunteer, waits }) =>
    (volunteer && 'oneOf' in volunteer) || waits?.is === true ? 'few' : 'unknown',
}
