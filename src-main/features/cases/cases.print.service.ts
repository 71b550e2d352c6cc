import type { casesContract } from '#shared/features/cases/cases.contract.ts'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { unitScope } from '../../kit/context.ts'
import { notFound } from '../../kit/errors.ts'
import { type Handlers, inSteps } from '../../kit/handlers.ts'
import { getCentre } from '../settings/settings.service.ts'
import { findUnit } from '../units/units.service.ts'
import * as queries from './cases.queries.ts'

/** The list of cases (spis spraw): a form of the office instruction, in Polish whatever the language of the window. */
export const casesPrintHandlers: Pick<Handlers<typeof casesContract>, 'printList'> = {
  printList: inSteps({
    before: async ({ db, user, now, services }, asked) => {
      const scope = unitScope(user)
      if (scope !== null && asked.unitId !== scope) throw notFound('cases')
      const centre = await getCentre(db)
      const fileClass = await queries.findClass(db, asked.classId)
      const unit = asked.unitId === null ? undefined : await findUnit(db, asked.unitId)
      if (!fileClass || (asked.unitId !== null && !unit)) throw notFound('cases')
      const rows = await queries.listOfClass(db, asked)
      return services.compiler.pages('case-list', {
        title: `Spis spraw ${unit?.symbol || centre.symbol}.${fileClass.symbol}.${asked.year}`,
        centre: centre.name,
        unit: [unit?.symbol || centre.symbol, unit?.name ?? ''].filter(Boolean).join(' – '),
        classSymbol: fileClass.symbol,
        classTitle: fileClass.title,
        category: fileClass.category,
        year: String(asked.year),
        by: `${user.fullName}, ${formatInstant(now)}`,
        rows: rows.map((row) => ({
          number: String(row.number),
          subject: row.subject,
          sender: row.sender,
          senderSign: [row.senderSign, row.senderOn && `z ${formatDay(row.senderOn)}`]
            .filter(Boolean)
            .join(' '),
          openedOn: formatDay(row.openedOn),
          closedOn: row.closedOn ? formatDay(row.closedOn) : '',
          notes: [
            row.cancelReason && `anulowano: ${row.cancelReason}`,
            row.isPaper && 'numer z papieru',
            row.notes,
          ]
            .filter(Boolean)
            .join('; '),
        })),
      })
    },
    run: async ({ record }, { year, classId }, { count, ...pages }) => {
      await record({ kind: 'cases', recordId: null, action: 'listPrinted', after: { year, classId } })
      return { ...pages, pages: count }
    },
  }),
}
