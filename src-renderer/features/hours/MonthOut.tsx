import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Month } from '#shared/kit/months.ts'
import { api } from '../../api/client.ts'
import { currentLanguage } from '../../i18n.ts'
import { FiguresOut } from '../../ui/figures/FiguresOut.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'

interface MonthOutProps {
  month: Month
  unitId: number | null
  isPrinting: boolean
  onPrint: () => void
}

/** The ways in which the log of a month leaves the program. */
export function MonthOut({ month, unitId, isPrinting, onPrint }: MonthOutProps) {
  const { t } = useTranslation()
  return (
    <>
      <FiguresOut
        title={t('hours.monthTitle')}
        take={(format) => api.hours.exportMonth({ month, unitId, format, language: currentLanguage() })}
      />
      <ShortcutTooltip keys="Ctrl+P">
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          loading={isPrinting}
          onClick={onPrint}
        >
          {t('hours.print')}
        </Button>
      </ShortcutTooltip>
    </>
  )
}
