import { addMonths, ageOn, type Day } from '../../kit/dates.ts'

/**
 * What is noted of a person before work with minors. Only days and whether somebody is listed: nothing about what a
 * register says (GDPR art. 10).
 *
 * - `restrictedRegister`, `commissionRegister`: the centre itself looked into the register of sex offenders with restricted
 *   access, and into the register of those whom the State Commission entered (UOM art. 21(2))
 * - `criminalRecord`: the information of the National Criminal Register that the person handed in (art. 21(3))
 * - `declaration`: citizenships, and the other states of residence in the last 20 years (art. 21(4)–(6))
 * - `foreignRecord`, `foreignStatement`: what the person handed in of another state; the statement only where the state
 *   issues no information (art. 21(7)–(8))
 * - `standards`: the person knows the centre's standards of child protection (art. 22b–22c)
 */
export const checkKinds = [
  'restrictedRegister',
  'commissionRegister',
  'criminalRecord',
  'declaration',
  'foreignRecord',
  'foreignStatement',
  'standards',
] as const
export type CheckKind = (typeof checkKinds)[number]

/** Is the person listed? There is no third answer, and no room for words. */
export const checkResults = ['clear', 'listed'] as const
export type CheckResult = (typeof checkResults)[number]

/** One noted check, as far as the rules look at it. */
export interface CheckFacts {
  kind: CheckKind
  doneOn: Day
  issuedOn: Day | null
  result: CheckResult
  /** The state of a foreign paper: its code of two letters. */
  state: string
  /** Of a declaration: the codes of states, `PL` among the citizenships. */
  citizenships: readonly string[]
  residences: readonly string[]
  standardsFrom: Day | null
  /** The day of the newer check that took its place. Counts only while such a check is there. */
  supersededOn: Day | null
  /** Was it noted by mistake? It stays, and counts for nothing. */
  isCancelled: boolean
}

/** The parts of which the gate consists; a foreign paper is one for each state. */
export const stepKeys = [
  'restrictedRegister',
  'commissionRegister',
  'criminalRecord',
  'declaration',
  'foreignRecord',
  'standards',
] as const
export type StepKey = (typeof stepKeys)[number]

/** How sure the reading of the act is on which a step stands; the same words as of the texts of documents. */
export type StepCertainty = 'found' | 'foundInPart' | 'notEstablished'

/**
 * How one part of the gate stands on a day. `late`: it was done, but after that day. `closed`: the person is listed, and no
 * newer check says otherwise. `warning` leaves the decision to the centre.
 */
export interface Step {
  key: StepKey
  state: string
  standing: 'done' | 'missing' | 'late' | 'closed'
  /** The last check that counts. */
  doneOn: Day | null
  /** The first day from which it was fulfilled without a break. */
  since: Day | null
  level: 'stop' | 'warning'
  certainty: StepCertainty
}

/** What the rules need to know of the person. */
export interface CheckedPerson {
  birthOn: Day | null
}

/** From this age on the criminal record is asked for without doubt; below it the reading of the act is not settled. */
const ageOfRecord = 17

/** The step to which a kind of check belongs. */
export function stepOf({ kind, state }: Pick<CheckFacts, 'kind' | 'state'>): string {
  return kind === 'foreignRecord' || kind === 'foreignStatement' ? `foreignRecord ${state}` : kind
}

/** Has a newer check of the same step taken the place of this one by a day? Where that one is gone, this counts again. */
function isSuperseded(check: CheckFacts, ofStep: readonly CheckFacts[], day: Day): boolean {
  const { supersededOn } = check
  if (supersededOn === null) return false
  return ofStep.some(
    (other) => other.result === 'clear' && other.doneOn >= supersededOn && other.doneOn <= day,
  )
}

const endOfDays = '9999-12-31'

/** Does a listed result close the step on a day? One that nothing newer answers closes it for every day, past ones too. */
function closes(check: CheckFacts, ofStep: readonly CheckFacts[], day: Day): boolean {
  if (check.result !== 'listed') return false
  if (isSuperseded(check, ofStep, day)) return false
  return !(check.doneOn > day && isSuperseded(check, ofStep, endOfDays))
}

function latest(days: readonly Day[]): Day | null {
  return days.toSorted().at(-1) ?? null
}

function stepFrom(key: StepKey, state: string, ofStep: readonly CheckFacts[], day: Day): Step {
  const certainty: StepCertainty = key === 'declaration' || key === 'standards' ? 'foundInPart' : 'found'
  const step = { key, state, level: 'stop' as const, certainty, doneOn: null, since: null }
  if (ofStep.some((check) => closes(check, ofStep, day))) return { ...step, standing: 'closed' }
  // What was noted before somebody was listed does not count again after it.
  const reopened = latest(
    ofStep.flatMap(({ result, doneOn, supersededOn }) =>
      result === 'listed' && doneOn <= day && supersededOn ? [supersededOn] : [],
    ),
  )
  const clear = ofStep
    .filter(({ result, doneOn }) => result === 'clear' && (reopened === null || doneOn >= reopened))
    .map(({ doneOn }) => doneOn)
    .toSorted()
  const before = clear.filter((doneOn) => doneOn <= day)
  const since = before[0] ?? null
  const standing = since !== null ? 'done' : clear.length > 0 ? 'late' : 'missing'
  return { ...step, standing, doneOn: before.at(-1) ?? null, since }
}

/** The declarations that count on a day: the newest, and any that two merged records bring beside it. */
function declarationsOn(checks: readonly CheckFacts[], day: Day): CheckFacts[] {
  const all = checks.filter(({ kind }) => kind === 'declaration')
  const counting = all.filter((check) => check.doneOn <= day && !isSuperseded(check, all, day))
  return counting.length > 0 ? counting : all
}

/** The states of which the person has to hand in a paper, by their codes in order (UOM art. 21(4)–(8)). */
export function statesNeeded(checks: readonly CheckFacts[], day: Day): string[] {
  const declared = declarationsOn(
    checks.filter(({ isCancelled }) => !isCancelled),
    day,
  )
  const states = declared.flatMap(({ citizenships, residences }) => [...citizenships, ...residences])
  return [...new Set(states)].filter((state) => state !== 'PL').sort()
}

/**
 * How each part of the gate stands on a day, in the order of work. Below 17 the criminal record is a warning: whether the
 * act asks for it is not established, and the centre's lawyer decides.
 */
export function stepsOf(checks: readonly CheckFacts[], day: Day, person: CheckedPerson): Step[] {
  const counting = checks.filter(({ isCancelled }) => !isCancelled)
  const step = (key: StepKey, state = '') =>
    stepFrom(
      key,
      state,
      counting.filter((check) => stepOf(check) === (state ? `${key} ${state}` : key)),
      day,
    )
  const record = step('criminalRecord')
  const isYoung = person.birthOn !== null && ageOn(person.birthOn, day) < ageOfRecord
  return [
    step('restrictedRegister'),
    step('commissionRegister'),
    isYoung && record.standing !== 'closed'
      ? { ...record, level: 'warning', certainty: 'notEstablished' }
      : record,
    step('declaration'),
    ...statesNeeded(counting, day).map((state) => step('foreignRecord', state)),
    step('standards'),
  ]
}

/**
 * A part of the gate that is not fulfilled: which one, and whether it stops. It does not say why (not checked, or listed), so
 * that it may be handed on; to people without the permission only their number is told.
 */
export interface AdmissionGap {
  key: StepKey
  level: Step['level']
  certainty: StepCertainty
}

/** What is missing for admission to work with minors on a day. A check after that day does not count (UOM art. 21(1)). */
export function admissionGaps(
  checks: readonly CheckFacts[],
  day: Day,
  person: CheckedPerson,
): AdmissionGap[] {
  return stepsOf(checks, day, person)
    .filter(({ standing }) => standing !== 'done')
    .map(({ key, level, certainty }) => ({ key, level, certainty }))
}

/** May a person be admitted to work with minors on a day? */
export interface Admission {
  isAdmitted: boolean
  /** The first day on which everything was there; null where it is not. */
  since: Day | null
  missing: AdmissionGap[]
}

/** The whole gate on a day; see `admissionGaps`. */
export function admissionOn(checks: readonly CheckFacts[], day: Day, person: CheckedPerson): Admission {
  const missing = admissionGaps(checks, day, person)
  const isAdmitted = missing.every(({ level }) => level === 'warning')
  const steps = stepsOf(checks, day, person).filter(({ standing }) => standing === 'done')
  return { isAdmitted, since: isAdmitted ? latest(steps.flatMap(({ since }) => since ?? [])) : null, missing }
}

/** How many parts of the gate stand in the way: the only thing that is told to those who may not read the checks. */
export function countOfGaps({ missing }: Pick<Admission, 'missing'>): number {
  return missing.filter(({ level }) => level === 'stop').length
}

/** Is somebody listed, so that the gate is closed until a new check? */
export function isClosedOn(checks: readonly CheckFacts[], day: Day, person: CheckedPerson): boolean {
  return stepsOf(checks, day, person).some(({ standing }) => standing === 'closed')
}

/**
 * Whether a newer check takes the place of an older one: of the same step, not earlier than it, and saying that the person
 * is not listed (or a newer declaration).
 */
export function supersedes(
  fresh: Pick<CheckFacts, 'kind' | 'state' | 'doneOn' | 'result'>,
  old: Pick<CheckFacts, 'kind' | 'state' | 'doneOn'>,
): boolean {
  return fresh.result === 'clear' && stepOf(fresh) === stepOf(old) && fresh.doneOn >= old.doneOn
}

/**
 * When the registers are to be looked into again, by the centre's own policy; null without one. The act names no age of a
 * check (own knowledge): it only reminds, and the gate stays open.
 */
export function recheckDueOn(checks: readonly CheckFacts[], months: number): Day | null {
  if (months === 0) return null
  const last = (['restrictedRegister', 'commissionRegister'] as const).map((wanted) =>
    latest(
      checks.flatMap(({ kind, isCancelled, result, doneOn }) =>
        kind === wanted && !isCancelled && result === 'clear' ? [doneOn] : [],
      ),
    ),
  )
  const [one, two] = last
  if (!one || !two) return null
  return addMonths(one < two ? one : two, months)
}

/** Was the standard of child protection renewed since the person came to know it? Then it is worth showing the new one. */
export function isStandardOutdated(checks: readonly CheckFacts[], standardsFrom: Day | null): boolean {
  const known = latest(
    checks.flatMap(({ kind, isCancelled, standardsFrom: from }) =>
      kind === 'standards' && !isCancelled && from ? [from] : [],
    ),
  )
  return standardsFrom !== null && known !== null && known < standardsFrom
}
