import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ReportAudience } from '#shared/features/volunteering-report/volunteering-report.contract.ts'
import type { PrintedList } from '#shared/kit/register/export.ts'
import { printPages } from '../../ui/printPages.ts'

/** Prints for people of the centre, or for outside. */
export function ReportPrint({ print }: { print: (audience: ReportAudience) => Promise<PrintedList> }) {
  const { t } = useTranslation()
  const printing = useMutation({
    mutationFn: print,
    onSuccess: ({ svg, pages }) => printPages({ svg, pages }),
  })
  return (
    <Menu position="bottom-end" shadow="md" returnFocus>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} aria-hidden />}
          loading={printing.isPending}
        >
          {t('volunteeringReport.print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['inside', 'outside'] as const).map((audience) => (
          <Menu.Item key={audience} onClick={() => printing.mutate(audience)}>
            {t(`volunteeringReport.audiences.${audience}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
