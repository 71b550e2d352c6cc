import { fold } from '../../kit/polish.ts'
import type { VolunteerFields } from './volunteers.contract.ts'

type Lists = Pick<VolunteerFields, 'guardians' | 'languages' | 'signLanguages' | 'consents'>

/**
 * What a row of a spreadsheet says of the lists of a record, completed by what the record knows better. A cell names one
 * guardian, one language of signs, languages without how well, and the day of a consent without its withdrawal; what it does
 * not speak of stays. An empty list says nothing and stays empty.
 */
export function completedLists(said: Lists, before: Lists): Lists {
  return {
    guardians: completedGuardians(said.guardians, before.guardians),
    languages: said.languages.map(
      (each) =>
        before.languages.find(({ name, level }) => level && !each.level && fold(name) === fold(each.name)) ??
        each,
    ),
    signLanguages: completed(said.signLanguages, before.signLanguages, (a, b) => a.system === b.system).map(
      (each) => ({
        ...each,
        level: each.level || (before.signLanguages.find(({ system }) => system === each.system)?.level ?? ''),
      }),
    ),
    consents: completed(
      said.consents.map((each) => before.consents.find((known) => isSameConsent(each, known)) ?? each),
      before.consents,
      isSameConsent,
    ),
  }
}

type Consent = Lists['consents'][number]

/** A consent is known by what it is to and when it was given; withdrawn or not, it is the same. */
function isSameConsent(one: Consent, other: Consent): boolean {
  return one.about === other.about && one.givenOn === other.givenOn
}

/** In the order of the record, as far as the row has them too, each told as the row tells it; then what is new. */
function completed<Item>(said: Item[], before: Item[], isSame: (one: Item, other: Item) => boolean): Item[] {
  if (said.length === 0) return []
  const known = before.map((old) => said.find((each) => isSame(each, old)) ?? old)
  return [...known, ...said.filter((each) => !before.some((old) => isSame(each, old)))]
}

/** Of the guardian whom the row names, the record keeps the consent and the address; other guardians stay as they are. */
function completedGuardians(said: Lists['guardians'], before: Lists['guardians']): Lists['guardians'] {
  const [told] = said
  if (!told || said.length > 1) return said
  const isSame = ({ name }: { name: string }) => fold(name) === fold(told.name)
  if (!before.some(isSame)) return said
  return before.map((guardian) =>
    isSame(guardian)
      ? {
          ...guardian,
          phone: told.phone || guardian.phone,
          relation: told.relation || guardian.relation,
        }
      : guardian,
  )
}
