import { type Day, readTypedDay } from '../../kit/dates.ts'
import { readPhone } from '../../kit/identifiers.ts'
import { nameCase } from '../../kit/polish.ts'

/** A person as read from a line of a pasted list. */
export interface PastedPerson {
  surname: string
  firstNames: string
  birthOn: Day | null
  phone: string
}

/** Titles of columns, with which a list copied from a spreadsheet may begin. */
const titles = /nazwisk|imi(?:ę|e|ona)|urodz|^data\b|^telefon|^tel\b|^l\.?\s?p\.?$/iu

/**
 * Reads a list of people as it was copied from a spreadsheet, a message or a document: a person a line; surname, first
 * names, birth date, telephone in columns (tabs, semicolons, commas) or in one after the other. Numbers and bullets
 * before a name are passed over, and so is a line of titles.
 *
 * @param today decides the century of a birth year that is written with two digits
 */
export function readPastedPeople(text: string, today: Day): PastedPerson[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/^\s*(?:\d{1,3}[.)]\s+|\d{1,3}\t|[-–•*]\s+)/, '').trim())
    .filter((line) => line !== '')
    .filter((line, index) => index > 0 || !isTitles(line))
    .map((line) => readLine(line, today))
    .filter(({ surname }) => surname !== '')
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

function readLine(line: string, today: Day): PastedPerson {
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
  // Two columns are surname and first names; one has the surname first, as registers write it.
  const [first = '', second] = names
  const [surname = '', ...rest] = second === undefined ? first.split(/\s+/) : [first, second]
  return { ...person, surname: properCase(surname), firstNames: properCase(rest.join(' ')) }
}

/** Names in capitals or in small letters are written as names are; others stay as they are. */
function properCase(name: string): string {
  return nameCase(name === name.toLowerCase() ? name.toUpperCase() : name)
}
