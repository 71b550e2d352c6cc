import { type Day, readTypedDay } from '../../kit/dates.ts'
import { isCommonFirstName } from '../../kit/first-names.ts'
import { readPhone } from '../../kit/identifiers.ts'
import { splitName } from '../../kit/import-names.ts'
import { fold, nameCase } from '../../kit/polish.ts'

/** A person as read from a line of a pasted list. */
export interface PastedPerson {
  surname: string
  firstNames: string
  birthOn: Day | null
  phone: string
}

/** A line of a pasted list, with who in the register it may be. */
export interface ReadPerson extends PastedPerson {
  /** People of that name in the register, the most likely first. */
  candidates: { id: number; name: string; birthOn: Day | null; town: string; isOnList: boolean }[]
}

/** A pasted list as it was looked up in the register. */
export interface ReadPeople {
  people: ReadPerson[]
  /** Lines that tell nobody by surname and first name, or that are too many for one list. */
  unread: string[]
}

/** What a pasted list says. */
export interface PastedList {
  people: PastedPerson[]
  /** Lines without a surname and a first name, as they were pasted. */
  unread: string[]
}

/** Titles of columns, with which a list copied from a spreadsheet may begin. */
const titles =
  /(?<!\p{L})(?:nazwisk|imi(?:ę|e|ona)(?!\p{L})|urodz)|^ur\.|^data\b|^telefon|^tel\b|^l\.?\s?p\.?$/iu

/**
 * Reads a list of people as it was copied from a spreadsheet, a message or a document: a person a line; surname, first
 * names, birth date, telephone in columns (tabs, semicolons, commas) or in one after the other. Numbers and bullets
 * before a name are passed over, and so is a line of titles, which says what stands first. Where none does it is the surname,
 * unless what is first is known as a first name and what is last is not.
 *
 * @param today decides the century of a birth year that is written with two digits
 */
export function readPastedPeople(text: string, today: Day): PastedList {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:\d{1,3}[.)]\s+|\d{1,3}\t|[-–•*]\s+)/, '').trim())
    .filter((line) => line !== '')
  const [first = ''] = lines
  const order = isTitles(first) ? orderOf(first) : undefined
  const read = lines
    .slice(isTitles(first) ? 1 : 0)
    .map((line) => ({ line, person: readLine(line, today, order) }))
  const isNamed = ({ person }: { person: PastedPerson }) => person.surname !== '' && person.firstNames !== ''
  return {
    people: read.filter(isNamed).map(({ person }) => person),
    unread: read.filter((each) => !isNamed(each)).map(({ line }) => line),
  }
}

type NameOrder = 'surnameFirst' | 'nameFirst'

/** What titles say of the order; undefined where they do not name both. */
function orderOf(line: string): NameOrder | undefined {
  const [surname, name] = [/(?<!\p{L})nazwisk/iu, /(?<!\p{L})imi(?:ę|e|ona)(?!\p{L})/iu].map((title) =>
    line.search(title),
  )
  if (surname === undefined || name === undefined || surname < 0 || name < 0) return undefined
  return name < surname ? 'nameFirst' : 'surnameFirst'
}

/** What stands first in a line, by what is known as a first name. */
function likelyOrder(first: string, last: string): NameOrder {
  const isFirstName = (word: string) => isCommonFirstName(fold(word))
  return isFirstName(first) && !isFirstName(last) ? 'nameFirst' : 'surnameFirst'
}

function isTitles(line: string): boolean {
  const parts = partsOf(line)
  return parts.length > 0 && parts.every((part) => titles.test(part))
}

function partsOf(line: string): string[] {
  const separator = /\t/.test(line) ? /\t/ : /;/.test(line) ? /;/ : /,/
  return line
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean)
}

function readLine(line: string, today: Day, order: NameOrder | undefined): PastedPerson {
  const person: PastedPerson = { surname: '', firstNames: '', birthOn: null, phone: '' }
  const names: string[] = []
  for (const part of partsOf(line)) {
    const loose = /^(.*?)\s+(?:ur\.?\s*)?(\d{1,2}[.\-/]\d{1,2}[.\-/]\d{4}|\d{4}-\d{2}-\d{2})(.*)$/u.exec(part)
    const called = /^(\p{L}[^\d+]*?)\s+((?:\+48\s*)?\d[\d\s-]{7,})$/u.exec(part)
    const pieces = (loose ?? called)?.slice(1) ?? [part]
    for (const piece of pieces.map((each) => (each ?? '').trim()).filter(Boolean)) {
      const day = /\p{L}{2}/u.test(piece) ? undefined : readTypedDay(piece, today, 'past')
      if (day && day <= today && person.birthOn === null) person.birthOn = day
      else if (!person.phone && !/\p{L}/u.test(piece) && readPhone(piece))
        person.phone = readPhone(piece) ?? ''
      else if (/\p{L}{2}/u.test(piece)) names.push(piece)
    }
  }
  return { ...person, ...namesOf(names, order) }
}

/** Surname and first names of a line that has them in one column or in two. */
function namesOf(
  [first = '', second]: readonly string[],
  order: NameOrder | undefined,
): Pick<PastedPerson, 'surname' | 'firstNames'> {
  const words = (second === undefined ? first : `${first} ${second}`).split(/\s+/)
  const asked = order ?? likelyOrder(words[0] ?? '', words.at(-1) ?? '')
  if (second === undefined)
    return splitName(first === first.toLowerCase() ? first.toUpperCase() : first, asked)
  const [surname, firstNames] = asked === 'surnameFirst' ? [first, second] : [second, first]
  return { surname: properCase(surname), firstNames: properCase(firstNames) }
}

/** Names in capitals or in small letters are written as names are; others stay as they are. */
function properCase(name: string): string {
  return nameCase(name === name.toLowerCase() ? name.toUpperCase() : name)
}
