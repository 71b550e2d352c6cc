import { addDays, type Day, formatDayInWords } from '../../kit/dates.ts'
import type { Authorisation, SignatoryFields } from './signatories.contract.ts'

/** Why somebody may not sign; each has a text (`signatories.whyNot.*`). */
export type WhyNotSigning =
  | 'outOfOffice'
  | 'noAuthorisation'
  | 'otherKinds'
  | 'revoked'
  | 'expired'
  | 'notYet'

type Term = Pick<Authorisation, 'validFrom' | 'validTo'>

const hasBegun = ({ validFrom }: Term, day: Day) => !validFrom || validFrom <= day
const hasEnded = ({ validTo }: Term, day: Day) => validTo !== null && validTo < day
const isRevoked = ({ revokedOn }: Authorisation, day: Day) => revokedOn !== null && revokedOn <= day
const covers = ({ kinds }: Authorisation, kind: string) => kinds.length === 0 || kinds.includes(kind)

type Signing = Pick<SignatoryFields, 'isHead' | 'validFrom' | 'validTo' | 'authorisations'>

/**
 * The authorisation by which somebody signs a kind of document on a day: of several the one that was given last. Undefined
 * for the head of the centre, who needs none, and where there is none.
 *
 * @param kind a code of `kindCodes`; an agreement is `agreement`
 */
export function authorisationFor(
  { isHead, authorisations }: Signing,
  kind: string,
  day: Day,
): Authorisation | undefined {
  if (isHead) return undefined
  return authorisations
    .filter((each) => covers(each, kind) && hasBegun(each, day) && !hasEnded(each, day))
    .filter((each) => !isRevoked(each, day))
    .toSorted((a, b) => ((a.givenOn ?? '') < (b.givenOn ?? '') ? -1 : 1))
    .at(-1)
}

/** Why somebody may not sign a kind of document for the centre on a day; undefined where they may. */
export function whyMayNotSign(signatory: Signing, kind: string, day: Day): WhyNotSigning | undefined {
  if (signatory.isHead)
    return hasBegun(signatory, day) && !hasEnded(signatory, day) ? undefined : 'outOfOffice'
  if (authorisationFor(signatory, kind, day)) return undefined
  if (signatory.authorisations.length === 0) return 'noAuthorisation'
  const covering = signatory.authorisations.filter((each) => covers(each, kind))
  if (covering.length === 0) return 'otherKinds'
  if (covering.some((each) => hasBegun(each, day) && !hasEnded(each, day))) return 'revoked'
  return covering.some((each) => hasEnded(each, day)) ? 'expired' : 'notYet'
}

/** How an authorisation is named under a signature: `upoważnienie nr 12/2026 z 5 stycznia 2026 r.` */
export function authorisationText({ number, givenOn }: Pick<Authorisation, 'number' | 'givenOn'>): string {
  const named = /^\p{L}{4}/u.test(number) ? number : `upoważnienie nr ${number}`
  return givenOn ? `${named} z ${formatDayInWords(givenOn)}` : named
}

/** Who signs, as a document names them. */
export interface Signer {
  fullName: string
  position: string
  /** Empty for the head of the centre. */
  authorisation: string
}

/** A signatory as a document of a kind and day names them. */
export function signerOf(signatory: SignatoryFields, kind: string, day: Day): Signer {
  const authorisation = authorisationFor(signatory, kind, day)
  const { fullName, position } = signatory
  return { fullName, position, authorisation: authorisation ? authorisationText(authorisation) : '' }
}

/** Does an authorisation end within 30 days, so that a new one should be asked for? */
export function endsSoon(authorisation: Authorisation, today: Day): boolean {
  const { validTo } = authorisation
  return validTo !== null && validTo >= today && validTo <= addDays(today, 30)
}
