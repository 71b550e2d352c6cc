import { NumberInput, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Settings, settingsContract } from '#shared/features/settings/settings.contract.ts'
import { api, orpc } from '../../api/client.ts'
import { inputOf } from '../../api/inputOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SaveBar } from '../../ui/SaveBar.tsx'
import { useRecordForm } from '../../ui/useRecordForm.ts'
import { useUnsavedGuard } from '../../ui/useUnsavedGuard.tsx'

/** How the program behaves on this computer. */
export function ProgramPanel() {
  const { data } = useQuery(orpc.settings.get.queryOptions())
  return data ? <ProgramForm key={data.version} settings={data} /> : null
}

function ProgramForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation()
  const record = useRecordForm({
    schema: inputOf(settingsContract.changeProgram),
    initial: { idleMinutes: settings.idleMinutes, version: settings.version },
    save: (values) => api.settings.changeProgram(values),
    onSaved: () => notifications.show({ message: t('common.saved'), color: 'green' }),
  })
  useUnsavedGuard(record.hasUnsaved)
  return (
    <Panel title={t('settings.program')}>
      <form noValidate onSubmit={(event) => event.preventDefault()} style={{ maxWidth: 480 }}>
        <NumberInput
          label={t('settings.fields.idleMinutes')}
          description={t('settings.idleHint')}
          min={1}
          max={120}
          allowDecimal={false}
          {...record.form.getInputProps('idleMinutes')}
        />
        <TextInput
          mt="md"
          label={t('settings.fields.dataFolder')}
          description={t('settings.dataFolderHint')}
          value={settings.dataFolder}
          readOnly
        />
        <SaveBar record={record} />
      </form>
    </Panel>
  )
}
