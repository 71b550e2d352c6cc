import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  type ReportShow,
  type ReportWay,
  repeats,
} from '#shared/features/volunteering-report/volunteering-report.rules.ts'

/** Whether the lines of a table add up to the whole, and why not. */
export function ReportNote({ by, show }: { by: ReportWay; show: ReportShow }) {
  const { t } = useTranslation()
  const note =
    show === 'hours'
      ? t(`volunteeringReport.hoursNotes.${by}`)
      : repeats(by)
        ? t(`volunteeringReport.notes.${by}`)
        : undefined
  return note ? (
    <Text size="sm" c="dimmed" mt="xs">
      {note}
    </Text>
  ) : null
}
