import { Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportLine } from '#shared/features/imports/imports.contract.ts'
import { Panel } from '../../ui/Panel.tsx'

/** What was written, and where to go from here. */
export function DoneStep({ result }: { result: ImportLine }) {
  const { t } = useTranslation()
  const isVolunteers = result.register === 'volunteers'
  return (
    <div style={{ maxWidth: 820 }}>
      <Panel>
        <Text size="xl" fw={600}>
          {t(isVolunteers ? 'imports.doneVolunteers' : 'imports.doneAgreements', {
            count: result.importedRows,
          })}
        </Text>
        {result.skippedRows > 0 && (
          <Text c="dimmed">{t('imports.doneSkipped', { count: result.skippedRows })}</Text>
        )}
        <Group mt="lg" gap="xs">
          <Button component={Link} to={`/${result.register}`}>
            {t('imports.goToRegister')}
          </Button>
          {isVolunteers && (
            <Button component={Link} to="/imports/agreements" variant="default">
              {t('imports.next.volunteers')}
            </Button>
          )}
        </Group>
      </Panel>
    </div>
  )
}
