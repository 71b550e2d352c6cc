import { Button, Group, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ImportLine } from '#shared/features/imports/imports.contract.ts'
import { textOf } from '../../i18n.ts'
import { Panel } from '../../ui/Panel.tsx'

/** What was written, where to go from here, and where the import can be looked at and undone. */
export function DoneStep({ result }: { result: ImportLine }) {
  const { t } = useTranslation()
  const { id, register, importedRows, changedRows, skippedRows } = result
  return (
    <div style={{ maxWidth: 820 }}>
      <Panel>
        {importedRows > 0 && (
          <Text size="xl" fw={600}>
            {t('imports.doneCreated', { what: countText(register, importedRows) })}
          </Text>
        )}
        {changedRows > 0 && (
          <Text size={importedRows > 0 ? 'md' : 'xl'} fw={600}>
            {t('imports.doneChanged', { what: countText(register, changedRows) })}
          </Text>
        )}
        {skippedRows > 0 && <Text c="dimmed">{t('imports.doneSkipped', { count: skippedRows })}</Text>}
        <Group mt="lg" gap="xs">
          <Button component={Link} to={`/${register}`}>
            {t('imports.goToRegister')}
          </Button>
          {register === 'volunteers' && (
            <Button component={Link} to="/imports/agreements" variant="default">
              {t('imports.next.volunteers')}
            </Button>
          )}
          <Button component={Link} to={`/imports/${register}/${id}`} variant="default">
            {t('imports.lookOrUndo')}
          </Button>
        </Group>
      </Panel>
    </div>
  )
}

function countText(register: string, count: number): string {
  return textOf({ key: `${register}.count`, params: { count } })
}
