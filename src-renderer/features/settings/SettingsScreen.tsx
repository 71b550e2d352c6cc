import { Tabs } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { kindCodes } from '#shared/features/documents/documents.register.ts'
import { PageHeader } from '../../ui/PageHeader.tsx'
import { BackupsPanel } from '../backups/BackupsPanel.tsx'
import { ClausesPanel } from '../clauses/ClausesPanel.tsx'
import { KindsPanel } from '../documents/KindsPanel.tsx'
import { LetterheadsPanel } from '../letterheads/LetterheadsPanel.tsx'
import { ActivityKindsPanel } from '../requirements/ActivityKindsPanel.tsx'
import { RequirementRulesPanel } from '../requirements/RequirementRulesPanel.tsx'
import { SignatoriesPanel } from '../signatories/SignatoriesPanel.tsx'
import { CentrePanel } from './CentrePanel.tsx'
import { ProgramPanel } from './ProgramPanel.tsx'

const route = getRouteApi('/settings')
type Tab =
  | 'centre'
  | 'letterheads'
  | 'signatories'
  | 'clauses'
  | 'kinds'
  | 'requirements'
  | 'program'
  | 'backups'

/** Everything an administrator sets, in tabs with addresses of their own. */
export function SettingsScreen() {
  const { t } = useTranslation()
  const { tab = 'centre' } = route.useSearch()
  const navigate = route.useNavigate()
  const documentChoices = kindCodes.map((code) => ({ value: code, label: t(`documents.kinds.${code}`) }))
  return (
    <>
      <PageHeader title={t('settings.title')} />
      <Tabs
        value={tab}
        onChange={(value) => navigate({ search: { tab: (value as Tab) ?? 'centre' } })}
        mt="sm"
        keepMounted={false}
      >
        <Tabs.List mb="md">
          <Tabs.Tab value="centre">{t('settings.centre')}</Tabs.Tab>
          <Tabs.Tab value="letterheads">{t('letterheads.title')}</Tabs.Tab>
          <Tabs.Tab value="signatories">{t('settings.signatories')}</Tabs.Tab>
          <Tabs.Tab value="clauses">{t('settings.texts')}</Tabs.Tab>
          <Tabs.Tab value="kinds">{t('documents.kindsTitle')}</Tabs.Tab>
          <Tabs.Tab value="requirements">{t('requirements.settings.title')}</Tabs.Tab>
          <Tabs.Tab value="program">{t('settings.program')}</Tabs.Tab>
          <Tabs.Tab value="backups">{t('settings.backups')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="centre">
          <CentrePanel />
        </Tabs.Panel>
        <Tabs.Panel value="letterheads">
          <LetterheadsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="signatories">
          <SignatoriesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="clauses">
          <ClausesPanel />
        </Tabs.Panel>
        <Tabs.Panel value="kinds">
          <KindsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="requirements">
          <div style={{ display: 'grid', gap: 16 }}>
            <RequirementRulesPanel documentKinds={documentChoices} />
            <ActivityKindsPanel />
          </div>
        </Tabs.Panel>
        <Tabs.Panel value="program">
          <ProgramPanel />
        </Tabs.Panel>
        <Tabs.Panel value="backups">
          <BackupsPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  )
}
