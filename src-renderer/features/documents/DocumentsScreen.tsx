import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { documentsRegister } from '#shared/features/documents/documents.register.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { shell } from '../../shell/shell.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'
import { ShortcutTooltip } from '../../ui/ShortcutTooltip.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { QueueSelected } from '../print-queue/QueueSelected.tsx'
import { DocumentStateMark } from './DocumentStateMark.tsx'
import { DocumentTools } from './DocumentTools.tsx'

const route = getRouteApi('/documents')

/** The register of issued documents, newest first. */
export function DocumentsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = route.useNavigate()
  const create = () => navigate({ to: '/documents/new', search: {} })
  useShortcuts({ create: may('documents.write') ? create : undefined })
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
      bulkActions={(chosen) => may('documents.print') && <QueueSelected chosen={chosen} />}
      actions={
        <>
          <DocumentTools />
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
        project: { width: 160 },
        issuedBy: { width: 160, minWindow: 1500 },
      }}
    />
  )
}
