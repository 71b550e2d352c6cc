import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant } from '#shared/kit/dates.ts'
import { formatAmount } from '#shared/kit/money.ts'
import type { RegisterField } from '#shared/kit/register/register.ts'
import { textOf } from '../../i18n.ts'

/** A cell of a register as its field's type is read: a word for a code, a day as it is written in Poland. */
export function RegisterCell({ field, value }: { field: RegisterField; value: unknown }) {
  const { t } = useTranslation()
  if (value === null || value === undefined || value === '') return '–'
  switch (field.type) {
    case 'choice':
      return textOf({ key: `${field.texts}.${value}` })
    case 'day':
      return formatDay(value as string)
    case 'instant':
      return formatInstant(value as string)
    case 'flag':
      return t(value ? 'common.yes' : 'common.no')
    case 'money':
      return formatAmount(value as number)
    case 'reference':
      return (value as { text: string }).text
    default:
      return String(value)
  }
}
