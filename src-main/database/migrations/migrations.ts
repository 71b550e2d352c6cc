import { foundation } from './0001-foundation.ts'
import { unitsAndStaff } from './0002-units-and-staff.ts'
import { sortedVolunteers } from './0003-sorted-volunteers.ts'
import { recordKeeping } from './0004-record-keeping.ts'
import { documentOffice } from './0005-document-office.ts'
import { centresOwn } from './0006-centres-own.ts'
import { frozenReports } from './0007-frozen-reports.ts'
import { hours } from './0008-hours.ts'
import { volunteerProfiles } from './0009-volunteer-profiles.ts'
import { requirements } from './0010-requirements.ts'
import { childProtection } from './0011-child-protection.ts'
import { agreementLife } from './0012-agreement-life.ts'
import { placements } from './0013-placements.ts'
import { hoursOfTheClock } from './0014-hours-of-the-clock.ts'
import { costSettlements } from './0015-cost-settlements.ts'
import { events } from './0016-events.ts'
import { kindsOfAgreements } from './0017-kinds-of-agreements.ts'
import { hoursByActivity } from './0018-hours-by-activity.ts'
import { birthdaysBesideNames } from './0019-birthdays-beside-names.ts'
import { guardiansConsents } from './0020-guardians-consents.ts'

/**
 * LIST: every migration in order; the position in the list is the schema version it leads to. Forward only: one
 * that has shipped is never edited, because databases out there have already run it.
 */
export const migrations: readonly string[] = [
  foundation,
  unitsAndStaff,
  sortedVolunteers,
  recordKeeping,
  documentOffice,
  centresOwn,
  frozenReports,
  hours,
  volunteerProfiles,
  requirements,
  childProtection,
  agreementLife,
  placements,
  hoursOfTheClock,
  costSettlements,
  events,
  kindsOfAgreements,
  hoursByActivity,
  birthdaysBesideNames,
  guardiansConsents,
]
