import { addDays, addMonths, type Day } from '../../kit/dates.ts'
import { isMinorOn } from '../volunteers/volunteers.rules.ts'
import {
  type BlockedStep,
  consentPaper,
  type Facts,
  type Item,
  type KindTraits,
  type RuleBook,
  type RuleVersion,
} from './requirements.model.rules.ts'

/** A day after all days: no end. */
const never = '9999-12-31'

/**
 * The last day on which something done on a day is good, by the months for which the rule lets it be; null where they are
 * not limited. A term in months ends with the day of the same number, or with the last of a shorter month (Kodeks cywilny,
 * art. 112).
 */
export function validUntil(doneOn: Day, validityMonths: number | null): Day | null {
  return validityMonths === null ? null : addMonths(doneOn, validityMonths)
}

type Agreement = Facts['agreements'][number]

/** Was it concluded by that day, and is it not over? Work that is to begin counts. */
function isLive({ concludedOn, endsOn }: Agreement, day: Day): boolean {
  return concludedOn <= day && (endsOn ?? never) >= day
}

/** Does an agreement bind the volunteer and the centre on that day? One that was concluded and is to begin does. */
export function isBound({ agreements }: Pick<Facts, 'agreements'>, day: Day): boolean {
  return agreements.some((agreement) => isLive(agreement, day))
}

/**
 * The day on which the work began that is going on, or is agreed: agreements that follow each other without a day between
 * them are one work. Null where none is in force or to come.
 */
export function workBeganOn({ agreements }: Pick<Facts, 'agreements'>, day: Day): Day | null {
  const live = agreements.filter((agreement) => isLive(agreement, day))
  if (live.length === 0) return null
  let began = live.map(({ startsOn }) => startsOn).sort()[0] as Day
  const earlier = agreements
    .filter(({ startsOn }) => startsOn < began)
    .sort((a, b) => ((a.endsOn ?? never) > (b.endsOn ?? never) ? -1 : 1))
  for (const { startsOn, endsOn } of earlier) {
    if (startsOn < began && (endsOn === null || addDays(endsOn, 1) >= began)) began = startsOn
  }
  return began
}

/** The first day on which the centre asked for anything: who worked before is not asked for it afterwards. */
export function introducedOn({ versions }: Pick<RuleBook, 'versions'>): Day | null {
  return versions.map(({ validFrom }) => validFrom).sort()[0] ?? null
}

/** Is a rule made for a kind of activity? Without a kind, is it made for all of them? */
function isFor(rule: RuleVersion, kind: KindTraits | null): boolean {
  switch (rule.appliesTo) {
    case 'all':
      return true
    case 'withMinors':
      return kind?.withMinors ?? false
    case 'atHome':
      return kind?.atHome ?? false
    case 'withClients':
      return kind?.withClients ?? false
    case 'chosen':
      return kind !== null && rule.kindIds.includes(kind.id)
    case 'none':
      return false
  }
}

function isAsked({ audience }: RuleVersion, facts: Facts, day: Day): boolean {
  if (audience === 'minors') return isMinorOn(facts.birthOn, day)
  return audience === 'everyone' || !facts.hasPesel
}

/**
 * The rules that hold for a person on a day for one kind of activity, in the order of the checklist; without a kind those
 * made for all kinds. Of each requirement it is the latest version among those that reach the person: of those whose work
 * began before a version was valid it asks nothing, unless it holds for all from a day that has come.
 *
 * @param began the day on which the work of that kind began; null where it has not
 */
export function rulesFor(
  { versions }: Pick<RuleBook, 'versions'>,
  kind: KindTraits | null,
  facts: Facts,
  began: Day | null,
  day: Day,
): RuleVersion[] {
  const latest = new Map<number, RuleVersion>()
  for (const rule of versions) {
    if (rule.validFrom > day) continue
    const reaches =
      began === null || began >= rule.validFrom || (rule.forAllFrom !== null && rule.forAllFrom <= day)
    const known = latest.get(rule.requirementId)
    if (reaches && (!known || known.validFrom < rule.validFrom)) latest.set(rule.requirementId, rule)
  }
  return [...latest.values()]
    .filter((rule) => (rule.endsOn ?? never) >= day && isFor(rule, kind) && isAsked(rule, facts, day))
    .sort((a, b) => a.place - b.place || a.requirementId - b.requirementId)
}

interface Span {
  from: Day
  until: Day | null
}

/** Does the consent on paper that is noted with a guardian do this requirement (Kodeks cywilny, art. 17)? */
export function isDoneByConsent({
  source,
  documentKind,
}: Pick<RuleVersion, 'source' | 'documentKind'>): boolean {
  return documentKind === consentPaper && (source === 'manual' || source === 'document')
}

/** The spans of time in which a requirement is done. A field that is filled in is so always. */
function spansOf(rule: RuleVersion, facts: Facts): Span[] {
  if (rule.source === 'agreement')
    return facts.agreements.map(({ concludedOn, endsOn }) => ({ from: concludedOn, until: endsOn }))
  if (rule.source === 'field')
    return facts.knownFields.some((name) => name === rule.sourceDetail) ? [{ from: '', until: null }] : []
  const noted = facts.completions
    .filter(({ requirementId }) => requirementId === rule.requirementId)
    .map(({ doneOn, validUntil }) => ({ from: doneOn, until: validUntil }))
  const issued =
    rule.source === 'document' ? facts.documents.filter(({ kind }) => kind === rule.sourceDetail) : []
  const consented = isDoneByConsent(rule) ? facts.guardianConsents : []
  return [
    ...noted,
    ...issued.map(({ issuedOn }) => ({ from: issuedOn, until: null })),
    ...consented.map((day) => ({ from: day, until: validUntil(day, rule.validityMonths) })),
  ]
}

/** The last day of the spans that hold on a day, with those that go on from them without a day between; undefined: none. */
function coverage(spans: readonly Span[], day: Day): Span | undefined {
  const ordered = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))
  let found: Span | undefined
  for (const span of ordered) {
    const until = span.until ?? never
    if (!found) {
      if (span.from <= day && until >= day) found = span
    } else if (
      span.from <= addDays(found.until ?? never, found.until ? 1 : 0) &&
      until > (found.until ?? never)
    ) {
      found = { from: span.from <= day ? span.from : found.from, until: span.until }
    }
  }
  return found
}

/** How a requirement stands for a person on a day. What is done is not exempt, and what lapsed was done once. */
export function itemOf(rule: RuleVersion, facts: Facts, day: Day): Item {
  const spans = spansOf(rule, facts)
  const done = coverage(spans, day)
  if (done) return { rule, standing: 'done', doneOn: done.from || null, until: done.until }
  const exempt = coverage(
    facts.exemptions
      .filter(({ requirementId }) => requirementId === rule.requirementId)
      .map(({ fromOn, untilOn }) => ({ from: fromOn, until: untilOn })),
    day,
  )
  if (exempt) return { rule, standing: 'exempt', doneOn: null, until: exempt.until }
  const past = spans.filter(({ until }) => until !== null && until < day).map(({ until }) => until as Day)
  const last = past.sort().at(-1)
  return last
    ? { rule, standing: 'lapsed', doneOn: null, until: last }
    : { rule, standing: 'missing', doneOn: null, until: null }
}

/** Is nothing in the way on account of this requirement? */
export function isMet({ standing }: Item): boolean {
  return standing === 'done' || standing === 'exempt'
}

const order: Record<BlockedStep, number> = { agreement: 0, status: 1, placement: 2 }

/** What of a list must be done before a step, and is not. A later step asks for what the earlier ones ask for. */
export function unmetBefore(step: BlockedStep, items: readonly Item[]): Item[] {
  return items.filter((item) => order[item.rule.blocks] <= order[step] && !isMet(item))
}

/** One kind of activity that a person chose, with what it asks for; `kind` is null for work that was agreed without one. */
export interface Option {
  kind: KindTraits | null
  items: Item[]
}

/**
 * What is asked of a person on a day: a list for each kind of activity that was chosen by then. Work of a kind that was
 * chosen later begins on that day. Somebody who works since before the centre asked for anything, or who chose nothing yet,
 * has the list of what is asked for all kinds.
 */
export function optionsOf(book: RuleBook, facts: Facts, day: Day): Option[] {
  const began = workBeganOn(facts, day)
  const list = (kind: KindTraits | null, from: Day | null): Option => ({
    kind,
    items: rulesFor(book, kind, facts, from, day).map((rule) => itemOf(rule, facts, day)),
  })
  const chosen = facts.kinds.flatMap(({ id, chosenOn }) => {
    const kind = book.kinds.find((each) => each.id === id)
    if (!kind || chosenOn > day) return []
    return [list(kind, began === null ? null : chosenOn > began ? chosenOn : began)]
  })
  return worksSinceBefore(book, facts, day) || chosen.length === 0 ? [...chosen, list(null, began)] : chosen
}

/** Does an agreement bind the person whose work began before the centre asked for anything? */
export function worksSinceBefore(book: Pick<RuleBook, 'versions'>, facts: Facts, day: Day): boolean {
  const began = workBeganOn(facts, day)
  const introduced = introducedOn(book)
  return began !== null && (introduced === null || began < introduced)
}

/**
 * The list that is nearest to being complete for a step: the fewest things that are not done, the first chosen among equals.
 * Work may begin as soon as one kind of activity is ready.
 */
export function nearestOption(options: readonly Option[], step: BlockedStep): Option | undefined {
  return options.reduce<Option | undefined>((best, option) => {
    const count = ({ items }: Option) => unmetBefore(step, items).length
    return !best || count(option) < count(best) ? option : best
  }, undefined)
}

/** The requirements of all lists, each once: of two versions the later one. In the order of the checklist. */
export function itemsOf(options: readonly Option[]): Item[] {
  const items = new Map<number, Item>()
  for (const item of options.flatMap((option) => option.items)) {
    const known = items.get(item.rule.requirementId)
    if (!known || known.rule.validFrom < item.rule.validFrom) items.set(item.rule.requirementId, item)
  }
  return [...items.values()].sort((a, b) => a.rule.place - b.rule.place)
}
