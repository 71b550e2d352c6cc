import type { Day } from '../../kit/dates.ts'
import { formatNip } from '../../kit/identifiers.ts'
import type { Centre } from '../settings/settings.contract.ts'
import type { Project } from './letterheads.contract.ts'

/** A picture as templates draw it: its file, what it says to who does not see it, and its width by its height. */
export interface PrintedLogo {
  file: string
  text: string
  ratio: number
}

/** What stands at the head of a document besides the centre's particulars. */
export interface HeadParts {
  logo: PrintedLogo | null
  /** Under the centre's name; empty for its particulars. */
  lines: string
  unit: { name: string; lines: string } | null
  project: { sentence: string; logos: PrintedLogo[] } | null
}

/** The head of a centre that has set nothing. */
export const plainHead: HeadParts = { logo: null, lines: '', unit: null, project: null }

/** The letterhead as templates read it in `data.centre`. */
export function letterheadOf(centre: Centre, { logo, lines, unit, project }: HeadParts) {
  return {
    name: centre.name,
    address: [centre.street, `${centre.postCode} ${centre.town}`].filter(Boolean).join(', '),
    contact: [centre.phone && `tel. ${centre.phone}`, centre.email].filter(Boolean).join(' · '),
    numbers: [centre.nip && `NIP ${formatNip(centre.nip)}`, centre.regon && `REGON ${centre.regon}`]
      .filter(Boolean)
      .join(' · '),
    lines: linesOf(lines),
    unit: unit && { name: unit.name, lines: linesOf(unit.lines) },
    logo,
    project,
  }
}

/** What was typed line by line; empty lines are left out. */
function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Does a project run on a day? Its first and its last day count. */
export function isRunning({ startsOn, endsOn }: Pick<Project, 'startsOn' | 'endsOn'>, day: Day): boolean {
  return (!startsOn || startsOn <= day) && (!endsOn || day <= endsOn)
}
