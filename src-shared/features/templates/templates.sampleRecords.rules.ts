import { addDays, type Day } from '../../kit/dates.ts'
import type { Annex, AnnexChanges } from '../agreements/agreements.annexes.contract.ts'
import { changedClauses, termsBefore } from '../agreements/agreements.annexes.rules.ts'
import type { Agreement } from '../agreements/agreements.contract.ts'
import type { Termination } from '../agreements/agreements.terminations.contract.ts'

/** Who signs the examples. */
export const sampleSignatory = { fullName: 'Maria Dyrektorska', position: 'Dyrektor', authorisation: '' }

/** An annex that a template is drawn with. */
export function sampleAnnex(agreement: Agreement, isShort: boolean, today: Day): Annex {
  const endsOn = addDays(today, 90)
  const full: AnnexChanges = {
    endsOn,
    tasks: [...agreement.tasks, 'prowadzenie zajęć plastycznych w soboty'],
    weeklyMinutes: 240,
    schedule: 'wtorki, czwartki i soboty',
    coordinator: 'Ewa Świerczyńska',
    travelCosts: 'waived',
    waiverScope: '',
  }
  const changes: AnnexChanges = isShort ? { endsOn } : full
  return {
    id: 1,
    agreementId: agreement.id,
    status: 'concluded',
    sequence: 2,
    agreementNumber: agreement.number,
    volunteerId: agreement.volunteerId,
    volunteerName: agreement.volunteerName,
    clauses: changedClauses(changes),
    freeText: '',
    concludedOn: today,
    concludedIn: '',
    validFrom: addDays(today, 1),
    signatoryId: null,
    signatoryName: sampleSignatory.fullName,
    entered: {},
    changes,
    before: termsBefore(agreement, changes),
    unitName: null,
    unitBeforeName: null,
    classBefore: 'state',
    classAfter: 'state',
    inForceSince: null,
    documentId: null,
    cancelReason: '',
    version: 1,
  }
}

/** The end of an agreement that a template is drawn with. */
export function sampleTermination(isShort: boolean, today: Day): Termination {
  return {
    id: 1,
    agreementId: 1,
    status: 'concluded',
    mode: isShort ? 'mutual' : 'notice',
    party: 'volunteer',
    givenOn: today,
    givenIn: '',
    endsOn: addDays(today, 14),
    endsBefore: null,
    reason: '',
    returns: [],
    signatoryId: null,
    signatoryName: sampleSignatory.fullName,
    documentId: null,
    cancelReason: '',
    version: 1,
  }
}
