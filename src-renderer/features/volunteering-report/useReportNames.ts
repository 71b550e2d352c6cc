import { useTranslation } from 'react-i18next'
import type {
  AgeBand,
  ReportLine,
  ReportWay,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'
import type { categories } from '#shared/features/volunteers/volunteers.register.ts'

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12

/** How a line of the report is called: a unit or an activity by its name, the others by the word of their code. */
export function useReportNames(by: ReportWay): (line: ReportLine) => string {
  const { t } = useTranslation()
  return ({ id, name }) => {
    switch (by) {
      case 'unit':
        return name ?? t('volunteeringReport.noUnit')
      case 'activity':
        return name ?? t('volunteeringReport.noActivity')
      case 'category':
        return t(`volunteers.categories.${id as (typeof categories)[number]}`)
      case 'ageBand':
        return t(`volunteeringReport.ageBands.${id as AgeBand}`)
      case 'month':
        return t(`volunteeringReport.months.m${id as Month}`)
    }
  }
}
