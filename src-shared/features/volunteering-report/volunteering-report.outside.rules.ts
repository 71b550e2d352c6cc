import {
  type HoursFigures,
  type PeopleFigures,
  type ReportContent,
  type ReportFigures,
  type ReportMeasure,
  type ReportWay,
  repeats,
  reportWays,
} from './volunteering-report.rules.ts'

/** Below this number of people a figure on a page for outside might tell who they are. */
export const fewestTold = 5

/** The figures of a line as a page for outside tells them; null: too few people to tell. */
export type ToldFigures = Record<ReportMeasure, number | null>

/** The lines and the wholes of each way as a reader may see them, in each year. */
export interface ToldReport {
  lines: Record<ReportWay, ToldFigures[][]>
  totals: ToldFigures[]
}

const isFew = (people: number) => people > 0 && people < fewestTold

/**
 * Which lines a column for outside tells, by the number of people that the figure of each line is about. One about 1 to 4
 * people is not told, and what is left out never comes to light as the whole less what is told: together it is about five
 * people at least and two lines, or the smallest of the others is left out too. Where people may stand in several lines,
 * nobody knows whether those of small lines are five, so one line that surely has them is always left out with them.
 */
export function toldOutside(people: readonly number[], addUp: boolean): boolean[] {
  const hidden = new Set(people.flatMap((count, index) => (isFew(count) ? [index] : [])))
  const together = [...hidden].reduce((sum, index) => sum + (people[index] ?? 0), 0)
  // Lines left out have somebody: as many people as lines would tell that each has one.
  const isCovered = addUp && hidden.size > 1 && together >= fewestTold && together > hidden.size
  if (hidden.size > 0 && !isCovered) {
    const others = people
      .map((count, index) => ({ count, index }))
      .filter(({ count, index }) => count > 0 && !hidden.has(index))
    const [smallest] = others.sort((a, b) => a.count - b.count || a.index - b.index)
    if (smallest) hidden.add(smallest.index)
  }
  return people.map((_, index) => !hidden.has(index))
}

/** May the number of all people be told beside lines that add up to it? Not where each line would be known to be one person. */
export function isWholeTold(whole: number, people: readonly number[], addUp: boolean): boolean {
  const isOneEach = people.every((count) => count <= 1) && people.some((count) => count === 1)
  return !isFew(whole) && !(addUp && isOneEach)
}

/** How many people hours are about; where that is not known, as few as may be. */
function peopleBehind(hours: HoursFigures, known: HoursFigures | undefined): HoursFigures {
  const atLeast = (minutes: number) => (minutes > 0 ? 1 : 0)
  return known ?? { minutes: atLeast(hours.minutes), unconfirmedMinutes: atLeast(hours.unconfirmedMinutes) }
}

function masked(figures: ReportFigures, isTold: Record<ReportMeasure, boolean>): ToldFigures {
  const of = (measure: ReportMeasure) => (isTold[measure] ? figures[measure] : null)
  return {
    persons: of('persons'),
    agreements: of('agreements'),
    minutes: of('minutes'),
    unconfirmedMinutes: of('unconfirmedMinutes'),
  }
}

/** The whole of a year on a page for outside; see `ReportContent.served` for the people behind its hours. */
export function wholeOutside(whole: ReportFigures, served: HoursFigures | undefined): ToldFigures {
  const behind = peopleBehind(whole, served)
  const persons = !isFew(whole.persons)
  return masked(whole, {
    persons,
    agreements: persons,
    minutes: !isFew(behind.minutes),
    unconfirmedMinutes: !isFew(behind.unconfirmedMinutes),
  })
}

/**
 * A report for a page that leaves the centre. People and agreements are judged by the people who are counted, hours by the people who
 * served them, confirmed and not apart: a unit of many people may have hours of one.
 */
export function reportOutside(
  content: Pick<ReportContent, 'lines' | 'served'>,
  whole: { figures: readonly ReportFigures[]; served: readonly HoursFigures[] | undefined },
): ToldReport {
  const told = reportWays.map((way) => [way, linesOutside(content, way, whole.figures.length)] as const)
  const totals = whole.figures.map((figures, year) => {
    const isTold = reportWays.every((way) =>
      isWholeTold(
        figures.persons,
        content.lines[way].map(({ years }) => years[year]?.persons ?? 0),
        !repeats(way),
      ),
    )
    const outside = wholeOutside(figures, whole.served?.[year])
    return isTold ? outside : { ...outside, ...noPeople }
  })
  return { lines: Object.fromEntries(told) as ToldReport['lines'], totals }
}

const noPeople: Record<keyof PeopleFigures, null> = { persons: null, agreements: null }

function linesOutside(
  { lines, served }: Pick<ReportContent, 'lines' | 'served'>,
  way: ReportWay,
  years: number,
): ToldFigures[][] {
  const addUp = !repeats(way)
  const ofYears = Array.from({ length: years }, (_, year) => {
    const figures = lines[way].map((line) => line.years[year] as ReportFigures)
    const behind = figures.map((of, index) => peopleBehind(of, served?.lines[way][index]?.[year]))
    const persons = toldOutside(
      figures.map((of) => of.persons),
      addUp,
    )
    const hoursTold = (measure: keyof HoursFigures) =>
      toldOutside(
        behind.map((of) => of[measure]),
        addUp,
      )
    const [minutes, unconfirmed] = [hoursTold('minutes'), hoursTold('unconfirmedMinutes')]
    return figures.map((of, index) =>
      masked(of, {
        persons: persons[index] === true,
        agreements: persons[index] === true,
        minutes: minutes[index] === true,
        unconfirmedMinutes: unconfirmed[index] === true,
      }),
    )
  })
  return lines[way].map((_, index) => ofYears.map((of) => of[index] as ToldFigures))
}
