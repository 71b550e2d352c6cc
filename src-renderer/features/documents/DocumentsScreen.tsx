import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { documentsRegister } from '#shared/features/documents/documents.register.ts'
import { api } from '../../api/client.ts'
import { useMay } from '../../frame/useFrame.ts'
import { RegisterScreen } from '../../ui/register/RegisterScreen.tsx'

const route = getRouteApi('/documents')

/** The register of issued documents, newest first. */
export function DocumentsScreen() {
  const { t } = useTranslation()
  const may = useMay()
  const navigate = route.useNavigate()
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
      looks={{
        title: { width: 190, cell: (row) => <strong style={{ fontWeight: 500 }}>{row.title}</strong> },
        person: { width: 160 },
        unit: { width: 270, minWindow: 1150 },
        issuedOn: { width: 140, minWindow: 900 },
        issuedAt: { width: 170 },
        issuedBy: { width: 160, minWindow: 1500 },
      }}
    />
  )
}
