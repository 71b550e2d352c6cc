import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { volunteersRegister } from '#shared/features/volunteers/volunteers.register.ts'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import type { ChosenRows } from '../../ui/register/RegisterScreen.tsx'
import { IssueForManyForm } from './IssueForManyForm.tsx'

/** Issues one kind of document for all selected volunteers, after a look at each of them. */
export function IssueForSelected({ chosen }: { chosen: ChosenRows<typeof volunteersRegister> }) {
  const { t } = useTranslation()
  const [isOpen, drawer] = useDisclosure()
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={drawer.open}>
        {t('documents.many.action')}
      </Button>
      <FormDrawer title={t('documents.many.title')} isOpen={isOpen} onClose={drawer.close}>
        <IssueForManyForm
          of={{
            search: chosen.request.search,
            filters: chosen.request.filters,
            selection: chosen.selection,
          }}
          onCancel={drawer.close}
          onDone={() => {
            drawer.close()
            chosen.clear()
          }}
        />
      </FormDrawer>
    </>
  )
}
