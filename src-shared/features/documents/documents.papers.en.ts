import type { Translation } from '../../kit/translation.ts'
import type { documentsPapersPl } from './documents.papers.pl.ts'

/** Words of single kinds of documents and of what they ask for; see `documents.en.ts` for the rest. */
export const documentsPapersEn: Translation<typeof documentsPapersPl> = {
  kinds: {
    dataAuthorisation: 'Authorisation to process data',
    eventList: 'List of volunteers of an event',
    agreementConfirmation: 'Confirmation of an agreement',
    costSettlement: 'Settlement of costs of a volunteer',
    hoursCard: 'Card of hours',
  },
  input: {
    group: 'Others of the group or organisation (list attached)',
    receiver: 'Name (empty: the person of the register)',
    dataScope: 'Scope of the authorisation (one a line)',
    event: 'Name of the event',
    eventOn: 'Day of the event',
    eventTo: 'Last day (where there are several)',
    hasTimes: 'Columns for the times of coming and going',
    blankRows: 'Blank rows for people who come on the spot',
    eventHours: 'Hours of the event',
    insurer: 'Insurer (accident policy)',
    policy: 'Number of the accident policy',
    provider: 'Who provides the insurance',
    checkedBy: 'Checked on its merits by',
    accountant: 'Checked for form and sums by',
    payment: 'How it is paid',
    people: 'Volunteers',
    isInEnglish: 'Add a page in English',
    tasksInEnglish: 'Scope of services in English (one a line)',
    month: 'Month',
    isBlank: 'Empty, to be written by hand',
  },
  fields: {
    askedBy: 'Who asked for the opinion',
    askedOn: 'When it was asked for',
  },
  actions: {
    opinionDeclined: 'declined an opinion',
  },
  choices: {
    insuranceProvider: { '': 'not chosen', centre: 'the centre', other: 'another organisation' },
    blankRows: { 0: 'no blank rows', 5: '5', 10: '10', 20: '20', 40: '40' },
  },
  held: {
    unit_one: '{{count}} issued document of this unit',
    unit_other: '{{count}} issued documents of this unit',
    person_one: '{{count}} issued document of this person',
    person_other: '{{count}} issued documents of this person',
    drafts_one: '{{count}} draft of a document for this person',
    drafts_other: '{{count}} drafts of documents for this person',
    event_one: '{{count}} issued list of this event',
    event_other: '{{count}} issued lists of this event',
  },
  audience: {
    employee: 'for a participant of training',
    supervisee: 'for a supervisee',
    interpreterUser: 'for a person using a sign language interpreter',
  },
  basis: {
    dataAuthorisation: 'Authorisation and undertaking: GDPR art. 29 and 32(4)',
    eventList: 'Agreement up to 30 days: art. 44 of the act on volunteering',
    confirmationOnDemand: 'Confirmation on demand: art. 44(2) of the act on volunteering',
    costs: 'Travel costs and per-diems: art. 45(1)(3) of the act on volunteering',
    eventInsurance: 'Accident policy up to 30 days: art. 46(3) of the act on volunteering',
    hoursCard: 'Record of service: good practice, the basis of hours in a certificate (no act demands it)',
  },
  problems: {
    waiverTooWide:
      'A waiver may cover only business travel and per-diems. Remove the other duties of the centre from it.',
    confirmationNotNeeded:
      'This agreement was not concluded by the list of an event: its content stands in its own document.',
    agreementCancelled: 'The agreement is cancelled.',
    settlementMissing: 'A settlement is printed from its page: open it and choose “Prepare the document”.',
    settlementOpen: 'The settlement is not handed in, so its amounts may still change.',
    costsWaived:
      'The volunteer released the centre from all travel costs and per-diems, and the waiver is signed. There is nothing to settle.',
    receiverUnknown: 'Nobody is entered who receives the notice; a blank stays.',
    validToBeforeStart: 'The authorisation would end before it begins.',
    evaluation:
      'A certificate has no praise (art. 44(2) of the act), and the scope of services has “{{words}}”. Praise belongs to an opinion.',
    eventEnds: 'The last day is before the first.',
    eventTooLong: 'The event lasts longer than 30 days. An agreement in writing is needed with each person.',
    eventPast: 'The day of the event has passed. The agreement is signed before the event.',
    eventMinor: '{{name}} is under 18: attach the consent of the statutory representative.',
    eventChild:
      '{{name}} is under 13: the statutory representative concludes the agreement. Take this person off the list and conclude an agreement of their own.',
    eventPartlyIncapacitated:
      '{{name}} is partly incapacitated: attach the consent of the statutory representative (curator).',
    eventFullyIncapacitated:
      '{{name}} is fully incapacitated, so the legal guardian concludes the agreement. Take this person off the list and conclude an agreement of their own.',
    eventAgeUnknown: '{{name}}: the birth date is not known. Check whether this is an adult.',
    anonymised: 'The data of this person were removed after their time.',
    personGone: 'Somebody on the list is in the register no more. Take this person off and choose again.',
    notAdmitted_one:
      'The person cannot be admitted to work with minors from this day: {{count}} part of the checks is missing.',
    notAdmitted_other:
      'The person cannot be admitted to work with minors from this day: {{count}} parts of the checks are missing.',
    personNotAdmitted_one:
      '{{name}}: cannot be admitted to work with minors on this day, {{count}} part of the checks is missing.',
    personNotAdmitted_other:
      '{{name}}: cannot be admitted to work with minors on this day, {{count}} parts of the checks are missing.',
    tasksInEnglish: 'The scope of services on the English page will be in Polish. Enter a translation.',
    hoursNotInLog:
      'The log has no confirmed hours under these agreements. Check where this number comes from.',
    hoursDiffer:
      'The document will say {{typed}}, while the log has {{confirmed}} confirmed. Correct the number or the log.',
    hoursMissing:
      'The log has no confirmed hours of agreement {{numbers}}, so the total does not include them.',
    hoursOpen_one:
      'The log has {{count}} entry that is not confirmed; it does not count for the certificate.',
    hoursOpen_other:
      'The log has {{count}} entries that are not confirmed; they do not count for the certificate.',
    hoursOpenOnCard_one: '{{count}} entry is not confirmed; the card leaves a blank beside it.',
    hoursOpenOnCard_other: '{{count}} entries are not confirmed; the card leaves blanks beside them.',
    noHoursInMonth:
      'There are no hours of this agreement in that month. Choose another month or an empty card.',
    monthOutside: 'The agreement is not in force in that month.',
    monthGoesOn: 'The month is not over yet, so the card will not have later hours.',
  },
  decline: {
    action: 'Decline the opinion',
    title: 'Declined opinion',
    text: 'The centre may give an opinion and need not (art. 44(3) of the act on volunteering). Nothing is printed. The history keeps who asked for one and when: {{name}}.',
    done: 'Noted as declined: {{name}}',
  },
  notices: {
    title: 'Notices on personal data (GDPR)',
    again: 'Hand over the new version',
    version: 'Version',
    givenOn: 'Handed over',
    from: 'of {{day}}',
    outdated: 'there is a newer version – hand it over again',
    notGiven: 'not noted yet',
  },
}
