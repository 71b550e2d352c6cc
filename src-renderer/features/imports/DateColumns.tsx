import { Radio, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DateColumn } from '#shared/features/imports/imports.contract.ts'
import { dayInPoland, formatDay } from '#shared/kit/dates.ts'
import {
  type DateDoubt,
  type DateReading,
  dateCenturies,
  dateEpochs,
  dateOrders,
  readOfficeDay,
} from '#shared/kit/import-reading.ts'
import { Panel } from '../../ui/Panel.tsx'

interface DateColumnsProps {
  columns: DateColumn[]
  readings: Record<string, DateReading>
  onDecide: (field: string, reading: DateReading) => void
}

const offered = { order: dateOrders, century: dateCenturies, serial: dateEpochs } as const

/** Dates that can be read in more than one way: one choice for the whole column, with what it makes of the cells. */
export function DateColumns({ columns, readings, onDecide }: DateColumnsProps) {
  const { t } = useTranslation()
  return columns.map(({ field, title, doubts }) => (
    <Panel key={field} title={t('imports.dates.title', { column: title })}>
      <SimpleGrid cols={{ base: 1, md: Math.min(doubts.length, 3) }} spacing="lg">
        {doubts.map(({ doubt, count, examples }) => (
          <DoubtChoice
            key={doubt}
            doubt={doubt}
            count={count}
            examples={examples}
            reading={readings[field] ?? {}}
            onChoose={(reading) => onDecide(field, reading)}
          />
        ))}
      </SimpleGrid>
    </Panel>
  ))
}

interface DoubtChoiceProps {
  doubt: DateDoubt
  count: number
  examples: string[]
  reading: DateReading
  onChoose: (reading: DateReading) => void
}

function DoubtChoice({ doubt, count, examples, reading, onChoose }: DoubtChoiceProps) {
  const { t } = useTranslation()
  return (
    <Radio.Group
      label={t(`imports.dates.${doubt}.question`, { count })}
      value={reading[doubt] ?? null}
      onChange={(value) => onChoose({ [doubt]: value })}
    >
      <Stack gap={6} mt={6}>
        {offered[doubt].map((choice) => (
          <Radio
            key={choice}
            value={choice}
            label={
              <>
                {t(`imports.dates.${doubt}.${choice}` as 'imports.dates.order.dayFirst')}
                <Text span display="block" size="sm" c="dimmed">
                  <Readings examples={examples} reading={{ ...reading, [doubt]: choice }} />
                </Text>
              </>
            }
          />
        ))}
      </Stack>
    </Radio.Group>
  )
}

/** What the cells would be under this reading; another doubt that is still open leaves the text as it is. */
function Readings({ examples, reading }: { examples: string[]; reading: DateReading }) {
  const { t } = useTranslation()
  const today = dayInPoland(Date.now())
  return examples
    .map((text) => {
      const { value, problem } = readOfficeDay(text, reading, today)
      if (value) return `${text} → ${formatDay(value)}`
      const isOpen = problem?.key.endsWith('ambiguousDate') || problem?.key.endsWith('twoDigitYear')
      return isOpen ? '' : `${text} → ${t('imports.dates.none')}`
    })
    .filter(Boolean)
    .join('; ')
}
