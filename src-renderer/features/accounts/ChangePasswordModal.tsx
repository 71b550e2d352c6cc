import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import { PasswordForm } from './PasswordForm.tsx'

export function ChangePasswordModal({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('accounts.changePassword.title')}>
      <PasswordForm
        onDone={() => {
          notifications.show({ message: t('accounts.changePassword.done'), color: 'green' })
          onClose()
        }}
      />
    </Modal>
  )
}
