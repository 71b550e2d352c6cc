import { z } from 'zod'
import { type Day, formatDay, formatDayInWords, yearOf } from '../../kit/dates.ts'
import { type HeadParts, letterheadOf } from '../letterheads/letterheads.rules.ts'
import { courtesyTitles } from '../name-forms/name-forms.rules.ts'
import type { Centre } from '../settings/settings.contract.ts'
import type { Signer } from '../signatories/signatories.rules.ts'
import type { UnitFields } from '../units/units.contract.ts'
import type { VolunteerFields } from '../volunteers/volunteers.contract.ts'
import { birthDayOf } from '../volunteers/volunteers.rules.ts'
import type { AgreementFields } from './agreements.contract.ts'
import { blank, checkPoints, insurancePoints, listed } from './agreements.points.document.ts'
import { guardianWords, representationSection } from './agreements.representation.document.ts'
import { type AgreementTemplate, representedAs, templateFor, weeklyTimeInWords } from './agreements.rules.ts'

const printedLogo = z.object({ file: z.string(), text: z.string(), ratio: z.number() })
const point = z.object({ text: z.string(), items: z.array(z.string()).default([]) })

/** The data of all three agreement templates: what `resources/templates/agreement-*.typ` reads. */
export const agreementDocumentData = z.object({
  title: z.string(),
  subtitle: z.string(),
  /** Null for a draft, which shows a blank and a mark. */
  number: z.string().nullable(),
  blankNumber: z.string(),
  place: z.string(),
  dateInWords: z.string(),
  /** The day of conclusion for the metadata of the PDF. */
  date: z.object({ year: z.int(), month: z.int(), day: z.int() }),
  centre: z.object({
    name: z.string(),
    address: z.string(),
    contact: z.string(),
    numbers: z.string(),
    lines: z.array(z.string()),
    unit: z.object({ name: z.string(), lines: z.array(z.string()) }).nullable(),
    logo: printedLogo.nullable(),
    project: z.object({ sentence: z.string(), logos: z.array(printedLogo) }).nullable(),
  }),
  representative: z.string(),
  volunteer: z.object({ title: z.string(), name: z.string(), identity: z.string(), address: z.string() }),
  /** Who acts for the volunteer; `relationLabel` stands before the relation on the page of the consent. */
  guardian: z
    .object({ name: z.string(), relation: z.string(), phone: z.string(), relationLabel: z.string() })
    .nullable(),
  /** The time of service on the page of the consent, which is kept on its own. */
  period: z.string(),
  sections: z.array(z.object({ title: z.string(), points: z.array(point) })),
  /** The separate statement of the volunteer who waives travel costs. */
  waiver: z.string().nullable(),
  /** The consent of the statutory representative, on a page of its own. */
  consent: z.array(z.string()).nullable(),
  signatures: z.array(z.object({ role: z.string(), name: z.string() })),
})

export type AgreementDocumentData = z.output<typeof agreementDocumentData>

/** What a document is made of; the texts come from the clauses in force on the day of conclusion. */
export interface AgreementDocumentSource {
  agreement: AgreementFields
  number: string | null
  volunteer: VolunteerFields
  unit: UnitFields | null
  signatory: Signer | null
  centre: Centre
  /** What stands at the head besides the centre's particulars. */
  head: HeadParts
  /** Of an agreement on work with minors: when what was checked, and nothing of what was found. */
  minorsChecks?: readonly { key: string; doneOn: Day }[]
  /** The text of a clause in force on the day of conclusion, placeholders filled in. */
  clause: (code: string, values?: Record<string, string>) => string
}

/**
 * Puts an agreement into the words and order of its document. Sentences stay in the nominative; nothing is
 * declined by guess. What is missing becomes a blank, so that a half-filled form already shows its document.
 */
export function agreementDocument(source: AgreementDocumentSource): {
  template: AgreementTemplate
  data: AgreementDocumentData
} {
  const { agreement, volunteer, centre, clause } = source
  const template = templateFor(agreement, volunteer)
  const represented = representedAs(volunteer, agreement.concludedOn)
  const isByGuardian = represented === 'child' || represented === 'fullyIncapacitated'
  const isMinor = represented === 'child' || represented === 'minor'
  const isWaived = agreement.travelCosts === 'waived' || agreement.travelCosts === 'partlyWaived'
  const name = `${volunteer.firstNames} ${volunteer.surname}`.trim() || blank
  const birth = birthDayOf(volunteer)
  const [year, month, day] = agreement.concludedOn.split('-').map(Number) as [number, number, number]

  return {
    template,
    data: {
      title: 'Porozumienie',
      subtitle: 'o wykonywaniu świadczeń wolontariackich',
      number: source.number,
      blankNumber: `……/${yearOf(agreement.concludedOn)}`,
      place: agreement.concludedIn || blank,
      dateInWords: formatDayInWords(agreement.concludedOn),
      date: { year, month, day },
      centre: letterheadOf(centre, source.head),
      representative: representativeLine(source.signatory),
      volunteer: {
        // A child is named without a form of address.
        title: isMinor ? '' : courtesyTitles[volunteer.formOfAddress],
        name,
        identity: volunteer.pesel
          ? `PESEL ${volunteer.pesel}`
          : `data urodzenia: ${birth ? formatDay(birth) : blank}`,
        address: addressLine(volunteer) || blank,
      },
      guardian:
        template === 'agreement-minor'
          ? {
              name: agreement.guardianName || blank,
              relation: guardianWords[agreement.guardianRelation],
              phone: agreement.guardianPhone || blank,
              relationLabel: isMinor ? 'Stosunek do osoby małoletniej:' : 'Podstawa reprezentacji:',
            }
          : null,
      period: periodInWords(agreement),
      sections: sections(source, represented),
      waiver: isWaived
        ? clause('agreement.waiverStatement', {
            waiverExtent:
              agreement.travelCosts === 'waived'
                ? 'całość tych kosztów'
                : `część tych kosztów – ${agreement.waiverScope || blank}`,
          })
        : null,
      consent:
        template === 'agreement-minor' && !isByGuardian
          ? [
              clause(isMinor ? 'agreement.consent' : 'agreement.consentAdult', {
                agreementName: `porozumienia nr ${source.number ?? `……/${yearOf(agreement.concludedOn)}`}`,
                volunteer: birth ? `${name} (data urodzenia: ${formatDay(birth)})` : name,
              }),
              clause('agreement.consentKnowledge'),
            ]
          : null,
      signatures: [
        { role: 'Korzystający', name: source.signatory?.fullName ?? '' },
        isByGuardian
          ? { role: 'Przedstawiciel ustawowy w imieniu Wolontariusza', name: agreement.guardianName }
          : { role: 'Wolontariusz', name },
      ],
    },
  }
}

function addressLine(place: { street: string; postCode: string; town: string }): string {
  return [place.street, [place.postCode, place.town].filter(Boolean).join(' ')].filter(Boolean).join(', ')
}

function periodInWords({ startsOn, endsOn }: AgreementFields): string {
  if (startsOn === endsOn) return formatDayInWords(startsOn)
  return endsOn
    ? `od ${formatDayInWords(startsOn)} do ${formatDayInWords(endsOn)}`
    : `od ${formatDayInWords(startsOn)}, na czas nieokreślony`
}

function representativeLine(signatory: Signer | null): string {
  if (!signatory) return blank
  const { fullName, position, authorisation } = signatory
  return `${fullName} – ${position}${authorisation ? ` (${authorisation})` : ''}`
}

function sections(
  source: AgreementDocumentSource,
  represented: ReturnType<typeof representedAs>,
): AgreementDocumentData['sections'] {
  const { agreement, unit } = source
  const text = (code: string, values?: Record<string, string>) => ({
    text: source.clause(`agreement.${code}`, values),
    items: [] as string[],
  })
  const inWords = (day: Day | null) => (day ? formatDayInWords(day) : blank)
  const startsOn = inWords(agreement.startsOn)
  const isByGuardian = represented === 'child' || represented === 'fullyIncapacitated'
  const attachments = [
    'informacja o ryzyku oraz o zasadach ochrony przed zagrożeniami',
    'informacja o przetwarzaniu danych osobowych',
    ...(represented && !isByGuardian ? ['zgoda przedstawiciela ustawowego'] : []),
  ]
  const guardian = `${agreement.guardianName || blank} (${guardianWords[agreement.guardianRelation]})`
  const isOneDay = agreement.startsOn === agreement.endsOn
  const length = agreement.weeklyMinutes === null ? '' : weeklyTimeInWords(agreement.weeklyMinutes)
  const time = [length && !isOneDay ? `${length} tygodniowo` : length, agreement.schedule]
    .filter(Boolean)
    .join(', ')

  return [
    {
      title: 'Przedmiot porozumienia',
      points: [
        text('basis'),
        { ...text('scope'), items: agreement.tasks.length > 0 ? listed(agreement.tasks) : [blank] },
        text('unpaid'),
      ],
    },
    {
      title: 'Miejsce i czas wykonywania świadczeń',
      points: [
        isOneDay
          ? text('periodOneDay', { startsOn })
          : agreement.endsOn
            ? text('periodDefinite', { startsOn, endsOn: inWords(agreement.endsOn) })
            : text('periodIndefinite', { startsOn }),
        text('place', { unit: unit ? [unit.name, unit.address].filter(Boolean).join(', ') : blank }),
        text('time', { time: time || blank }),
        ...(agreement.coordinator ? [text('coordinator', { coordinator: agreement.coordinator })] : []),
      ],
    },
    ...representationSection(represented, text, guardian),
    {
      title: 'Sposób wykonywania świadczeń i bezpieczeństwo',
      points: [
        text('personal'),
        text('safety'),
        text('rights'),
        ...(agreement.worksWithMinors ? [{ ...text('minorsChecks'), items: checkPoints(source) }] : []),
      ],
    },
    { title: 'Ubezpieczenie', points: insurancePoints(agreement, text, inWords) },
    {
      title: 'Koszty podróży służbowych i diet',
      points: [
        agreement.travelCosts === 'waived'
          ? text('costsWaived')
          : agreement.travelCosts === 'partlyWaived'
            ? text('costsPartlyWaived', { waiverScope: agreement.waiverScope || blank })
            : text('costsReimbursed'),
      ],
    },
    { title: 'Poufność i dane osobowe', points: [text('confidentiality'), text('data')] },
    { title: 'Zaświadczenie i opinia', points: [text('certificate')] },
    {
      title: 'Rozwiązanie porozumienia',
      points: [
        agreement.noticeDays > 0
          ? text('termination', { noticeDays: String(agreement.noticeDays) })
          : text('terminationAtOnce'),
        text('property'),
      ],
    },
    {
      title: 'Postanowienia końcowe',
      points: [
        text('changes'),
        text('law'),
        { ...text('attachments'), items: listed(attachments) },
        text(represented ? 'copiesMinor' : 'copies'),
      ],
    },
  ]
}
