import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { documentsRegister } from '#shared/features/documents/documents.register.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { DocumentStateMark } from './DocumentStateMark.tsx'

const route = getRouteApi('/documents')

/** The register of issued documents, newest first. */
export function DocumentsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = route.useNavigate()
  const create = () => navigate({ to: '/documents/new', search: {} })
  useShortcuts({ create: may('documents.write') ? create : undefined })
  const check = useMutation({
    mutationFn: () => api.documents.checkAll(),
    onSuccess: ({ checked, damaged }) =>
      notifications.show(
        damaged.length === 0
          ? { color: 'green', message: t('documents.checked', { count: checked }) }
          : {
              color: 'red',
              autoClose: false,
              message: t('documents.damagedFound', { titles: damaged.map(({ title }) => title).join(', ') }),
            },
      ),
  })
  return (
    <RegisterScreen
      register={documentsRegister}
      api={api.documents}
      may={may}
      search={route.useSearch()}
      onSearch={(next, replace) => navigate({ search: next, replace })}
      title={t('documents.title')}
      countText={(count) => t('documents.count', { count })}
      empty={{ title: t('documents.empty'), hint: t('documents.emptyHint') }}
      onOpen={({ id }) => navigate({ to: '/documents/$id', params: { id } })}
      hasHistory
      tools={
        <Button variant="default" loading={check.isPending} onClick={() => check.mutate()}>
          {t('documents.checkAll')}
        </Button>
      }
      actions={
        <>
          {may('documents.write') && (
            <Button variant="default" onClick={() => navigate({ to: '/documents/numbers' })}>
              {t('documents.numbers')}
            </Button>
          )}
          {may('documents.write') && (
            <ShortcutTooltip keys={shell.newRecordKeys}>
              <Button onClick={create}>{t('documents.write')}</Button>
            </ShortcutTooltip>
          )}
        </>
      }
      looks={{
        title: { width: 260, cell: (row) => <strong style={{ fontWeight: 500 }}>{row.title}</strong> },
        person: { width: 160 },
        caseSign: { width: 160, minWindow: 1300 },
        unit: { width: 220, minWindow: 1500 },
        issuedOn: { width: 140, minWindow: 900 },
        issuedAt: { width: 170 },
        state: { width: 120, cell: (row) => <DocumentStateMark state={row.state} /> },
        issuedBy: { width: 160, minWindow: 1500 },
      }}
    />
  )
}
