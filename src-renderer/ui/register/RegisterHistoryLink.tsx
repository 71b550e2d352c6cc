import { ActionIcon, Tooltip } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

/** Leads to who did what in a register. */
export function RegisterHistoryLink({ kind }: { kind: string }) {
  const { t } = useTranslation()
  return (
    <Tooltip label={t('history.ofRegister')}>
      <ActionIcon
        component={Link}
        to={`/history?filters=${encodeURIComponent(JSON.stringify({ kind: { oneOf: [kind] } }))}`}
        variant="default"
        size={36}
        aria-label={t('history.ofRegister')}
      >
        <IconHistory size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
